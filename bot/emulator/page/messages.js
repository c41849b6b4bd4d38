// The log of the open chat: rows patched by message id, grouped, with a line for each new day.

import { fillRow, makeRow, serviceWords } from "./bubble.js";
import { h } from "./dom.js";
import { dayKey, dayName } from "./format.js";
import { keepPlace } from "./scroll.js";

const WINDOW = 150; // rows shown at first; older ones come when asked for
const SPARE = 100; // rows beyond that before the oldest are put away
const TOGETHER = 300; // seconds within which one sender's messages make a group

/** The list of messages in `root`; `act` holds what taps do. */
export function createLog(root, store, act) {
  const rows = new Map(); // key -> row
  const place = keepPlace(root);
  let older = [];

  const keyOf = (message) => (message.media_group_id ? `album ${message.media_group_id}` : String(message.message_id));
  const rowOf = (id) => [...rows.values()].find((row) => row.messages.some((message) => message.message_id === id));

  /** Show a chat from scratch, at its end. Not announced: a screen reader would read hours of talk. */
  function showAll(messages) {
    root.setAttribute("aria-live", "off");
    rows.clear();
    older = messages.filter((message) => !message.deleted);
    const latest = older.splice(Math.max(0, older.length - WINDOW));
    root.replaceChildren();
    for (const message of latest) lay(message);
    arrange();
    place.toEnd();
    requestAnimationFrame(() => root.setAttribute("aria-live", "polite"));
  }

  function showOlder() {
    const more = older.splice(Math.max(0, older.length - WINDOW));
    place.around(() => {
      for (const message of more) lay(message);
      arrange();
    });
  }

  function lay(message) {
    const key = keyOf(message);
    let row = rows.get(key);
    if (!row) {
      row = makeRow(key);
      hush(row.element);
      rows.set(key, row);
    }
    const at = row.messages.findIndex((other) => other.message_id === message.message_id);
    if (at >= 0) row.messages[at] = message;
    else row.messages.push(message);
    row.messages.sort((a, b) => a.message_id - b.message_id);
    fill(row);
    return row;
  }

  function fill(row) {
    row.day = dayKey(row.messages[0].date, store.zone());
    const words = serviceWords(row.messages[0]);
    if (!words) return fillRow(row, store, act);
    row.element.className = "service";
    row.element.dataset.id = row.messages[0].message_id;
    row.element.replaceChildren(h("span", {}, words));
    return row;
  }

  /** Order, day lines and grouping; elements already in their place are not touched, so focus stays. */
  function arrange() {
    const sorted = inOrder();
    let cursor = earlierButton();
    let before = null;
    for (const row of sorted) {
      const newDay = !before || before.day !== row.day;
      dayLine(row, newDay);
      for (const element of [row.dayLine, row.element].filter(Boolean)) {
        const next = cursor ? cursor.nextSibling : root.firstChild;
        if (next !== element) root.insertBefore(element, next);
        cursor = element;
      }
      const joined = before && !newDay && together(before, row);
      row.element.classList.toggle("first", !joined);
      row.element.classList.add("last");
      if (joined) before.element.classList.remove("last");
      before = row;
    }
  }

  function earlierButton() {
    const there = root.querySelector(".earlier");
    if (!older.length) {
      there?.remove();
      return null;
    }
    if (there) return there;
    const button = h("button", { type: "button", class: "earlier", onclick: showOlder }, "Show earlier messages");
    root.prepend(button);
    return button;
  }

  function dayLine(row, wanted) {
    if (!wanted) {
      row.dayLine?.remove();
      row.dayLine = null;
      return;
    }
    const words = dayName(row.messages[0].date, store.zone(), store.now());
    if (!row.dayLine) row.dayLine = h("div", { class: "day", role: "separator" }, h("span", {}, words));
    row.dayLine.setAttribute("aria-label", words);
    if (row.dayLine.firstChild.textContent !== words) row.dayLine.firstChild.textContent = words;
  }

  const inOrder = () => [...rows.values()].sort((a, b) => a.messages[0].message_id - b.messages[0].message_id);

  function drop(row) {
    row.element.remove();
    row.dayLine?.remove();
    rows.delete(row.key);
  }

  /** A long talk must not make the page slow: what is far above goes back behind the button. */
  function putAway() {
    if (rows.size <= WINDOW + SPARE) return;
    for (const row of inOrder().slice(0, rows.size - WINDOW)) {
      older.push(...row.messages);
      drop(row);
    }
  }

  /** A new or changed message. Answers true when the reader is at the end and sees it. */
  function put(message) {
    return place.around(() => {
      if (isOlder(message)) return;
      lay(message);
      if (place.atEnd()) putAway();
      arrange();
    });
  }

  /** A change of a message that is not on show is only remembered. */
  function isOlder(message) {
    const at = older.findIndex((other) => other.message_id === message.message_id);
    if (at >= 0) older[at] = message;
    return at >= 0;
  }

  function refill() {
    place.around(() => {
      for (const row of rows.values()) fill(row);
      arrange();
    });
  }

  function remove(ids) {
    place.around(() => {
      for (const id of ids) {
        const row = rowOf(id);
        if (!row) continue;
        row.messages = row.messages.filter((message) => message.message_id !== id);
        if (row.messages.length) fill(row);
        else drop(row);
      }
      older = older.filter((message) => !ids.includes(message.message_id));
      arrange();
    });
  }

  function refresh(id) {
    const row = rowOf(id);
    if (row) fill(row);
  }

  function jumpTo(id) {
    while (!rowOf(id) && older.length) showOlder();
    const row = rowOf(id);
    if (!row) return;
    row.element.scrollIntoView({ block: "center" });
    row.element.classList.remove("flash");
    requestAnimationFrame(() => row.element.classList.add("flash"));
  }

  // Of all the days above the reader only the nearest floats along.
  place.watch(() => {
    const lines = [...root.querySelectorAll(".day")];
    const nearest = lines.filter((line) => line.nextElementSibling.offsetTop <= root.scrollTop + 48).pop();
    for (const line of lines) line.classList.toggle("floating", line === nearest);
  });

  return { showAll, put, remove, refresh, refill, arrange, jumpTo, place };
}

/** A new row is read out once; what changes in it later (ticks, spinners) is not for the ear. */
function hush(element) {
  setTimeout(() => element.setAttribute("aria-live", "off"), 1500);
}

function together(a, b) {
  const [first, second] = [a.messages[0], b.messages[0]];
  if (serviceWords(first) || serviceWords(second)) return false;
  return first.from?.id === second.from?.id && first.outgoing === second.outgoing && second.date - first.date < TOGETHER;
}
