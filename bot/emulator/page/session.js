// What the person does, and what comes back: the one place that changes the store.

import { api } from "./api.js";
import { listen } from "./events.js";
import { pressKey } from "./keyboards.js";
import { putMessage } from "./store.js";

const PATIENCE = 15000; // milliseconds until a button's spinner is given up
const CHOSEN = "emulator.person";

/** Join the store to the control API; `tell(words)` shows a short notice, `alert(words)` a modal one. */
export function createSession(store, { tell, alert }) {
  const { state } = store;
  const answered = new Map(); // callback id -> answer that came before we knew the id
  const waiting = new Map(); // callback id -> button that waits
  let close = () => {};
  let queue = Promise.resolve();
  let greeted = false;

  /** Run steps one after the other, so that an event never overtakes the chat being loaded. */
  function inTurn(step) {
    queue = queue.then(step).catch((error) => tell(error.message));
    return queue;
  }

  async function start() {
    await refreshState();
    if (!state.people.length) await addFirstPerson();
    const [person, chat] = wanted();
    await open(person, chat);
  }

  async function refreshState() {
    const { bot, people, groups, clock } = await api.state();
    Object.assign(state, { bot, people, groups, clock });
    for (const name of ["bot", "people", "clock"]) store.emit(name);
  }

  async function addFirstPerson() {
    const person = await api.addPerson({ first_name: "Alex", ...surroundings() });
    if (!state.people.some((other) => other.id === person.id)) state.people.push(person);
  }

  function wanted() {
    const [, person, chat] = location.hash.match(/^#\/(-?\d+)(?:\/(-?\d+))?/) || [];
    const id = Number(person || localStorage.getItem(CHOSEN));
    const found = state.people.find((other) => other.id === id) || state.people[0];
    const group = state.groups.find((other) => other.id === Number(chat) && memberIds(other).includes(found.id));
    return [found.id, group ? group.id : found.id];
  }

  /** Be this person in this chat. */
  async function open(person, chat) {
    const changed = person !== state.me;
    Object.assign(state, { me: person, chatId: chat });
    localStorage.setItem(CHOSEN, String(person));
    history.replaceState(null, "", `${location.pathname}${location.search}#/${person}${chat === person ? "" : `/${chat}`}`);
    state.unread.delete(chat);
    forgetPresses();
    if (changed) {
      close();
      greeted = false;
      close = listen(person, (kind, data) => inTurn(() => receive(kind, data)), connection);
    }
    await inTurn(load);
  }

  function forgetPresses() {
    for (const { timer } of waiting.values()) clearTimeout(timer);
    waiting.clear();
    state.presses.clear();
  }

  async function load() {
    const { me, chatId } = state;
    const chat = await api.chat(chatId, me);
    if (me !== state.me || chatId !== state.chatId) return; // someone else was chosen meanwhile
    state.chat = chat;
    store.emit("open");
  }

  /** A restarted emulator knows nobody; then begin anew instead of knocking for ever. */
  async function revive(person) {
    const { people } = await api.state().catch(() => ({ people: [{ id: person }] }));
    if (state.me !== person || people.some((one) => one.id === person)) return;
    close();
    state.me = null;
    await start();
  }

  function connection(up) {
    if (!up) revive(state.me).catch((error) => tell(error.message));
    if (state.connected === up) return;
    state.connected = up;
    store.emit("connection");
  }

  const here = (data) => state.chat && data.chat_id === state.chatId;

  const RECEIVE = {
    // The first hello follows our own loading; a later one means that events were missed.
    async hello() {
      if (greeted) {
        await refreshState();
        await load();
      }
      greeted = true;
    },
    message: (data) => take(data),
    edit: (data) => take(data),
    delete(data) {
      if (!here(data)) return;
      state.chat.messages = state.chat.messages.filter((message) => !data.message_ids.includes(message.message_id));
      store.emit("delete", data.message_ids);
    },
    read(data) {
      if (!here(data)) return;
      for (const message of state.chat.messages.filter((one) => data.message_ids.includes(one.message_id))) {
        message.read = true;
        store.emit("message", { message, fresh: false });
      }
    },
    action: (data) => here(data) && store.emit("action", data.action),
    reply_markup(data) {
      if (!here(data)) return;
      state.chat.reply_markup = data.reply_markup;
      store.emit("reply_markup");
    },
    answer: (data) => answer(data),
    inline: (data) => store.emit("inline", data),
    chat(data) {
      if (!here(data)) return;
      const { chat_id: _id, ...known } = data;
      Object.assign(state.chat, known);
      store.emit("chat");
    },
    people(data) {
      Object.assign(state, data);
      store.emit("people");
    },
    bot(data) {
      state.bot = { ...state.bot, ...data.bot };
      store.emit("bot");
    },
    call(data) {
      noteUnread(data);
      store.emit("call", data);
    },
    clock(data) {
      const moved = data.offset - (state.clock.offset || 0) > 30;
      state.clock = data;
      store.emit("clock", { moved });
    },
    async reset() {
      close();
      Object.assign(state, { me: null, chatId: null, chat: null, people: [], groups: [] });
      store.emit("reset");
      setTimeout(() => start().catch((error) => tell(error.message)), 50);
    },
  };

  function receive(kind, data) {
    return RECEIVE[kind]?.(data);
  }

  function take(data) {
    if (!here(data)) return;
    const fresh = putMessage(state.chat, data.message);
    store.emit("message", { message: data.message, fresh });
  }

  /** Chats that we do not look at show how much was sent there; the record of calls tells. */
  function noteUnread(call) {
    const chat = Number(call.parameters?.chat_id);
    if (!call.ok || !chat || chat === state.chatId || !/^send(?!ChatAction|MessageDraft)/.test(call.method)) return;
    state.unread.set(chat, (state.unread.get(chat) || 0) + 1);
    store.emit("unread");
  }

  async function press(message, data) {
    const key = pressKey(message, data);
    if (state.presses.get(key) === "waiting") return;
    mark(message.message_id, key, "waiting");
    try {
      const { id } = await api.press(state.chatId, { as: state.me, message_id: message.message_id, data });
      const early = answered.get(id);
      const timer = setTimeout(() => giveUp(id), PATIENCE);
      waiting.set(id, { key, message: message.message_id, timer });
      if (early) answer(early);
    } catch (error) {
      mark(message.message_id, key, null);
      tell(error.message);
    }
  }

  function mark(message, key, word) {
    if (word) state.presses.set(key, word);
    else state.presses.delete(key);
    store.emit("press", message);
  }

  function giveUp(id) {
    const button = waiting.get(id);
    waiting.delete(id);
    if (!button) return;
    mark(button.message, button.key, "given-up");
    tell("The bot did not answer this button.");
  }

  function answer(data) {
    const button = waiting.get(data.id);
    if (!button) {
      // Either faster than the answer to our own request, or after we gave up.
      answered.set(data.id, data);
      setTimeout(() => answered.delete(data.id), PATIENCE);
      return;
    }
    clearTimeout(button.timer);
    waiting.delete(data.id);
    answered.delete(data.id);
    mark(button.message, button.key, null);
    if (data.url) store.emit("link", data.url);
    if (data.text && data.show_alert) alert(data.text);
    else if (data.text) tell(data.text);
  }

  /** Do something in the open chat; a Message that comes back is shown, a refusal is told. Answers success. */
  async function act(call) {
    const chat = state.chatId;
    try {
      const message = await call(chat, state.me);
      // The event usually comes first, and what followed it ("read") must not be taken back.
      if (message?.message_id) inTurn(() => store.message(message.message_id) || take({ chat_id: chat, message }));
      return true;
    } catch (error) {
      tell(error.message);
      return false;
    }
  }

  return { start, open, follow: () => open(...wanted()), press, act, reload: () => inTurn(load), refreshState };
}

/** The language and time zone of the browser, for a new person. */
export function surroundings() {
  return {
    language_code: (navigator.language || "en").split("-")[0],
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
  };
}

/** Ids of a group's members, whether the server tells ids or people. */
export function memberIds(group) {
  return group.members.map((member) => (typeof member === "object" ? member.id : member));
}
