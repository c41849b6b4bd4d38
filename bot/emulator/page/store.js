// What the page knows, and who wants to hear of changes.

/** The page's state with `on(name, listener)` and `emit(name, detail)`. */
export function createStore() {
  const bus = new EventTarget();
  const state = {
    bot: null,
    people: [],
    groups: [],
    clock: { offset: 0, hops: [] },
    me: null, // id of the person we are
    chatId: null, // id of the open chat
    chat: null, // the open chat as the server told it
    presses: new Map(), // "message:data" -> "waiting" or "given-up"
    unread: new Map(), // "chat id" -> number of messages not looked at
    payload: "", // what START will carry, from ?start=
    connected: true,
  };
  return {
    state,
    on: (name, listener) => bus.addEventListener(name, (event) => listener(event.detail)),
    emit: (name, detail) => bus.dispatchEvent(new CustomEvent(name, { detail })),
    me: () => state.people.find((person) => person.id === state.me) || null,
    zone: () => state.people.find((person) => person.id === state.me)?.time_zone || "UTC",
    now: () => Date.now() / 1000 + (state.clock.offset || 0),
    isGroup: () => state.chatId !== null && state.chatId < 0,
    message: (id) => state.chat?.messages.find((message) => message.message_id === id) || null,
  };
}

/** Put a message into the chat's list, in order of its id; answers true when it was not there before. */
export function putMessage(chat, message) {
  const list = chat.messages;
  const at = list.findIndex((other) => other.message_id === message.message_id);
  if (at >= 0) {
    list[at] = message;
    return false;
  }
  let place = list.length;
  while (place > 0 && list[place - 1].message_id > message.message_id) place -= 1;
  list.splice(place, 0, message);
  return true;
}
