// One picture or film at full size; arrow keys walk through an album.

import { mediaAddress } from "./api.js";
import { h, iconButton } from "./dom.js";
import { summary } from "./format.js";
import { visualOf } from "./media.js";

/** Show `message` out of `messages` (an album or just the one). */
export function openLightbox(messages, message) {
  const before = document.activeElement;
  let at = messages.indexOf(message);
  const stage = h("div", { class: "lightbox-stage" });
  const words = h("p", { class: "lightbox-words", dir: "auto" });
  const several = messages.length > 1;
  const dialog = h("dialog", { class: "lightbox", "aria-label": "Picture" }, stage, words,
    iconButton("close", "Close", () => dialog.close(), "lightbox-close"),
    several && iconButton("back", "Previous", () => step(-1), "lightbox-before"),
    several && iconButton("back", "Next", () => step(1), "lightbox-after"));

  function draw() {
    stage.replaceChildren(large(messages[at]));
    words.textContent = messages[at].caption || "";
  }

  function step(by) {
    at = (at + by + messages.length) % messages.length;
    draw();
  }

  dialog.addEventListener("click", (event) => (event.target === dialog || event.target === stage) && dialog.close());
  dialog.addEventListener("keydown", (event) => {
    if (several && event.key === "ArrowLeft") step(-1);
    if (several && event.key === "ArrowRight") step(1);
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    before?.focus({ preventScroll: true });
  }, { once: true });
  draw();
  document.body.append(dialog);
  dialog.showModal();
}

function large(message) {
  const what = visualOf(message);
  const src = mediaAddress(what.file.file_id);
  const picture = () => h("img", { src, alt: summary(message) });
  if (!what.film) return picture();
  const video = h("video", { src, controls: true, playsinline: true, autoplay: true, loop: what.kind === "animation", muted: what.kind === "animation", "aria-label": summary(message) });
  video.addEventListener("error", () => video.replaceWith(picture()), { once: true });
  return video;
}
