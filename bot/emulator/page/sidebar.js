// People and groups: who one is, and where one talks.

import { api } from "./api.js";
import { field, formBox, panelHead, tell } from "./dialogs.js";
import { avatar, h, icon } from "./dom.js";
import { fullName, memberCount } from "./format.js";
import { memberIds, surroundings } from "./session.js";

/** Draws the side list; `panels.closeSidebar` is called when a chat is chosen. */
export function createSidebar(root, store, session, panels) {
  const { state } = store;
  const people = h("ul", { class: "chat-list" });
  const groups = h("ul", { class: "chat-list" });
  const add = (label, act) => h("button", { type: "button", class: "flat add", onclick: act }, icon("plus"), label);
  root.append(
    panelHead("Chats", panels.closeSidebar),
    h("div", { class: "panel-body" },
      h("h3", {}, "People"), people, add("Add a person", addPerson),
      h("h3", {}, "Groups"), groups, add("Add a group", addGroup)),
    h("p", { class: "side-note" }, "A stand-in for Telegram on your own machine. Nothing leaves it."));

  function line(id, name, under, current, act, face) {
    const unread = state.unread.get(id);
    return h("li", {}, h("button", { type: "button", class: "chat-line", "aria-current": current ? "true" : null, onclick: act },
      face, h("span", { class: "chat-line-words" }, h("strong", {}, name), h("span", { class: "small" }, under)),
      unread && h("span", { class: "badge", "aria-label": `${unread} new` }, String(unread))));
  }

  function draw() {
    people.replaceChildren(...state.people.map((person) => {
      const under = person.deactivated ? "account deleted" : `${person.language_code || "?"} · ${(person.time_zone || "").replaceAll("_", " ")}`;
      const open = () => choose(person.id, person.id);
      return line(person.id, fullName(person), under, state.chatId === person.id, open, avatar(fullName(person), person.id));
    }));
    groups.replaceChildren(...state.groups.map((group) => {
      const members = memberIds(group);
      const open = () => choose(members.includes(state.me) ? state.me : members[0], group.id);
      return line(group.id, group.title, memberCount(members.length), state.chatId === group.id, open, h("span", { class: `avatar tint-${Math.abs(group.id) % 6}` }, icon("group")));
    }));
  }

  async function choose(person, chat) {
    panels.closeSidebar();
    await session.open(person, chat);
  }

  async function addPerson() {
    const here = surroundings();
    const text = (name, value = "", required = false) => h("input", { name, value, required, autocomplete: "off" });
    const form = await formBox("Add a person", [
      field("First name", text("first_name", "", true)), field("Last name", text("last_name")),
      field("Username", text("username"), "without @, may stay empty"),
      field("Language", text("language_code", here.language_code), "en, es, de …"), field("Time zone", zoneInput(here.time_zone)),
    ], "Add");
    if (!form) return;
    const person = Object.fromEntries([...form].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
    await made(() => api.addPerson(person), state.people, (one) => session.open(one.id, one.id));
  }

  async function addGroup() {
    const boxes = state.people.map((person) => h("label", { class: "check" },
      h("input", { type: "checkbox", name: "members", value: String(person.id), checked: true }), fullName(person)));
    const form = await formBox("Add a group", [
      field("Title", h("input", { name: "title", required: true, autocomplete: "off" })),
      h("fieldset", {}, h("legend", {}, "Members"), boxes),
    ], "Add");
    if (!form) return;
    const members = form.getAll("members").map(Number);
    await made(() => api.addGroup({ title: form.get("title").trim(), members, admins: members.slice(0, 1) }), state.groups,
      (group) => session.open(members.includes(state.me) ? state.me : members[0], group.id));
  }

  async function made(call, list, open) {
    try {
      const one = await call();
      if (!list.some((other) => other.id === one.id)) list.push(one);
      panels.closeSidebar();
      await open(one);
    } catch (error) {
      tell(error.message);
    }
  }

  for (const event of ["people", "open", "unread", "reset"]) store.on(event, draw);
}

function zoneInput(value) {
  const zones = Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : [value];
  if (!zones.includes(value)) zones.push(value);
  const select = h("select", { name: "time_zone" }, zones.map((zone) => h("option", { value: zone }, zone)));
  select.value = value;
  return select;
}
