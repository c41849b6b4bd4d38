// Notices, modal windows and small menus.

import { byId, h, icon, iconButton } from "./dom.js";

const NOTICE_FOR = 4000; // milliseconds

/** A short notice over the chat, spoken politely. */
export function tell(words) {
  const toast = h("div", { class: "toast" }, words);
  byId("toasts").replaceChildren(toast);
  setTimeout(() => toast.remove(), Math.max(NOTICE_FOR, words.length * 60));
}

/** Words for screen readers only. */
export function speak(words) {
  byId("spoken").textContent = "";
  requestAnimationFrame(() => { byId("spoken").textContent = words; }); // the same words twice count as a change
}

/** A modal with one button, for answers that must be seen; resolves when it is closed. */
export function alertBox(words, title = "") {
  const ok = h("button", { type: "submit", class: "solid", value: "ok" }, "OK");
  return modal({ title, role: "alertdialog", body: h("p", { class: "alert-words", id: "alert-words" }, words), buttons: [ok], describe: "alert-words" });
}

/** Ask before something that cannot be undone; resolves to true or false. */
export async function confirmBox(title, words, verb) {
  const buttons = [
    h("button", { type: "submit", class: "flat", value: "" }, "Cancel"),
    h("button", { type: "submit", class: "solid danger", value: "ok" }, verb),
  ];
  return (await modal({ title, body: h("p", {}, words), buttons })) === "ok";
}

/** A form in a modal: `fields` are elements with names; resolves to a FormData, or null when cancelled. */
export async function formBox(title, fields, verb) {
  const buttons = [
    h("button", { type: "submit", class: "flat", value: "", formnovalidate: true }, "Cancel"),
    h("button", { type: "submit", class: "solid", value: "ok" }, verb),
  ];
  let form;
  const answer = await modal({ title, body: fields, buttons, seize: (element) => { form = element; } });
  return answer === "ok" ? new FormData(form) : null;
}

/** A labelled field. */
export function field(label, input, hint = "") {
  return h("label", { class: "field" }, h("span", {}, label), input, hint && h("small", {}, hint));
}

function modal({ title, body, buttons, role = "dialog", describe = null, seize = () => {} }) {
  const before = document.activeElement;
  const form = h("form", { method: "dialog" }, title && h("h2", { id: "dialog-title" }, title), body, h("div", { class: "dialog-buttons" }, buttons));
  const dialog = h("dialog", { class: "modal", role, "aria-labelledby": title ? "dialog-title" : null, "aria-label": title ? null : "Message from the bot", "aria-describedby": describe }, form);
  seize(form);
  // Enter in a field must mean the last, solid button, not the first one (Cancel).
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    form.requestSubmit(buttons[buttons.length - 1]);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close(event.submitter?.value || "");
  });
  document.body.append(dialog);
  dialog.showModal();
  (form.querySelector("input, select, textarea") || buttons[buttons.length - 1]).focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before?.isConnected) before.focus({ preventScroll: true });
      resolve(dialog.returnValue);
    }, { once: true });
  });
}

/**
 * Open a small menu at `anchor`. `items` = {label, icon, note, danger, act}, null for a line, or a string for a
 * heading. Arrow keys move, Esc closes, the focus goes back to the anchor.
 */
export function openMenu(anchor, items, label) {
  closeMenus();
  const menu = h("div", { class: "menu", role: "menu", "aria-label": label });
  const close = () => {
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
  };
  const outside = (event) => !menu.contains(event.target) && !anchor.contains(event.target) && close();
  menu.closeMenu = close;
  menu.append(...items.map((item) => entry(item, () => {
    close();
    anchor.focus({ preventScroll: true });
    item.act();
  })));
  menu.addEventListener("keydown", (event) => steer(event, menu, () => {
    close();
    anchor.focus({ preventScroll: true });
  }));
  document.body.append(menu);
  settle(menu, anchor.getBoundingClientRect());
  anchor.setAttribute("aria-haspopup", "menu");
  anchor.setAttribute("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  menu.querySelector("[role=menuitem]")?.focus({ preventScroll: true });
}

export function closeMenus() {
  for (const menu of document.querySelectorAll(".menu")) menu.closeMenu?.();
}

function entry(item, onclick) {
  if (item === null) return h("hr", {});
  if (typeof item === "string") return h("div", { class: "menu-title", role: "presentation" }, item);
  return h("button", { type: "button", role: "menuitem", tabindex: "-1", class: item.danger ? "danger" : "", onclick },
    item.icon ? icon(item.icon) : null, h("span", { class: "menu-label" }, item.label), item.note ? h("span", { class: "menu-note" }, item.note) : null);
}

function steer(event, menu, leave) {
  const items = [...menu.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  if (event.key in moves) items[(moves[event.key] + items.length) % items.length].focus();
  else if (event.key === "Escape" || event.key === "Tab") leave();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Below or above the anchor, whichever has room, and inside the window. */
function settle(menu, at) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.max(8, Math.min(at.right - width, window.innerWidth - width - 8));
  const below = at.bottom + 6;
  const top = below + height < window.innerHeight - 8 ? below : Math.max(8, at.top - height - 6);
  menu.style.setProperty("left", `${left}px`);
  menu.style.setProperty("top", `${top}px`);
}

/** The usual head of a side panel. */
export function panelHead(title, close, ...more) {
  return h("div", { class: "panel-head" }, h("h2", {}, title), more, iconButton("close", `Close: ${title}`, close, "panel-close"));
}
