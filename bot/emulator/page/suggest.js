// The list above the field: commands after "/", inline results after "@bot ".

import { api, mediaAddress } from "./api.js";
import { h, icon } from "./dom.js";

const THINKING = 300; // milliseconds of silence before an inline query is asked

/**
 * `root` is the list, `input` the field. `pick` = {command(name), complete(name), result(queryId, result),
 * button(button)}. Answers `{update, onKey, showInline, hide, showCommands}`.
 */
export function createSuggest(root, input, store, pick) {
  let options = []; // {element, choose, complete}
  let at = -1;
  let timer = 0;
  let asked = null; // id of the inline query whose results we want
  const early = new Map();

  function show(entries, label, kind = "") {
    options = entries;
    root.className = `suggest ${kind}`;
    root.setAttribute("aria-label", label);
    root.replaceChildren(...entries.map((entry) => entry.element));
    entries.forEach((entry, index) => {
      entry.element.id = `option-${index}`;
      entry.element.addEventListener("click", () => choose(index));
      entry.element.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    });
    root.hidden = !entries.length;
    input.setAttribute("aria-expanded", String(!root.hidden));
    // Enter must pick a result, not the button over the results.
    highlight(Math.min(entries[0]?.lead ? 1 : 0, entries.length - 1));
  }

  function hide() {
    clearTimeout(timer);
    asked = null;
    if (!root.hidden) show([], "");
  }

  function highlight(index) {
    at = index;
    options.forEach((option, position) => option.element.setAttribute("aria-selected", String(position === at)));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", `option-${at}`);
      options[at].element.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    const option = options[index];
    hide();
    option?.choose();
  }

  /** Answers true when the key was for the list. */
  function onKey(event) {
    if (root.hidden || !options.length) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) highlight((at + step + options.length) % options.length);
    else if (event.key === "Enter" && !event.shiftKey) choose(at);
    else if (event.key === "Tab" && options[at]?.complete) options[at].complete();
    else if (event.key === "Escape") hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  function showCommands(prefix = "") {
    const found = (store.state.chat?.commands || []).filter(({ command }) => command.startsWith(prefix));
    show(found.map(({ command, description }) => ({
      element: h("div", { role: "option", class: "suggestion" }, h("strong", {}, `/${command}`), h("span", {}, description)),
      choose: () => pick.command(command),
      complete: () => pick.complete(command),
    })), "Commands");
  }

  /** Look at what is being written. */
  function update(text) {
    const command = text.match(/^\/(\w*)$/);
    const bot = store.state.bot?.username;
    const inline = bot && text.match(new RegExp(`^@${bot}\\s([\\s\\S]*)$`, "i"));
    if (inline) return askSoon(inline[1]);
    if (command) return showCommands(command[1].toLowerCase());
    return hide();
  }

  function askSoon(query) {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      try {
        const { id } = await api.inline({ as: store.state.me, query });
        asked = id;
        if (early.has(id)) showInline(early.get(id));
      } catch (error) {
        show([note(error.message)], "Inline mode");
      }
    }, THINKING);
  }

  function showInline(data) {
    if (data.id !== asked) {
      early.clear();
      early.set(data.id, data); // the event may overtake the answer to our request
      return;
    }
    const entries = data.results.map((result) => ({ element: card(result), choose: () => pick.result(data.id, result) }));
    if (data.button) entries.unshift({ lead: true, element: h("div", { role: "option", class: "suggestion lead" }, data.button.text), choose: () => pick.button(data.button) });
    show(entries.length ? entries : [note("No results")], "Results", data.results.some((one) => one.type !== "article") ? "tiles" : "");
  }

  const note = (words) => ({ element: h("div", { role: "option", class: "suggestion", "aria-disabled": "true" }, words), choose: () => {} });

  return { update, onKey, showInline, hide, showCommands, open: () => !root.hidden };
}

/** One inline result. Pictures come from the emulator only; an outside address is not fetched. */
function card(result) {
  const file = result.photo_file_id || result.gif_file_id || result.mpeg4_file_id || result.document_file_id || result.sticker_file_id;
  const title = result.title || result.caption || result.type;
  const moving = result.mpeg4_file_id && h("video", { src: mediaAddress(file), muted: true, loop: true, autoplay: true, playsinline: true });
  const face = file ? moving || h("img", { src: mediaAddress(file), alt: "" }) : h("span", { class: "disc" }, icon(result.type === "location" ? "pin" : "file"));
  return h("div", { role: "option", class: "suggestion result", "aria-label": title },
    face, h("span", { class: "result-words" }, h("strong", {}, title), result.description && h("span", {}, result.description)));
}
