// The bar over the chat: who one talks to, what they do right now, the clock, and the menus.

import { api } from "./api.js";
import { createClock } from "./clock.js";
import { confirmBox, openMenu } from "./dialogs.js";
import { avatar, h, iconButton } from "./dom.js";
import { memberCount } from "./format.js";

const ACTIONS = {
  typing: "typing", upload_photo: "sending a photo", record_video: "recording a video", upload_video: "sending a video",
  record_voice: "recording a voice message", upload_voice: "sending a voice message", upload_document: "sending a file",
  choose_sticker: "choosing a sticker", find_location: "looking for a place", record_video_note: "recording a video message",
  upload_video_note: "sending a video message",
};
const ACTION_FOR = 5000; // milliseconds that a chat action lasts

/** Builds the bar; `panels` = {toggleSidebar, toggleDrawer}. Answers `{draw}`. */
export function createHeader(root, store, session, theme, panels) {
  const { state } = store;
  let action = null;
  let timer = 0;

  const face = h("span", {});
  const name = h("h1", { class: "title" });
  const under = h("p", { class: "subtitle", "aria-live": "polite" });
  const clock = createClock(store);
  const side = iconButton("back", "People and chats", panels.toggleSidebar, "to-sidebar");
  const bug = iconButton("bug", "Developer drawer", panels.toggleDrawer, "to-drawer");
  const more = iconButton("dots", "More", () => openMenu(more, moreItems(), "More"));
  root.append(side, face, h("div", { class: "titles" }, name, under), clock.element, bug, more);

  function moreItems() {
    const modes = { system: "as the system", light: "light", dark: "dark" };
    const look = { label: "Theme", note: modes[theme.mode()], icon: { system: "system", light: "sun", dark: "moon" }[theme.mode()], act: () => theme.next() };
    const drawer = { label: "Developer drawer", icon: "bug", act: panels.toggleDrawer };
    if (store.isGroup()) return [look, drawer];
    const block = state.chat?.blocked
      ? { label: "Unblock the bot", icon: "restart", act: () => session.act((chat, as) => api.unblock(chat, as)) }
      : { label: "Block the bot", icon: "stop", danger: true, act: () => session.act((chat, as) => api.block(chat, as)) };
    return [look, drawer, null, { label: "Clear the chat…", icon: "erase", act: clear }, block];
  }

  async function clear() {
    if (!await confirmBox("Clear the chat?", "The messages vanish from this person's view. The bot keeps what it knows.", "Clear")) return;
    if (await session.act((chat, as) => api.clear(chat, as))) session.reload();
  }

  function draw() {
    const group = state.groups.find((one) => one.id === state.chatId);
    const words = group ? group.title : state.bot?.first_name || "Bot";
    if (name.textContent !== words) {
      name.textContent = words;
      face.replaceChildren(avatar(words, group ? group.id : 2, group ? "" : "bot-face"));
      document.title = words;
    }
    const quiet = !state.connected ? "connecting…" : group ? memberCount(group.members.length) : state.chat?.blocked ? "blocked" : "bot";
    const shown = state.connected && action ? ACTIONS[action] || action.replaceAll("_", " ") : quiet;
    if (under.dataset.words === shown) return;
    under.dataset.words = shown;
    under.classList.toggle("busy", Boolean(state.connected && action));
    under.replaceChildren(shown, ...(action && state.connected ? [h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"))] : []));
  }

  function setAction(next) {
    clearTimeout(timer);
    action = next;
    if (next) timer = setTimeout(() => setAction(null), ACTION_FOR);
    draw();
  }

  store.on("action", setAction);
  store.on("message", ({ message, fresh }) => fresh && !message.outgoing && setAction(null));
  for (const event of ["bot", "chat", "connection", "people"]) store.on(event, draw);
  store.on("open", () => setAction(state.chat.action?.action || state.chat.action || null));
  return { draw };
}
