// Pictures and films in a bubble. The room is reserved by aspect ratio before a byte has come, and a swapped
// medium covers the old one only when it can be shown, so that nothing jumps.

import { mediaAddress } from "./api.js";
import { h, icon } from "./dom.js";
import { duration, summary } from "./format.js";
import { stopButton, wantsStillness } from "./loops.js";

const WIDEST = 400;
const TALLEST = 420;
const NARROWEST = 160;
const NAMES = { photo: "Photo", animation: "Animation", video: "Video", sticker: "Sticker" };

/** The picture or film of a message: `{kind, file, width, height, poster, film}`, or null. */
export function visualOf(message) {
  if (message.photo?.length) return visual("photo", largest(message.photo), false);
  for (const kind of ["animation", "video", "sticker"]) {
    const file = message[kind];
    if (file) return visual(kind, file, isFilm(kind, file));
  }
  return null;
}

function visual(kind, file, film) {
  const poster = (file.thumbnail || file.thumb)?.file_id;
  return { kind, file, film, poster, width: file.width || 320, height: file.height || 240 };
}

function isFilm(kind, file) {
  if (kind === "sticker") return Boolean(file.is_video);
  return !(file.mime_type || "video/mp4").startsWith("image/");
}

function largest(sizes) {
  return sizes.reduce((best, size) => (size.width * size.height > best.width * best.height ? size : best));
}

/** Width in pixels that the visual wants in a bubble. */
export function wantedWidth({ kind, width, height }) {
  if (kind === "sticker") return 168;
  const scale = Math.min(WIDEST / width, TALLEST / height, width < NARROWEST ? NARROWEST / width : 1.6);
  return Math.max(NARROWEST, Math.round(width * scale));
}

/** Show the message's visual in `box` (a `div`), keeping the box when only the medium changes. */
export function showVisual(box, message, open) {
  const what = visualOf(message);
  const label = `${NAMES[what.kind]}: ${summary(message)}`;
  box.className = `visual ${what.kind}`;
  box.style.setProperty("aspect-ratio", `${what.width} / ${what.height}`);
  const old = [...box.children];
  const fresh = face(what, label, open);
  box.append(...fresh);
  const settle = () => old.forEach((element) => element.remove());
  if (!old.length) return;
  const first = fresh[0].querySelector("img, video") || fresh[0];
  first.addEventListener(first.tagName === "VIDEO" ? "loadeddata" : "load", settle, { once: true });
  first.addEventListener("error", settle, { once: true });
  setTimeout(settle, 4000); // a medium that never loads must not keep the old one for ever
}

function face(what, label, open) {
  const stop = what.kind === "animation" ? stopButton() : null;
  const picture = what.film ? film(what, label, (other) => stop?.use(other)) : image(what, label);
  if (what.kind === "sticker") return [h("div", { class: "view" }, picture)];
  const button = h("button", { type: "button", class: "view", "aria-label": `${label}. Open`, onclick: open }, picture);
  if (stop) {
    stop.use(picture);
    return [button, h("span", { class: "chip", "aria-hidden": "true" }, "GIF"), stop.button];
  }
  if (what.kind !== "video") return [button];
  const length = h("span", { class: "chip", "aria-hidden": "true" }, duration(what.file.duration));
  return [button, length, h("span", { class: "big-play", "aria-hidden": "true" }, icon("play"))];
}

function image(what, label) {
  return h("img", { src: mediaAddress(what.file.file_id), alt: label, decoding: "async", draggable: "false" });
}

function film(what, label, swapped) {
  const moving = what.kind !== "video";
  const video = h("video", {
    src: mediaAddress(what.file.file_id), poster: what.poster ? mediaAddress(what.poster) : null,
    muted: true, loop: moving, playsinline: true, preload: "auto", "aria-label": label, tabindex: "-1",
  });
  if (moving && !wantsStillness()) video.autoplay = true;
  // Some loops are pictures (GIF, WebP) under a film's name; then a picture shows them, and at worst the poster.
  video.addEventListener("error", () => {
    const picture = image(what, label);
    if (what.poster) picture.addEventListener("error", () => { picture.src = mediaAddress(what.poster); }, { once: true });
    video.replaceWith(picture);
    swapped(picture);
  }, { once: true });
  return video;
}
