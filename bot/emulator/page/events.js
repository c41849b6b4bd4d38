// The server's push: one EventSource per person, opened anew when it breaks.

const KINDS = [
  "hello", "message", "edit", "delete", "read", "action", "reply_markup", "answer", "inline", "chat", "people",
  "bot", "call", "clock", "reset",
];
const LONGEST_PAUSE = 8000;

/**
 * Listen as one person. `receive(kind, data)` gets every event, `connection(up)` every change of the line.
 * Answers a function that closes the stream.
 */
export function listen(person, receive, connection) {
  let source = null;
  let timer = 0;
  let pause = 500;

  function open() {
    source = new EventSource(`/control/events?as=${person}`);
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => receive(kind, JSON.parse(event.data)));
    }
    source.addEventListener("open", () => {
      pause = 500;
      connection(true);
    });
    source.addEventListener("error", again);
  }

  // The browser gives up for good on some errors (a 502, a closed server), so the retry is ours.
  function again() {
    connection(false);
    source.close();
    clearTimeout(timer);
    timer = setTimeout(open, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
