// The field, its buttons, the reply bar and the reply keyboard.

import { api } from "./api.js";
import { attachMenu } from "./attach.js";
import { h, icon, iconButton } from "./dom.js";
import { fullName, summary } from "./format.js";
import { replyKeyboard } from "./keyboards.js";
import { memberIds } from "./session.js";
import { createSuggest } from "./suggest.js";

/** Builds the composer; answers `{element, draw, focus, reply, edit, write, suggest}`. */
export function createComposer(store, session, { deepLink, tell }) {
  const { state } = store;
  let target = null; // {kind: "reply" | "edit", message}
  let keyboardShown = true;

  const input = h("textarea", {
    id: "input", rows: "1", "aria-label": "Message", placeholder: "Message", role: "combobox", "aria-expanded": "false",
    "aria-controls": "suggest", "aria-autocomplete": "list", autocomplete: "off", enterkeyhint: "send", dir: "auto",
  });
  const list = h("div", { class: "suggest", id: "suggest", role: "listbox", hidden: true });
  const targetBar = h("div", { class: "target", hidden: true });
  const speaker = h("div", { class: "speakers", role: "group", "aria-label": "Speak as" });
  const menu = h("button", { type: "button", class: "menu-button", onclick: toggleCommands }, icon("menu"), h("span", {}, "Menu"));
  const keys = h("div", { class: "keys-place" });
  const keysToggle = iconButton("keyboard", "Show or hide the quick answers", toggleKeys, "keys-toggle");
  const attach = iconButton("attach", "Attach", () => attachMenu(attach, store, session));
  const send = iconButton("send", "Send", submit, "send");
  const line = h("div", { class: "composer" }, menu, attach, input, keysToggle, send);
  const element = h("div", { class: "write" }, list, targetBar, speaker, line, keys);

  const suggest = createSuggest(list, input, store, {
    command: (name) => say(`/${name}`),
    complete: (name) => write(`/${name} `),
    result: (id, result) => {
      write("");
      session.act((chat, as) => api.choose(id, { as, chat_id: chat, result_id: result.id }));
    },
    button: (button) => (button.start_parameter ? deepLink(button.start_parameter) : tell("Mini apps are not part of this emulator.")),
  });

  async function say(text) {
    write("");
    const reply = target?.kind === "reply" ? { reply_to_message_id: target.message.message_id } : {};
    setTarget(null);
    const sent = await session.act((chat, as) => api.send(chat, { as, text, ...reply }));
    if (!sent && !input.value) write(text);
    return sent;
  }

  async function submit() {
    const text = input.value.trim();
    if (!text) return;
    if (target?.kind !== "edit") await say(text);
    else {
      const id = target.message.message_id;
      write("");
      setTarget(null);
      await session.act((chat, as) => api.edit(chat, { as, message_id: id, text }));
    }
    input.focus();
  }

  function write(text) {
    input.value = text;
    grow();
    suggest.update(text);
  }

  function grow() {
    input.style.setProperty("height", "auto");
    input.style.setProperty("height", `${Math.min(input.scrollHeight, window.innerHeight * 0.35)}px`);
    send.classList.toggle("ready", input.value.trim() !== "");
  }

  function setTarget(wanted) {
    target = wanted;
    targetBar.hidden = !wanted;
    if (!wanted) return;
    const editing = wanted.kind === "edit";
    targetBar.replaceChildren(icon(editing ? "edit" : "reply"),
      h("div", { class: "target-words" }, h("strong", {}, editing ? "Edit message" : `Reply to ${fullName(wanted.message.from)}`), h("span", {}, summary(wanted.message))),
      iconButton("close", "Cancel", cancel));
    input.focus();
  }

  function cancel() {
    if (target?.kind === "edit") write("");
    setTarget(null);
    input.focus();
  }

  function toggleCommands() {
    if (suggest.open()) suggest.hide();
    else suggest.showCommands();
    focus();
  }

  // On a phone the focus would pull up the keyboard over half of the chat.
  function focus() {
    if (!window.matchMedia("(pointer: coarse)").matches) input.focus();
  }

  function toggleKeys() {
    keyboardShown = !keyboardShown;
    drawKeys();
  }

  function pressReplyKey(button) {
    if (state.chat.reply_markup?.one_time_keyboard) keyboardShown = false;
    drawKeys();
    if (button.request_contact) return session.act((chat, as) => api.contact(chat, { as }));
    if (button.request_location) return session.act((chat, as) => api.location(chat, { as, latitude: 52.52, longitude: 13.405 }));
    if (button.web_app || button.request_poll || button.request_users || button.request_chat) {
      return tell("This kind of button is not part of this emulator.");
    }
    return say(button.text);
  }

  function drawKeys() {
    const markup = state.chat?.reply_markup;
    const shown = markup?.keyboard && keyboardShown;
    keysToggle.hidden = !markup?.keyboard;
    keysToggle.setAttribute("aria-pressed", String(Boolean(shown)));
    keys.replaceChildren(...(shown ? [replyKeyboard(markup, pressReplyKey)] : []));
    input.placeholder = markup?.input_field_placeholder || "Message";
  }

  /** A reply keyboard or force reply came, changed or went. */
  function onMarkup() {
    keyboardShown = true;
    drawKeys();
    if (!state.chat?.reply_markup?.force_reply) return;
    const last = [...state.chat.messages].reverse().find((message) => !message.outgoing);
    if (last) setTarget({ kind: "reply", message: last });
  }

  /** Draw what depends on the chat: commands, keyboard, who speaks. */
  function draw() {
    menu.hidden = !state.chat?.commands?.length || state.chat?.menu_button?.type === "web_app";
    drawKeys();
    const group = state.groups.find((one) => one.id === state.chatId);
    speaker.hidden = !group;
    if (group) speaker.replaceChildren(h("span", { class: "small" }, "Speak as"), ...memberIds(group).map((id) => {
      const person = state.people.find((one) => one.id === id);
      return person && h("button", { type: "button", class: "speaker", "aria-pressed": String(id === state.me), onclick: () => session.open(id, group.id) }, fullName(person));
    }).filter(Boolean));
  }

  input.addEventListener("input", () => {
    grow();
    suggest.update(input.value);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || suggest.onKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && target) {
      cancel();
      event.stopPropagation();
    } else if (event.key === "ArrowUp" && !input.value) editLast(event);
  });

  function editLast(event) {
    const mine = [...(state.chat?.messages || [])].reverse().find((message) => message.outgoing && message.text);
    if (!mine) return;
    event.preventDefault();
    edit(mine);
  }

  function edit(message) {
    setTarget({ kind: "edit", message });
    write(message.text);
  }

  return {
    element, draw, onMarkup, say, write, edit, suggest,
    focus,
    reply: (message) => setTarget({ kind: "reply", message }),
    clear: () => { setTarget(null); write(""); },
  };
}
