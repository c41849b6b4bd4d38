// What a bubble can carry besides words and pictures: sound, files, places, people, polls.

import { mediaAddress } from "./api.js";
import { avatar, h, icon } from "./dom.js";
import { duration, fileSize, fullName } from "./format.js";
import { visualOf } from "./media.js";

/**
 * The element for a message's attachment, or null; `vote(optionIds)` is called for polls, `chosen` are the
 * person's own votes.
 */
export function attachment(message, { vote, chosen }) {
  if (message.voice || message.audio) return sound(message.voice || message.audio, message.audio ? "Audio" : "Voice message");
  if (message.document && !visualOf(message)) return file(message.document);
  if (message.venue || message.location) return place(message.venue?.location || message.location, message.venue);
  if (message.contact) return contact(message.contact);
  if (message.poll) return poll(message.poll, vote, new Set(chosen));
  if (message.dice) return h("div", { class: "dice" }, `${message.dice.emoji} ${message.dice.value}`);
  return null;
}

function sound(what, name) {
  const audio = h("audio", { src: mediaAddress(what.file_id), preload: "none" });
  const left = h("span", { class: "small" }, duration(what.duration));
  const track = h("input", { type: "range", min: "0", max: "1000", value: "0", "aria-label": "Position" });
  const button = h("button", { type: "button", class: "disc", "aria-label": `Play: ${name}` }, icon("play"));
  const draw = () => {
    button.replaceChildren(icon(audio.paused ? "play" : "pause"));
    button.setAttribute("aria-label", `${audio.paused ? "Play" : "Pause"}: ${name}`);
  };
  button.addEventListener("click", () => (audio.paused ? audio.play().catch(() => { left.textContent = "cannot be played"; }) : audio.pause()));
  for (const kind of ["play", "pause", "ended"]) audio.addEventListener(kind, draw);
  audio.addEventListener("timeupdate", () => {
    track.value = String((audio.currentTime / (audio.duration || what.duration || 1)) * 1000);
    left.textContent = duration(audio.currentTime || what.duration);
  });
  track.addEventListener("input", () => {
    if (Number.isFinite(audio.duration)) audio.currentTime = (track.value / 1000) * audio.duration;
  });
  const title = what.title || what.file_name;
  return h("div", { class: "sound" }, audio, button, h("div", { class: "sound-side" }, title && h("div", { class: "file-name" }, title), track, left));
}

function file(what) {
  const name = what.file_name || "file";
  const address = mediaAddress(what.file_id);
  return h("a", { class: "file", href: address, download: name },
    h("span", { class: "disc" }, icon("file")),
    h("span", {}, h("span", { class: "file-name" }, name), h("span", { class: "small" }, fileSize(what.file_size) || "Document")));
}

function place(location, venue) {
  const { latitude, longitude } = location;
  const words = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return h("a", { class: "place", href: `geo:${latitude},${longitude}` },
    h("span", { class: "map" }, icon("pin")),
    h("span", { class: "file-name" }, venue?.title || "Location"),
    h("span", { class: "small" }, venue?.address ? `${venue.address} (${words})` : words));
}

function contact(person) {
  return h("div", { class: "file" }, avatar(fullName(person), person.user_id || 1),
    h("span", {}, h("span", { class: "file-name" }, fullName(person)), h("span", { class: "small" }, person.phone_number)));
}

function poll(what, vote, chosen) {
  const total = what.total_voter_count || 0;
  const show = total > 0 || what.is_closed;
  const kind = [what.is_anonymous === false ? "Public" : "Anonymous", what.type === "quiz" ? "quiz" : "poll"].join(" ");
  const options = what.options.map((option, index) => {
    const share = total ? Math.round(((option.voter_count || 0) / total) * 100) : 0;
    const pick = () => vote(next(index, chosen, what.allows_multiple_answers));
    return h("button", { type: "button", class: "option", "aria-pressed": String(chosen.has(index)), disabled: Boolean(what.is_closed), onclick: pick },
      h("span", { class: "option-share" }, show ? `${share}%` : chosen.has(index) ? "●" : "○"),
      h("span", { class: "option-text" }, option.text),
      h("span", { class: "option-bar", style: { "--share": `${show ? share : 0}%` } }));
  });
  const votes = total === 1 ? "1 vote" : total ? `${total} votes` : "No votes yet";
  return h("div", { class: "poll" }, h("strong", {}, what.question), h("span", { class: "small" }, what.is_closed ? "Final results" : kind), options, h("span", { class: "small" }, votes));
}

// One answer replaces the other; with several allowed, a tap switches one on or off.
function next(index, chosen, several) {
  if (!several) return chosen.has(index) ? [] : [index];
  const after = new Set(chosen);
  if (!after.delete(index)) after.add(index);
  return [...after];
}
