// The developer drawer: every call of the bot with its body, refusals in red, and faults to order.

import { api } from "./api.js";
import { confirmBox, panelHead, tell } from "./dialogs.js";
import { h } from "./dom.js";
import { createFaults } from "./faults.js";
import { timeOf } from "./format.js";

const KEPT = 300; // calls shown at most

/** Builds the drawer; calls are drawn only while it is open. Answers `{opened}`. */
export function createDrawer(root, store, panels) {
  let calls = [];
  let open = false;
  const list = h("div", { class: "calls", "aria-label": "Calls of the bot", role: "list" });
  const only = h("input", { type: "checkbox", onchange: redraw });
  const refused = h("input", { type: "checkbox", onchange: redraw });
  const search = h("input", { type: "search", placeholder: "Filter: method or text", "aria-label": "Filter calls", oninput: redraw });
  const faults = createFaults(store);
  const tabs = tabList({ Calls: callsPane(), Faults: faults.element });
  root.append(panelHead("Developer", panels.closeDrawer), tabs.bar, tabs.body);

  function callsPane() {
    return h("div", { class: "pane" },
      h("div", { class: "filters" }, search,
        h("label", { class: "check" }, only, "this chat"), h("label", { class: "check" }, refused, "refused"),
        h("button", { type: "button", class: "flat", onclick: () => { calls = []; redraw(); } }, "Empty"),
        h("button", { type: "button", class: "flat danger", onclick: forget }, "Reset…")),
      list);
  }

  async function forget() {
    if (await confirmBox("Reset everything?", "All people, chats, faults and the clock are forgotten; what the bot told about itself stays.", "Reset")) {
      api.reset().catch((error) => tell(error.message));
    }
  }

  function wanted(call) {
    if (only.checked && Number(call.parameters?.chat_id) !== store.state.chatId) return false;
    if (refused.checked && call.ok) return false;
    const words = search.value.trim().toLowerCase();
    return !words || `${call.method} ${JSON.stringify(call.parameters)} ${call.description || ""}`.toLowerCase().includes(words);
  }

  function redraw() {
    if (!open) return;
    const shown = calls.filter(wanted).slice(-KEPT).reverse();
    list.replaceChildren(...(shown.length ? shown.map(line) : [h("p", { class: "empty" }, "No calls yet. Say something to the bot.")]));
  }

  function line(call) {
    const body = h("div", { class: "call-body" });
    const details = h("details", { class: `call ${call.ok ? "" : "refused"}`, role: "listitem" },
      h("summary", {},
        h("span", { class: "call-status" }, call.ok ? "ok" : String(call.error_code || call.status || "cut")),
        h("span", { class: "call-method" }, call.method),
        h("span", { class: "call-side" }, `${Math.round(call.duration_ms ?? 0)} ms · ${timeOf(call.at, store.zone())}`),
        call.ok ? h("span", { class: "call-hint" }, hint(call)) : h("span", { class: "call-error" }, call.description || "refused")),
      body);
    // The body is built when it is looked at: hundreds of trees would cost time for nothing.
    details.addEventListener("toggle", () => details.open && !body.firstChild && body.append(...sections(call)));
    return details;
  }

  function add(call) {
    if (calls.some((other) => other.seq === call.seq)) return;
    calls.push(call);
    if (calls.length > KEPT * 2) calls = calls.slice(-KEPT);
    if (!open || !wanted(call)) return;
    list.querySelector(".empty")?.remove();
    list.prepend(line(call));
    if (list.children.length > KEPT) list.lastChild.remove();
  }

  async function load() {
    try {
      for (const call of await api.calls(0)) if (!calls.some((other) => other.seq === call.seq)) calls.push(call);
      calls.sort((a, b) => a.seq - b.seq);
    } catch (error) {
      tell(error.message);
    }
    redraw();
  }

  store.on("call", add);
  store.on("reset", () => { calls = []; redraw(); });
  store.on("open", () => only.checked && redraw());
  return {
    opened(now) {
      open = now;
      if (!now) return;
      load();
      faults.load();
    },
  };
}

function hint(call) {
  const { text, caption, chat_id: chat } = call.parameters || {};
  return [chat !== undefined ? `→ ${chat}` : "", text || caption || ""].filter(Boolean).join("  ");
}

function sections(call) {
  const part = (title, value) => h("section", {}, h("h4", {}, title), h("pre", { tabindex: "0", "aria-label": title }, JSON.stringify(value, null, 2)));
  const nodes = [part("Parameters", call.parameters ?? {})];
  if (call.files?.length) nodes.push(part("Files", call.files));
  if (call.ok) nodes.push(part("Result", call.result ?? null));
  else nodes.push(part("Refusal", { status: call.status, error_code: call.error_code, description: call.description }));
  return nodes;
}

/** Tabs as screen readers know them; `panes` = {name: element}. */
function tabList(panes) {
  const names = Object.keys(panes);
  const bar = h("div", { class: "tabs", role: "tablist", "aria-label": "Developer drawer" });
  const body = h("div", { class: "panel-body" });
  const buttons = names.map((name) => h("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `pane-${name}`, onclick: () => choose(name) }, name));
  bar.append(...buttons);
  for (const name of names) {
    Object.assign(panes[name], { id: `pane-${name}`, tabIndex: -1 });
    panes[name].setAttribute("role", "tabpanel");
    panes[name].setAttribute("aria-labelledby", `tab-${name}`);
    body.append(panes[name]);
  }
  function choose(chosen, focus = false) {
    names.forEach((name, index) => {
      panes[name].hidden = name !== chosen;
      buttons[index].setAttribute("aria-selected", String(name === chosen));
      buttons[index].tabIndex = name === chosen ? 0 : -1;
      if (focus && name === chosen) buttons[index].focus();
    });
  }
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = buttons.indexOf(document.activeElement);
    if (step && at >= 0) choose(names[(at + step + names.length) % names.length], true);
  });
  choose(names[0]);
  return { bar, body };
}
