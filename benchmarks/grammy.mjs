// Figure a for grammY: the same message, as many at once, with CPU and time for each.
import { Bot, InlineKeyboard } from "grammy";

const given = JSON.parse(process.argv[2]);
const bot = new Bot(given.token, { client: { apiRoot: given.url } });

async function send(number) {
  const keyboard = InlineKeyboard.from(given.buttons.map((row) => row.map(([text, data]) => InlineKeyboard.text(text, data))));
  const message = await bot.api.sendMessage(number + 1, given.text, { parse_mode: "HTML", reply_markup: keyboard });
  return message.message_id;
}

async function all(count) {
  let next = 0;
  const one = async () => {
    while (next < count) await send(next++);
  };
  await Promise.all(Array.from({ length: given.atOnce }, one));
}

await all(given.warmUp);
const cpu = process.cpuUsage();
const began = process.hrtime.bigint();
await all(given.count);
const spent = process.cpuUsage(cpu);
const wall = Number(process.hrtime.bigint() - began) / 1000;
const micros = (spent.user + spent.system) / given.count;
console.log(JSON.stringify({ cpu_us: micros, wall_us: wall / given.count, per_second: (given.count / wall) * 1e6 }));
process.exit(0);
