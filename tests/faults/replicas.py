"""Coaches in processes of their own, whoever restarts them, and the proxy before them."""

import asyncio
import itertools
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
READY = b'"event": "ready"'
GRACE = 30.0
"""Seconds that an orderly end may take."""


@dataclass
class Replica:
    """One coach that is started again whenever it ends, as a service manager does.

    :param fell: what it ended with where nobody had told it to end and it had been ready
    """

    number: int
    environment: Mapping[str, str]
    log: Path
    port: int
    process: asyncio.subprocess.Process | None = None
    told: bool = False
    ready: bool = False
    gone: set[int] = field(default_factory=set)
    fell: list[str] = field(default_factory=list)

    @property
    def alive(self) -> bool:
        """Return whether its process runs."""
        return self.process is not None and self.process.returncode is None

    def end(self, number: signal.Signals) -> None:
        """Send a signal: KILL ends it in the middle of whatever it does, TERM asks it to end."""
        if self.process and self.alive:
            self.told, self.ready = True, False
            self.process.send_signal(number)

    async def keep_running(self, pause: float = 0.3) -> None:
        """Start it again and again, until this is cancelled; then end it in order."""
        try:
            while True:
                await self._start()
                assert self.process
                code = await self.process.wait()
                self.gone.add(self.process.pid)
                if self.ready and not self.told:
                    self.fell.append(f"replica {self.number} ended by itself with code {code}")
                await asyncio.sleep(pause)
        finally:
            await asyncio.shield(self._stop())

    async def _start(self) -> None:
        self.told = self.ready = False
        with self.log.open("ab") as log:
            seen = log.tell()
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "bot", "run"),
                cwd=self.log.parent,
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        while self.alive and not self.ready:
            await asyncio.sleep(0.1)
            self.ready = not self.told and READY in self._said(seen)

    def _said(self, since: int) -> bytes:
        with self.log.open("rb") as log:
            log.seek(since)
            return log.read()

    async def _stop(self) -> None:
        worked = self.ready
        self.end(signal.SIGTERM)
        if self.process is None:
            return
        try:
            async with asyncio.timeout(GRACE):
                code = await self.process.wait()
        except TimeoutError:
            self.process.kill()
            await self.process.wait()
            self.fell.append(f"replica {self.number} did not end within {GRACE:.0f} seconds")
        else:
            if worked and code not in {0, -signal.SIGKILL}:
                self.fell.append(f"replica {self.number} ended with code {code} when asked to")


@asynccontextmanager
async def running(replicas: Sequence[Replica]) -> AsyncIterator[None]:
    """Keep replicas running while the block runs; it begins when all are ready."""
    tasks = [asyncio.create_task(one.keep_running()) for one in replicas]
    try:
        await all_ready(replicas)
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


async def all_ready(replicas: Sequence[Replica], seconds: float = 180.0) -> None:
    """Wait until every replica works; they may have to be started anew."""
    async with asyncio.timeout(seconds):
        while not all(one.alive and one.ready for one in replicas):  # noqa: ASYNC110 - they have no bell
            await asyncio.sleep(0.1)


def environment(folder: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a replica: nothing of whoever runs this has a say in it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MIDBACK_")}
    ours = {f"MIDBACK_{name}": value for name, value in settings.items()}
    return kept | ours | {"XDG_DATA_HOME": str(folder), "PYTHONPATH": str(ROOT)}


@asynccontextmanager
async def proxy(port: int, to: Sequence[int]) -> AsyncIterator[None]:
    """Give each connection to the next coach that takes it, as a reverse proxy does."""
    turn = itertools.count()
    serving: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        serving.add(task)
        task.add_done_callback(serving.discard)
        first = next(turn)
        for step in range(len(to)):
            with suppress(OSError):
                there = await asyncio.open_connection("127.0.0.1", to[(first + step) % len(to)])
                await _join((reader, writer), there)
                return
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", port)
    try:
        yield
    finally:
        server.close()
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)


Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def _join(here: Ends, there: Ends) -> None:
    pipes = [asyncio.create_task(_pipe(here[0], there[1])), asyncio.create_task(_pipe(there[0], here[1]))]
    try:
        await asyncio.wait(pipes, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for pipe in pipes:
            pipe.cancel()
        for _, writer in (here, there):
            writer.close()
        for _, writer in (here, there):
            with suppress(OSError):
                await writer.wait_closed()


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
