// Small helpers to build the page out of elements. Text from the server only ever becomes text nodes.

import { PATHS } from "./icons.js";

const PROPERTIES = new Set(["value", "checked", "muted", "loop", "autoplay", "disabled", "hidden", "inert"]);
const SVG = "http://www.w3.org/2000/svg";

/** An element with properties and children; `onclick` and the like are listeners, `style` sets custom properties too. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "style") setStyle(element, value);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (PROPERTIES.has(name)) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...present(children));
  return element;
}

/** Children with the absent ones (null, false) left out. */
export function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** A line icon of our own, by name; hidden from screen readers because its button has a label. */
export function icon(name, extra = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon ${extra}`);
  svg.setAttribute("aria-hidden", "true");
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

/** A round button that shows an icon and says its label. */
export function iconButton(name, label, onclick, extra = "") {
  return h("button", { type: "button", class: `round ${extra}`, "aria-label": label, title: label, onclick }, icon(name));
}

/** A round picture made of initials; the hue follows the id so that people can be told apart. */
export function avatar(name, id, extra = "") {
  const initials = name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0]).join("");
  return h("span", { class: `avatar tint-${Math.abs(Number(id)) % 6} ${extra}`, "aria-hidden": "true" }, initials || "?");
}

export function byId(id) {
  return document.getElementById(id);
}

function setStyle(element, styles) {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value);
}
