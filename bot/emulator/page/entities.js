// Text with entities as elements. Offsets are UTF-16 units, which is how JavaScript counts too.

import { h } from "./dom.js";
import { fullMoment } from "./format.js";

const SAFE = /^(https?|tg|mailto|tel|geo):/i;
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const SIMPLE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

/**
 * Render text with its entities into a list of nodes.
 * `actions` = {command(text), link(address), mention(text), zone} act on taps.
 */
export function renderText(text, entities = [], actions = {}) {
  const sorted = entities
    .filter((entity) => entity.length > 0)
    .sort((a, b) => a.offset - b.offset || b.length - a.length || rank(a) - rank(b));
  return build(text, 0, text.length, sorted, actions);
}

// Blocks go outside, code goes inside, when two entities cover the same text.
function rank(entity) {
  if (BLOCKS.has(entity.type)) return 0;
  return entity.type === "code" ? 2 : 1;
}

function build(text, from, to, entities, actions) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    rest = others;
    if (start >= end) continue;
    if (start > at) nodes.push(text.slice(at, start));
    const inside = others.filter((other) => other.offset < end);
    nodes.push(element(entity, text.slice(start, end), build(text, start, end, inside, actions), actions));
    at = end;
    // What reaches beyond this entity is cut and goes on after it.
    rest = others.filter((other) => other.offset + other.length > end);
    if (BLOCKS.has(entity.type) && text[at] === "\n" && at < to) at += 1;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function element(entity, words, children, actions) {
  const tag = SIMPLE[entity.type];
  if (tag) return h(tag, {}, children);
  const special = SPECIAL[entity.type];
  return special ? special(entity, words, children, actions) : h("span", {}, children);
}

const SPECIAL = {
  pre: (entity, _words, children) =>
    h("pre", { data: entity.language ? { language: entity.language } : {} }, h("code", {}, children)),
  blockquote: (_entity, _words, children) => h("blockquote", {}, children),
  expandable_blockquote: (_entity, words, children) => expandable(words, children),
  spoiler: (_entity, _words, children) => spoiler(children),
  text_link: (entity, _words, children, actions) => anchor(entity.url, children, actions),
  url: (_entity, words, children, actions) => anchor(isSafe(words) ? words : `https://${words}`, children, actions),
  email: (_entity, words, children, actions) => anchor(`mailto:${words}`, children, actions),
  phone_number: (_entity, words, children, actions) => anchor(`tel:${words}`, children, actions),
  bot_command: (_entity, words, children, actions) => tappable(children, () => actions.command?.(words)),
  hashtag: (_entity, _words, children) => h("span", { class: "tag" }, children),
  cashtag: (_entity, _words, children) => h("span", { class: "tag" }, children),
  mention: (_entity, words, children, actions) => tappable(children, () => actions.mention?.(words)),
  text_mention: (_entity, _words, children) => h("span", { class: "tag" }, children),
  custom_emoji: (_entity, _words, children) => h("span", { class: "emoji" }, children),
  date_time: (entity, _words, children, actions) => moment(entity, children, actions),
};

/** True for an address that may be opened: never `javascript:` or the like. */
export function isSafe(address) {
  return SAFE.test(String(address || "").trim());
}

function anchor(address, children, actions) {
  if (!isSafe(address)) return h("span", {}, children);
  const onclick = (event) => {
    if (actions.link?.(address)) event.preventDefault();
  };
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer", title: address, onclick }, children);
}

function tappable(children, onclick) {
  return h("button", { type: "button", class: "tap", onclick }, children);
}

function spoiler(children) {
  const veil = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text, tap to show" }, children);
  const lift = () => {
    veil.classList.add("lifted");
    for (const name of ["role", "tabindex", "aria-label"]) veil.removeAttribute(name);
  };
  veil.addEventListener("click", lift, { once: true });
  veil.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    lift();
  });
  return veil;
}

function expandable(words, children) {
  const quote = h("blockquote", {}, h("span", { class: "quoted" }, children));
  if (words.length < 160 && words.split("\n").length < 4) return quote;
  quote.classList.add("folded");
  const button = h("button", { type: "button", class: "unfold", "aria-expanded": "false" }, "Show more");
  button.addEventListener("click", () => {
    const folded = quote.classList.toggle("folded");
    button.textContent = folded ? "Show more" : "Show less";
    button.setAttribute("aria-expanded", String(!folded));
  });
  quote.append(button);
  return quote;
}

function moment(entity, children, actions) {
  const unix = Number(entity.unix_time);
  const iso = Number.isFinite(unix) ? new Date(unix * 1000).toISOString() : "";
  return h("time", { class: "tag", datetime: iso, title: iso && fullMoment(unix, actions.zone || "UTC") }, children);
}
