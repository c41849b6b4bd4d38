// Where the reader is in the log: at the end (then stay there) or reading up (then nothing may move).

import { wantsStillness } from "./loops.js";

const NEAR = 48; // pixels from the end that still count as the end

/** Keeps the reader's place in a scrolling `root` around changes of its content. */
export function keepPlace(root) {
  const watchers = [];
  let atEnd = true;
  let lastTop = 0;
  let resting = 0;
  let pinning = 0;

  const measure = () => root.scrollHeight - root.scrollTop - root.clientHeight < NEAR;

  function toEnd(smooth = false) {
    atEnd = true;
    root.scrollTo({ top: root.scrollHeight, behavior: smooth && !wantsStillness() ? "smooth" : "auto" });
    tell();
  }

  // Once a frame: asking for the height after each of a thousand messages would lay out the page each time.
  function pinSoon() {
    pinning ||= requestAnimationFrame(() => {
      pinning = 0;
      if (atEnd) root.scrollTop = root.scrollHeight;
    });
  }

  function tell() {
    for (const watcher of watchers) watcher(atEnd);
  }

  /**
   * Change the content around the first message in sight, which keeps its place.
   * Answers true when the reader was, and is kept, at the end.
   */
  function around(change) {
    if (atEnd) {
      change();
      pinSoon();
      return true;
    }
    const top = root.getBoundingClientRect().top;
    const seen = [...root.children].find((child) => child.dataset.id && child.getBoundingClientRect().bottom > top + 1);
    const before = seen?.getBoundingClientRect().top;
    change();
    if (seen?.isConnected) root.scrollTop += seen.getBoundingClientRect().top - before;
    tell();
    return false;
  }

  // Only a move upwards leaves the end: when the log shrinks (a keyboard opens), a late scroll event of our
  // own must not pass for the reader's wish.
  root.addEventListener("scroll", () => {
    if (measure()) atEnd = true;
    else if (root.scrollTop < lastTop) atEnd = false;
    lastTop = root.scrollTop;
    tell();
    root.classList.add("scrolling");
    clearTimeout(resting);
    resting = setTimeout(() => root.classList.remove("scrolling"), 1200);
  }, { passive: true });

  // The room changes too: a keyboard opens, the window turns, a late picture needs space.
  new ResizeObserver(() => {
    if (atEnd) root.scrollTop = root.scrollHeight;
  }).observe(root);

  return { around, toEnd, atEnd: () => atEnd, watch: (watcher) => watchers.push(watcher) };
}
