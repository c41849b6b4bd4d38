// Puts the parts of the page together.

import { createComposer } from "./composer.js";
import { alertBox, speak, tell } from "./dialogs.js";
import { createDock } from "./dock.js";
import { byId, h, icon } from "./dom.js";
import { createDrawer } from "./drawer.js";
import { summary } from "./format.js";
import { createHeader } from "./header.js";
import { createLog } from "./messages.js";
import { createPanels } from "./panels.js";
import { createSession } from "./session.js";
import { createSidebar } from "./sidebar.js";
import { createStore } from "./store.js";
import { createTaps } from "./taps.js";
import { createTheme } from "./theme.js";

async function main() {
  const theme = createTheme();
  const store = createStore();
  store.state.payload = new URLSearchParams(location.search).get("start") || "";
  const session = createSession(store, { tell, alert: (words) => alertBox(words, store.state.bot?.first_name) });
  const parts = {};
  const taps = createTaps(store, session, () => parts);
  parts.log = createLog(byId("log"), store, taps);
  parts.composer = createComposer(store, session, { deepLink: taps.deepLink, tell });
  parts.dock = createDock(byId("dock"), byId("log"), store, session, parts.composer);

  let drawer = null;
  const panels = createPanels({ sidebar: byId("sidebar"), drawer: byId("drawer"), chat: byId("chat"), scrim: byId("scrim") }, (open) => drawer.opened(open));
  drawer = createDrawer(byId("drawer"), store, panels);
  createSidebar(byId("sidebar"), store, session, panels);
  const header = createHeader(byId("header"), store, session, theme, panels);
  const jump = createJump(parts.log);
  connect(store, parts, header, jump, taps);
  byId("skip").addEventListener("click", () => parts.composer.focus());
  byId("log").addEventListener("dblclick", (event) => replyTo(event, store, parts.composer));
  byId("log").addEventListener("contextmenu", (event) => offerMore(event, store, taps));
  window.addEventListener("hashchange", session.follow);
  setInterval(parts.log.arrange, 60000); // "Today" becomes "Yesterday" at midnight
  await session.start();
}

/** Let each part hear what concerns it. */
function connect(store, { log, composer, dock }, header, jump, taps) {
  store.on("open", () => {
    log.showAll(store.state.chat.messages);
    jump.none();
    header.draw();
    composer.clear();
    dock.draw();
    composer.onMarkup();
  });
  store.on("message", ({ message, fresh }) => {
    if (fresh) byId("log").querySelector(".welcome")?.remove();
    if (!fresh) speakEdit(message);
    const seen = log.put(message);
    if (fresh && message.outgoing) log.place.toEnd();
    else if (fresh && !seen) jump.more();
  });
  store.on("delete", (ids) => log.remove(ids));
  store.on("press", (id) => log.refresh(id));
  store.on("reply_markup", () => composer.onMarkup());
  for (const event of ["chat", "bot"]) store.on(event, () => dock.draw());
  store.on("clock", () => store.state.chat && log.refill());
  store.on("inline", (data) => composer.suggest.showInline(data));
  store.on("link", (address) => taps.follow(address));
}

/** An edit is spoken when the person is inside that message: they pressed a button and want to know what came of it. */
function speakEdit(message) {
  const inside = document.activeElement?.closest?.(".row")?.dataset.id === String(message.message_id);
  if (inside) speak(`Changed: ${summary(message)}`);
}

function replyTo(event, store, composer) {
  const id = Number(event.target.closest(".row")?.dataset.id);
  const message = id && store.message(id);
  if (message && !event.target.closest("button, a, input") && !String(getSelection())) composer.reply(message);
}

/** A long press or right click on a bubble opens its menu; on links and marked words the browser's own is better. */
function offerMore(event, store, taps) {
  const row = event.target.closest(".bubble")?.closest(".row");
  const message = row && store.message(Number(row.dataset.id));
  if (!message || event.target.closest("a") || String(getSelection())) return;
  event.preventDefault();
  taps.more(message, row.querySelector(".ghost"));
}

/** The button that leads back to the end, with the number of messages not seen. */
function createJump(log) {
  const button = byId("jump");
  const badge = h("span", { class: "badge", hidden: true });
  let missed = 0;
  button.append(icon("down"), badge);
  button.addEventListener("click", () => log.place.toEnd(true));

  function draw(atEnd) {
    if (atEnd) missed = 0;
    button.hidden = atEnd;
    badge.hidden = !missed;
    badge.textContent = String(missed);
    button.setAttribute("aria-label", missed ? `To the newest message, ${missed} new` : "To the newest message");
  }

  log.place.watch(draw);
  return {
    more: () => { missed += 1; draw(false); },
    none: () => { missed = 0; draw(true); },
  };
}

main().catch((error) => tell(error.message));
