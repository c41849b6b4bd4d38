// Time travel: a chip that tells the coach's time, with a menu to move it on.

import { api } from "./api.js";
import { openMenu, tell } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { dayKey, fullMoment, shortDay, spanName, timeOf, untilSameTimeTomorrow, weekday } from "./format.js";

/** The chip; it stands out when the coach's time is ahead. Answers `{element}`. */
export function createClock(store) {
  const { state } = store;
  const words = h("span", { class: "clock-words" });
  const element = h("button", { type: "button", class: "clock-chip", onclick: () => openMenu(element, items(), "Time travel") }, icon("clock"), words);

  const ahead = () => (state.clock.offset || 0) >= 60;

  function items() {
    const zone = store.zone();
    const now = store.now();
    const hops = (state.clock.hops || []).filter((hop) => hop.at > now).sort((a, b) => a.at - b.at);
    const same = untilSameTimeTomorrow(now, zone);
    return [
      `For the coach it is ${fullMoment(now, zone)}${ahead() ? `, ${spanName(state.clock.offset)} ahead` : ""}. Move on to:`,
      ...hops.map((hop) => ({ label: hop.label, note: `${weekday(hop.at, zone)} ${timeOf(hop.at, zone)}`, icon: "forward", act: () => move({ hop: hop.key }) })),
      hops.length ? null : undefined,
      { label: "+1 hour", note: timeOf(now + 3600, zone), icon: "clock", act: () => move({ by: 3600 }) },
      { label: "Tomorrow, same time", note: `${weekday(now + same, zone)} ${timeOf(now + same, zone)}`, icon: "clock", act: () => move({ by: same }) },
      { label: "+1 week", note: shortDay(now + 7 * 86400, zone), icon: "clock", act: () => move({ by: 7 * 86400 }) },
    ].filter((item) => item !== undefined);
  }

  async function move(step) {
    try {
      await api.moveClock(step);
    } catch (error) {
      tell(error.message);
    }
  }

  function draw() {
    const zone = store.zone();
    const now = store.now();
    const far = ahead();
    const day = dayKey(now, zone) === dayKey(Date.now() / 1000, zone) ? "" : `${weekday(now, zone)} `;
    const shown = far ? `${day}${timeOf(now, zone)}` : "Time travel";
    if (words.textContent !== shown) words.textContent = shown;
    element.classList.toggle("ahead", far);
    const label = far ? `Time travel: for the coach it is ${fullMoment(now, zone)}` : "Time travel: move the coach's clock on";
    element.setAttribute("aria-label", label);
    element.title = label;
  }

  store.on("clock", (change) => {
    draw();
    if (change?.moved) tell(`It is now ${fullMoment(store.now(), store.zone())}.`);
  });
  store.on("open", draw);
  setInterval(draw, 10000);
  draw();
  return { element };
}
