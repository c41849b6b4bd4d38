// What happens when something in a bubble is tapped.

import { api } from "./api.js";
import { openMenu, tell } from "./dialogs.js";
import { isSafe } from "./entities.js";
import { openLightbox } from "./lightbox.js";

/** The actions that rows need; `parts()` answers {log, composer, dock}, which are made later. */
export function createTaps(store, session, parts) {
  const { state } = store;
  const votes = new Map();

  /** A link to the bot leads into the private chat, also from a group, where START carries its payload. */
  async function deepLink(payload) {
    if (store.isGroup()) await session.open(state.me, state.me);
    state.payload = payload;
    parts().dock.draw();
    parts().log.place.toEnd();
  }

  /** Our own bot's links stay on the page; answers true when the tap is dealt with. */
  function link(address) {
    const own = address.match(/^(?:https?:\/\/)?(?:t\.me|telegram\.me)\/(\w+)\/?(?:\?start=([\w-]*))?/i) || address.match(/^tg:\/\/resolve\?domain=(\w+)(?:&start=([\w-]*))?/i);
    if (!own) return /^tg:/i.test(address);
    if (own[1].toLowerCase() !== state.bot?.username?.toLowerCase()) return false;
    if (own[2]) deepLink(own[2]);
    return true;
  }

  function press(message, button) {
    if (button.callback_data !== undefined) return session.press(message, button.callback_data);
    const address = button.url || button.login_url?.url;
    if (address) return follow(address);
    if (button.copy_text) return copy(button.copy_text.text);
    const query = button.switch_inline_query_current_chat ?? button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query;
    if (query !== undefined) {
      parts().composer.write(`@${state.bot.username} ${query}`);
      return parts().composer.focus();
    }
    return tell("This kind of button is not part of this emulator.");
  }

  function follow(address) {
    if (link(address)) return;
    if (isSafe(address)) window.open(address, "_blank", "noopener,noreferrer");
    else tell("This address cannot be opened.");
  }

  async function copy(words) {
    try {
      await navigator.clipboard.writeText(words);
      tell("Copied.");
    } catch {
      tell("The browser does not let this page copy.");
    }
  }

  // The Bot API's Poll tells how many voted, not what this person chose; so the page remembers.
  const voteKey = (message) => `${state.me}:${state.chatId}:${message.message_id}`;

  async function vote(message, ids) {
    const before = votes.get(voteKey(message)) || [];
    votes.set(voteKey(message), ids);
    const done = await session.act((chat, as) => api.vote(chat, { as, message_id: message.message_id, option_ids: ids }));
    if (!done) votes.set(voteKey(message), before);
    parts().log.refresh(message.message_id);
  }

  function more(message, anchor) {
    const { composer, log } = parts();
    const words = message.text || message.caption;
    const id = message.message_id;
    const again = (body) => session.act((chat, as) => api.send(chat, { as, ...body }));
    openMenu(anchor, [
      { label: "Reply", icon: "reply", act: () => composer.reply(message) },
      ...(words ? [{ label: "Copy", icon: "copy", act: () => copy(words) }] : []),
      ...(message.outgoing && message.text ? [{ label: "Edit", icon: "edit", act: () => composer.edit(message) }] : []),
      ...(words ? [{ label: "Forward to this chat", icon: "forward", act: () => again({ text: words, forward: true }) }] : []),
      { label: "Delete", icon: "erase", danger: true, act: () => erase(id, log) },
    ], "Message");
  }

  async function erase(id, log) {
    if (!await session.act((chat, as) => api.erase(chat, { as, message_id: id }))) return;
    state.chat.messages = state.chat.messages.filter((message) => message.message_id !== id);
    log.remove([id]);
  }

  return {
    press, more, deepLink,
    vote,
    voted: (message) => votes.get(voteKey(message)) || [],
    look: openLightbox,
    jump: (id) => parts().log.jumpTo(id),
    follow,
    text: {
      command: (words) => parts().composer.say(words),
      mention: (words) => {
        parts().composer.write(`${words} `);
        parts().composer.focus();
      },
      link,
    },
  };
}
