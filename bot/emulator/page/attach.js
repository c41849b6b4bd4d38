// What a person can send besides words.

import { api } from "./api.js";
import { openMenu, field, formBox } from "./dialogs.js";
import { h } from "./dom.js";

/** The menu of the paper clip. */
export function attachMenu(anchor, store, session) {
  const sample = (type) => session.act((chat, as) => api.sendMedia(chat, mediaForm(as, type)));
  openMenu(anchor, [
    { label: "Photo or file…", icon: "file", act: () => chooseFile(session) },
    { label: "Location…", icon: "pin", act: () => sendPlace(session) },
    { label: "My contact", icon: "contact", act: () => session.act((chat, as) => api.contact(chat, { as })) },
    "Samples",
    { label: "Sample photo", icon: "photo", act: () => sample("photo") },
    { label: "Sample voice message", icon: "voice", act: () => sample("voice") },
    { label: "Sample document", icon: "file", act: () => sample("document") },
    { label: "Sample sticker", icon: "smile", act: () => sample("sticker") },
  ], "Attach");
}

function mediaForm(as, type, file = null, caption = "") {
  const form = new FormData();
  form.append("as", as);
  form.append("type", type);
  if (file) form.append("file", file, file.name);
  if (caption) form.append("caption", caption);
  return form;
}

function chooseFile(session) {
  const input = h("input", { type: "file" });
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    const caption = h("input", { name: "caption", maxlength: "1024", autocomplete: "off" });
    const form = await formBox(`Send ${file.name}`, [field("Caption", caption, "may stay empty")], "Send");
    if (form) session.act((chat, as) => api.sendMedia(chat, mediaForm(as, typeOf(file), file, form.get("caption"))));
  });
  input.click();
}

function typeOf(file) {
  if (file.type === "image/gif") return "animation";
  if (file.type.startsWith("image/")) return "photo";
  if (file.type.startsWith("video/")) return "video";
  return file.type.startsWith("audio/ogg") ? "voice" : "document";
}

async function sendPlace(session) {
  const number = (name, value) => h("input", { name, type: "number", step: "any", required: true, value });
  const form = await formBox("Send a location", [field("Latitude", number("latitude", "52.52")), field("Longitude", number("longitude", "13.405"))], "Send");
  if (!form) return;
  session.act((chat, as) => api.location(chat, { as, latitude: Number(form.get("latitude")), longitude: Number(form.get("longitude")) }));
}
