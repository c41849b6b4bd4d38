// Times, sizes and names as people read them. Times are Unix seconds, shown in a person's own zone.

const HOUR12 = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions().hour12;
const made = new Map();

function formatter(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!made.has(key)) {
    try {
      made.set(key, new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone }));
    } catch {
      made.set(key, new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }));
    }
  }
  return made.get(key);
}

const show = (unix, zone, options) => formatter(zone, options).format(new Date(unix * 1000));

export function timeOf(unix, zone) {
  return show(unix, zone, { hour: HOUR12 ? "numeric" : "2-digit", minute: "2-digit", hour12: HOUR12 });
}

/** A key that is equal for moments of one local calendar day. */
export function dayKey(unix, zone) {
  return show(unix, zone, { year: "numeric", month: "2-digit", day: "2-digit" });
}

/** "Today", "Yesterday", "Tomorrow", or the date; the year is shown only when it is another. */
export function dayName(unix, zone, now) {
  const day = dayKey(unix, zone);
  if (day === dayKey(now, zone)) return "Today";
  if (day === dayKey(now - 86400, zone)) return "Yesterday";
  if (day === dayKey(now + 86400, zone)) return "Tomorrow";
  const sameYear = show(unix, zone, { year: "numeric" }) === show(now, zone, { year: "numeric" });
  return show(unix, zone, { weekday: "long", day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) });
}

export function shortDay(unix, zone) {
  return show(unix, zone, { weekday: "short", day: "numeric", month: "short" });
}

export function weekday(unix, zone) {
  return show(unix, zone, { weekday: "short" });
}

export function fullMoment(unix, zone) {
  return `${show(unix, zone, { weekday: "long", day: "numeric", month: "long" })}, ${timeOf(unix, zone)}`;
}

/** Seconds from `now` to the same wall-clock time on the next day: 23 or 25 hours where the clocks change. */
export function untilSameTimeTomorrow(now, zone) {
  const minutes = (unix) => {
    const [hour, minute] = show(unix, zone, { hour: "2-digit", minute: "2-digit", hour12: false }).split(":").map(Number);
    return (hour % 24) * 60 + minute;
  };
  let shift = minutes(now) - minutes(now + 86400);
  if (shift > 720) shift -= 1440;
  if (shift < -720) shift += 1440;
  return 86400 + shift * 60;
}

/** How far ahead, in two parts at most: "3 d 2 h". */
export function spanName(seconds) {
  const minutes = Math.max(0, Math.round(seconds / 60));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days) return hours ? `${days} d ${hours} h` : `${days} d`;
  if (hours) return rest ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}

export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function fileSize(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** How many belong to a group, in words. */
export function memberCount(number) {
  return number === 1 ? "1 member" : `${number} members`;
}

export function fullName(person) {
  return [person?.first_name, person?.last_name].filter(Boolean).join(" ") || person?.title || "Unknown";
}

/** One line that stands for a message in lists, replies and labels. */
export function summary(message) {
  const text = (message.text || message.caption || "").split("\n").find((line) => line.trim());
  if (text) return text;
  const names = {
    photo: "Photo", animation: "Animation", video: "Video", voice: "Voice message", audio: "Audio",
    document: "Document", sticker: "Sticker", location: "Location", contact: "Contact", poll: "Poll",
  };
  return names[Object.keys(names).find((kind) => message[kind])] || "Message";
}
