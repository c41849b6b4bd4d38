// Stopping and starting what moves: films by their own means, moving pictures by showing one frame of them.

import { h, icon } from "./dom.js";

/** True when the person asked their system for less movement; then loops wait to be started. */
export function wantsStillness() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** A button that stops and starts a loop; `use(picture)` tells which `video` or `img` it is about. */
export function stopButton() {
  const button = h("button", { type: "button", class: "still" });
  let loop = null;

  function draw() {
    const stopped = loop.stopped();
    button.replaceChildren(icon(stopped ? "play" : "pause"));
    button.setAttribute("aria-label", stopped ? "Play the animation" : "Pause the animation");
  }

  button.addEventListener("click", () => loop.toggle());
  function use(picture) {
    loop = picture.tagName === "VIDEO" ? filmLoop(picture, draw) : imageLoop(picture, draw);
    draw();
  }
  return { button, use };
}

function filmLoop(video, draw) {
  for (const kind of ["play", "pause"]) video.addEventListener(kind, draw);
  return {
    stopped: () => video.paused,
    toggle: () => (video.paused ? video.play().catch(() => {}) : video.pause()),
  };
}

function imageLoop(image, draw) {
  const moving = image.src;
  let stopped = false;

  function stop() {
    stopped = true;
    image.src = frameOf(image);
    draw();
  }

  if (wantsStillness()) image.addEventListener("load", stop, { once: true });
  return {
    stopped: () => stopped,
    toggle() {
      if (!stopped) return stop();
      stopped = false;
      image.src = moving;
      return draw();
    },
  };
}

function frameOf(image) {
  const canvas = h("canvas", { width: image.naturalWidth || 1, height: image.naturalHeight || 1 });
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL();
}
