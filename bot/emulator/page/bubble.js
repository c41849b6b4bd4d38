// One row of the chat: built from parts, each rebuilt only when what it shows has changed.

import { attachment } from "./attachments.js";
import { avatar, h, icon, iconButton, present } from "./dom.js";
import { renderText } from "./entities.js";
import { fullName, fullMoment, summary, timeOf } from "./format.js";
import { inlineKeyboard, replaceKeyboard } from "./keyboards.js";
import { showVisual, visualOf, wantedWidth } from "./media.js";

/** A row's empty frame; `parts` are slots that `fillRow` keeps up to date. */
export function makeRow(key) {
  const parts = {};
  for (const name of ["face", "sender", "forward", "reply", "media", "attached", "reactions", "keyboard"]) parts[name] = h("div", { class: `slot ${name}` });
  parts.text = h("span", { class: "slot text" });
  parts.meta = h("span", { class: "slot meta" });
  parts.more = h("div", { class: "slot more" });
  const body = h("div", { class: "body", dir: "auto" }, parts.text, parts.meta);
  const bubble = h("div", { class: "bubble" }, parts.face, parts.sender, parts.forward, parts.reply, parts.media, parts.attached, body, parts.reactions);
  const stack = h("div", { class: "stack" }, bubble, parts.keyboard);
  const element = h("article", { class: "row" }, stack, parts.more);
  return { key, element, parts, bubble, stack, messages: [], signs: {} };
}

/** Bring a row up to date with its messages (several for an album). `act` holds what taps do. */
export function fillRow(row, store, act) {
  const [first] = row.messages;
  const worded = row.messages.find((message) => message.caption || message.text) || first;
  const visuals = row.messages.filter(visualOf);
  row.element.className = rowClasses(row, first, worded, visuals, store);
  row.element.dataset.id = first.message_id;
  row.element.setAttribute("aria-label", `${first.outgoing ? "You" : senderName(first, store)}, ${timeOf(first.date, store.zone())}`);
  part(row, "face", [first.from?.id, store.isGroup()], () => store.isGroup() && !first.outgoing && avatar(senderName(first, store), first.from?.id || 0, "small-face"));
  part(row, "sender", [first.from?.first_name, store.isGroup()], () => store.isGroup() && !first.outgoing && h("span", { class: `name tint-${Math.abs(first.from?.id || 0) % 6}` }, senderName(first, store)));
  part(row, "forward", [first.forward_origin, first.via_bot], () => origin(first));
  part(row, "reply", [first.reply_to_message?.message_id, first.quote], () => replied(first, act));
  fillMedia(row, visuals, act);
  part(row, "attached", [...ATTACHED.map((name) => first[name]), first.poll && act.voted(first)], () => attachment(first, { vote: (ids) => act.vote(first, ids), chosen: act.voted(first) }));
  const [text, entities] = worded.text !== undefined ? [worded.text, worded.entities] : [worded.caption, worded.caption_entities];
  part(row, "text", [text, entities], () => (text ? renderText(text, entities, { ...act.text, zone: store.zone() }) : null));
  part(row, "meta", [first.date, worded.edit_date, first.read, first.outgoing, store.zone()], () => meta(first, worded, store));
  part(row, "reactions", first.reactions, () => (first.reactions || []).map((one) => h("span", { class: "reaction", "aria-label": `Reaction: ${one.emoji || "★"}` }, one.emoji || "★")));
  fillKeyboard(row, first, store, act);
  part(row, "more", ["static"], () => iconButton("dots", `Actions for: ${summary(worded)}`, (event) => act.more(row.messages[0], event.currentTarget), "ghost"));
}

const ATTACHED = ["voice", "audio", "document", "location", "venue", "contact", "poll", "dice"];

function rowClasses(row, first, worded, visuals, store) {
  const classes = ["row", first.outgoing ? "mine" : "theirs"];
  for (const kept of ["first", "last", "flash"]) if (row.element.classList.contains(kept)) classes.push(kept);
  if (store.isGroup()) classes.push("in-group");
  if (visuals.length) classes.push("with-media");
  if (visuals.length && !worded.text && !worded.caption) classes.push("bare");
  if (!visuals.length && !worded.text && !worded.caption) classes.push("attached-only");
  if (first.sticker) classes.push("stickered");
  if (onlyEmoji(worded)) classes.push("emoji-only");
  return classes.join(" ");
}

