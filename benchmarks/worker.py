"""One measurement in its own process: ``python -m benchmarks.worker <module> <function> name=value ...``.

What is measured prints one line of JSON, so that nothing of one peer weighs on another.
"""

import asyncio
import gc
import importlib
import inspect
import json
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

from bot import loop

TEXT = "<b>Time to move</b>, Anna. Your routine takes about eight minutes: Cat and cow, Thread the needle."
BUTTONS = [[("Begin", "s:1")], [("In 20 minutes", "z:20"), ("Not today", "n:1")]]
TOKEN = "123456:bench-token-that-opens-nothing-00000"  # noqa: S105 - an invention
WARM_UP = 200
OURS = {"midback", "door", "bare"}
"""What runs on the coach's event loop: Midback, and the limit that it is held against."""
AT_ONCE = 16


async def many(
    send: Callable[[int], Awaitable[object]], count: int, at_once: int = AT_ONCE
) -> dict[str, float]:
    """Call ``send`` so many times, so many at once, after a warm-up.

    :returns: microseconds of CPU (all threads of this process) and of time for each, and how many a second
    """
    await _all(send, WARM_UP, at_once)
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    await _all(send, count, at_once)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {"cpu_us": cpu / count * 1e6, "wall_us": wall / count * 1e6, "per_second": count / wall}


async def _all(send: Callable[[int], Awaitable[object]], count: int, at_once: int) -> None:
    numbers = iter(range(count))

    async def one() -> None:
        for number in numbers:
            await send(number)

    await asyncio.gather(*(one() for _ in range(at_once)))


def main() -> None:
    """Run what the command line names and print its result."""
    module, function, *pairs = sys.argv[1:]
    values: dict[str, Any] = dict(pair.split("=", 1) for pair in pairs)
    numbers = {name: int(value) if value.isdecimal() else value for name, value in values.items()}
    result = getattr(importlib.import_module(f"benchmarks.{module}"), function)(**numbers)
    if inspect.isawaitable(result):
        run = loop.run if function in OURS else asyncio.run
        result = run(_wait(result))
    print(json.dumps(result))  # noqa: T201 - how the result is told


async def _wait(result: Awaitable[Any]) -> Any:
    return await result


if __name__ == "__main__":
    main()
