// Faults to order: what can go wrong between a bot and Telegram, one button each.

import { api } from "./api.js";
import { tell } from "./dialogs.js";
import { h, iconButton } from "./dom.js";

const PRESETS = [
  ["Flood: 429, retry after 5 s", { code: 429, description: "Too Many Requests: retry after 5", parameters: { retry_after: 5 } }],
  ["Blocked: 403", { code: 403, description: "Forbidden: bot was blocked by the user" }],
  ["Refused: 400", { code: 400, description: "Bad Request: message can't be edited" }],
  ["Server error: 502", { code: 502, description: "Bad Gateway" }],
  ["Lost on the way there", { drop: "before" }],
  ["Delivered, answer lost", { drop: "after" }],
  ["Slow: 5 s", { delay: 5 }],
];
const METHODS = ["", "sendMessage", "editMessageText", "editMessageMedia", "editMessageCaption", "sendPhoto", "sendAnimation", "answerCallbackQuery", "getUpdates"];

/** The faults pane; answers `{element, load}`. */
export function createFaults(store) {
  const method = h("select", { "aria-label": "Method" }, METHODS.map((name) => h("option", { value: name }, name || "any method")));
  const times = h("input", { type: "number", min: "1", max: "100", value: "1", "aria-label": "Times" });
  const list = h("ul", { class: "fault-list" });
  const limits = h("input", { type: "checkbox", onchange: () => run(api.limits(limitsOf(limits.checked))) });
  const gone = h("input", { type: "checkbox", onchange: () => run(api.changePerson(store.state.me, { deactivated: gone.checked })) });
  const presets = PRESETS.map(([label, fault]) => h("button", { type: "button", class: "fault", onclick: () => order(fault) }, label));
  const element = h("div", { class: "pane" },
    h("p", { class: "small" }, "The next calls that match go wrong in the way you choose."),
    h("div", { class: "fault-form" }, h("label", { class: "field" }, h("span", {}, "Method"), method), h("label", { class: "field" }, h("span", {}, "Times"), times)),
    h("div", { class: "fault-buttons" }, presets),
    h("label", { class: "check" }, limits, "Telegram's flood limits (1 a second per chat, 20 a minute per group, 30 a second in all)"),
    h("label", { class: "check" }, gone, "This person has deleted their account"),
    h("div", { class: "fault-head" }, h("h3", {}, "Ordered"), h("button", { type: "button", class: "flat", onclick: () => run(api.clearFaults()) }, "Clear all")), list);

  async function run(call) {
    try {
      await call;
    } catch (error) {
      tell(error.message);
    }
    await load();
  }

  function order(fault) {
    const wanted = { ...fault, times: Math.max(1, Number(times.value) || 1) };
    if (method.value) wanted.method = method.value;
    return run(api.addFault(wanted));
  }

  async function load() {
    gone.checked = Boolean(store.me()?.deactivated);
    try {
      const faults = await api.faults();
      list.replaceChildren(...(faults.length ? faults.map(line) : [h("li", { class: "empty" }, "None. Everything works.")]));
    } catch (error) {
      tell(error.message);
    }
  }

  function line(fault) {
    const words = `${fault.method || "any method"}: ${name(fault)}, ${fault.left ?? fault.times ?? 1} left`;
    return h("li", {}, h("span", {}, words), iconButton("close", `Remove: ${words}`, () => run(api.removeFault(fault.id))));
  }

  for (const event of ["people", "open"]) store.on(event, () => { gone.checked = Boolean(store.me()?.deactivated); });
  return { element, load };
}

function name(fault) {
  if (fault.drop) return fault.drop === "before" ? "lost on the way there" : "delivered, answer lost";
  return [fault.code, fault.delay ? `${fault.delay} s late` : ""].filter(Boolean).join(", ") || "fails";
}

function limitsOf(on) {
  if (on) return { chat_per_second: 1, group_per_minute: 20, all_per_second: 30 };
  return { chat_per_second: null, group_per_minute: null, all_per_second: null };
}