function onlyEmoji(message) {
  const text = message.text || "";
  return text.length > 0 && text.length <= 24 && !message.entities?.length && /^(\p{Extended_Pictographic}(\uFE0F|\u200D|\p{Emoji_Modifier})*){1,3}$/u.test(text);
}

/** Rebuild one slot when its signature differs from the last one. */
function part(row, name, sign, build) {
  const now = JSON.stringify(sign);
  if (row.signs[name] === now) return;
  row.signs[name] = now;
  const content = build();
  row.parts[name].replaceChildren(...present([content]));
}

function fillMedia(row, visuals, act) {
  const slot = row.parts.media;
  const sign = JSON.stringify(visuals.map((message) => [visualOf(message), summary(message)]));
  if (row.signs.media === sign) return;
  row.signs.media = sign;
  while (slot.children.length > visuals.length) slot.lastChild.remove();
  visuals.forEach((message, index) => {
    if (!slot.children[index]) slot.append(h("div"));
    const box = slot.children[index];
    const own = JSON.stringify([visualOf(message), summary(message)]);
    if (box.dataset.sign === own) return;
    box.dataset.sign = own;
    showVisual(box, message, () => act.look(row.messages.filter(visualOf), message));
  });
  slot.classList.toggle("album", visuals.length > 1);
  slot.dataset.count = visuals.length;
  const width = visuals.length > 1 ? 400 : visuals.length ? wantedWidth(visualOf(visuals[0])) : 0;
  if (width) row.stack.style.setProperty("--media-width", `${width}px`);
  else row.stack.style.removeProperty("--media-width");
}

function fillKeyboard(row, message, store, act) {
  const keys = message.reply_markup?.inline_keyboard || null;
  const states = (keys || []).flat().map((button) => store.state.presses.get(`${message.message_id}:${button.callback_data}`) || 0);
  const sign = JSON.stringify([keys, states]);
  if (row.signs.keyboard === sign) return;
  row.signs.keyboard = sign;
  replaceKeyboard(row.parts.keyboard, inlineKeyboard(message, store.state.presses, act.press));
}

function senderName(message, store) {
  return fullName(message.from || store.state.bot);
}

function origin(message) {
  const from = message.forward_origin;
  if (from) return h("span", { class: "small" }, "Forwarded from ", h("strong", {}, fullName(from.sender_user || { first_name: from.sender_user_name })));
  return message.via_bot ? h("span", { class: "small" }, `via @${message.via_bot.username}`) : null;
}

function replied(message, act) {
  const other = message.reply_to_message;
  if (!other) return null;
  const words = message.quote?.text || summary(other);
  return h("button", { type: "button", class: "quote", "aria-label": `In reply to: ${words}`, onclick: () => act.jump(other.message_id) },
    h("strong", {}, fullName(other.from)), h("span", {}, words));
}

function meta(first, worded, store) {
  const zone = store.zone();
  const time = h("time", { datetime: new Date(first.date * 1000).toISOString(), title: fullMoment(first.date, zone) }, timeOf(first.date, zone));
  const nodes = [worded.edit_date ? h("span", { class: "edited" }, "edited ") : null, time];
  if (first.outgoing) {
    const label = first.read ? "Fetched by the bot" : "Sent";
    nodes.push(h("span", { class: `tick ${first.read ? "read" : "sent"}`, role: "img", "aria-label": label, title: label }, icon(first.read ? "ticks" : "check")));
  }
  return nodes;
}

/** A line in the middle for what happened in the chat (someone joined, a pin), or null for ordinary messages. */
export function serviceWords(message) {
  const who = fullName(message.from);
  if (message.new_chat_members) return `${message.new_chat_members.map(fullName).join(", ")} joined the group`;
  if (message.left_chat_member) return `${fullName(message.left_chat_member)} left the group`;
  if (message.pinned_message) return `${who} pinned “${summary(message.pinned_message)}”`;
  if (message.new_chat_title) return `${who} named the group “${message.new_chat_title}”`;
  if (message.group_chat_created || message.supergroup_chat_created) return `${who} created the group`;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return "The group became a supergroup";
  if (message.forum_topic_created) return `${who} opened the topic “${message.forum_topic_created.name}”`;
  return null;
}
