// The control API (docs/emulator.md), one function per call. A refusal becomes an Error with the server's sentence.

async function request(method, path, body) {
  const options = { method };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.headers = { "Content-Type": "application/json" };
    options.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(`/control/${path}`, options);
  } catch {
    throw new Error("The emulator cannot be reached.");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error || `The emulator answered ${response.status}.`);
  return answer;
}

const get = (path) => request("GET", path);
const post = (path, body = {}) => request("POST", path, body);

/** Everything the page asks of the emulator. Ids are numbers; times are Unix seconds. */
export const api = {
  state: () => get("state"),
  addPerson: (person) => post("people", person),
  changePerson: (id, change) => request("PATCH", `people/${id}`, change),
  addGroup: (group) => post("groups", group),
  reset: () => post("reset", { keep_bot: true }),
  chat: (chat, as) => get(`chats/${chat}?as=${as}`),
  send: (chat, message) => post(`chats/${chat}/send`, message),
  sendMedia: (chat, form) => post(`chats/${chat}/send-media`, form),
  location: (chat, body) => post(`chats/${chat}/location`, body),
  contact: (chat, body) => post(`chats/${chat}/contact`, body),
  edit: (chat, body) => post(`chats/${chat}/edit`, body),
  erase: (chat, body) => post(`chats/${chat}/delete`, body),
  press: (chat, body) => post(`chats/${chat}/press`, body),
  vote: (chat, body) => post(`chats/${chat}/vote`, body),
  block: (chat, as) => post(`chats/${chat}/block`, { as }),
  unblock: (chat, as) => post(`chats/${chat}/unblock`, { as }),
  clear: (chat, as) => post(`chats/${chat}/clear`, { as }),
  inline: (body) => post("inline", body),
  choose: (id, body) => post(`inline/${id}/choose`, body),
  calls: (after) => get(`calls?after=${after}&limit=200`),
  faults: () => get("faults"),
  addFault: (fault) => post("faults", fault),
  removeFault: (id) => request("DELETE", `faults/${id}`),
  clearFaults: () => request("DELETE", "faults"),
  limits: (limits) => request("PUT", "limits", limits),
  moveClock: (step) => post("clock", step),
};

/** The address of a file's bytes. */
export function mediaAddress(fileId) {
  return `/control/media/${encodeURIComponent(fileId)}`;
}
