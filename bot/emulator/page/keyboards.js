// Buttons under a bubble and the keyboard in place of the phone's own.

import { h, icon } from "./dom.js";

/** The inline keyboard of a message; `presses` tells which buttons wait for their answer. */
export function inlineKeyboard(message, presses, act) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const keyboard = h("div", { class: "keyboard", role: "group", "aria-label": "Buttons of this message" });
  for (const row of rows) {
    keyboard.append(h("div", { class: "keys", style: { "--columns": row.length } }, row.map((button) => key(message, button, presses, act))));
  }
  return keyboard;
}

export function pressKey(message, data) {
  return `${message.message_id}:${data}`;
}

function key(message, button, presses, act) {
  const waiting = button.callback_data !== undefined && presses.get(pressKey(message, button.callback_data));
  const element = h("button", {
    type: "button", class: `key ${styleOf(button)} ${waiting || ""}`, "aria-busy": waiting === "waiting" ? "true" : null,
    data: button.callback_data === undefined ? {} : { data: button.callback_data }, onclick: () => act(message, button),
  }, h("span", { class: "key-text" }, button.text));
  const mark = markOf(button);
  if (mark) element.append(icon(mark, "key-mark"));
  if (waiting === "waiting") element.append(h("span", { class: "spinner", "aria-hidden": "true" }));
  if (waiting === "given-up") element.append(icon("warn", "key-warn"), h("span", { class: "unseen" }, " (no answer)"));
  return element;
}

function styleOf(button) {
  return ["primary", "success", "danger"].includes(button.style) ? button.style : "";
}

function markOf(button) {
  if (button.url || button.login_url || button.web_app) return "link";
  if (button.copy_text) return "copy";
  if (button.switch_inline_query !== undefined || button.switch_inline_query_current_chat !== undefined) return "forward";
  return null;
}

/** Put a fresh keyboard into `slot`; the focus stays on the same button, or on the one in its place. */
export function replaceKeyboard(slot, keyboard) {
  const before = [...slot.querySelectorAll("button")];
  const at = before.indexOf(document.activeElement);
  const data = at >= 0 ? before[at].dataset.data : undefined;
  slot.replaceChildren(...(keyboard ? [keyboard] : []));
  if (at < 0) return;
  const after = [...slot.querySelectorAll("button")];
  const same = data === undefined ? undefined : after.find((button) => button.dataset.data === data);
  (same || after[Math.min(at, after.length - 1)] || document.getElementById("log")).focus({ preventScroll: true });
}

/** A reply keyboard; `say(button)` is called with the button that was tapped. */
export function replyKeyboard(markup, say) {
  const rows = markup.keyboard.map((row) =>
    h("div", { class: "keys", style: { "--columns": row.length } }, row.map((raw) => {
      const button = typeof raw === "string" ? { text: raw } : raw;
      return h("button", { type: "button", class: `reply-key ${styleOf(button)}`, onclick: () => say(button) }, button.text);
    })));
  const size = markup.resize_keyboard ? "fitted" : "full";
  return h("div", { class: `reply-keyboard ${size}`, role: "group", "aria-label": "Quick answers", style: { "--rows": rows.length } }, rows);
}
