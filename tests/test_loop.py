"""The event loop: which one, and that it ends as one expects."""

import asyncio
import signal
import sys

import pytest

from bot import loop


def test_it_runs_to_the_end_and_gives_what_came_of_it() -> None:
    async def work() -> str:
        await asyncio.sleep(0)
        return type(asyncio.get_running_loop()).__module__

    assert loop.run(work()) == ("asyncio.windows_events" if sys.platform == "win32" else "uvloop")


def test_it_does_without_uvloop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvloop", None)
    made = loop.new_event_loop()
    made.close()
    assert type(made).__module__.startswith("asyncio.")


def test_an_error_comes_through() -> None:
    async def work() -> None:
        raise ValueError("ours")

    with pytest.raises(ValueError, match="ours"):
        loop.run(work())


@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
def test_ctrl_c_cancels_the_work_so_that_it_can_tidy_up() -> None:
    tidied = []

    async def work() -> None:
        asyncio.get_running_loop().call_later(0.01, signal.raise_signal, signal.SIGINT)
        try:
            await asyncio.sleep(10)
        finally:
            tidied.append(True)

    with pytest.raises(KeyboardInterrupt):
        loop.run(work())
    assert tidied
