// What stands at the bottom: the composer, or the one big button of a chat that is not running.

import { api } from "./api.js";
import { avatar, h } from "./dom.js";

/** Keeps the bottom of the chat right; answers `{draw, start}`. */
export function createDock(root, log, store, session, composer) {
  const { state } = store;
  const big = h("button", { type: "button", class: "big-button" });
  big.addEventListener("click", () => big.act());

  async function start() {
    const { payload } = state;
    state.payload = "";
    if (payload) dropPayloadFromAddress();
    await session.act((chat, as) => api.send(chat, { as, text: payload ? `/start ${payload}` : "/start" }));
    if (state.chat) state.chat.started = true;
    draw();
    composer.focus();
  }

  async function restart() {
    await session.act((chat, as) => api.unblock(chat, as));
    if (state.chat) state.chat.blocked = false;
    await start();
  }

  function wanted() {
    const { chat } = state;
    if (!chat || store.isGroup()) return null;
    if (chat.blocked) return ["Restart bot", restart];
    if (!chat.started || state.payload) return ["Start", start];
    return null;
  }

  function draw() {
    const button = wanted();
    root.classList.toggle("with-big", Boolean(button));
    if (button) {
      [big.textContent, big.act] = button;
      if (!big.isConnected) root.replaceChildren(big);
    } else if (!composer.element.isConnected) root.replaceChildren(composer.element);
    composer.draw();
    drawWelcome();
  }

  /** An empty, never started chat shows who the bot is. */
  function drawWelcome() {
    log.querySelector(".welcome")?.remove();
    const { chat, bot } = state;
    if (!chat || !bot || store.isGroup() || chat.messages.length) return;
    log.append(h("section", { class: "welcome", "aria-label": `About ${bot.first_name}` },
      avatar(bot.first_name, 2, "bot-face huge"),
      h("h2", {}, bot.description ? "What can this bot do?" : bot.first_name),
      h("p", {}, bot.description || bot.short_description || "No messages here yet."),
      bot.username && h("p", { class: "small" }, `@${bot.username}`)));
  }

  return { draw, start };
}

function dropPayloadFromAddress() {
  const address = new URL(location.href);
  address.searchParams.delete("start");
  history.replaceState(null, "", address);
}
