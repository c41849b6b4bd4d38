"""One Bot API call: fault, method, record, event."""

import asyncio
import inspect
import logging
import time
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from .calls import Call
from .errors import Refusal, bad, refusal
from .faults import Fault
from .methods import METHODS, Method
from .params import Params, Upload
from .world import World

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What goes back; ``dropped`` means that the connection is cut instead."""

    status: int
    body: dict[str, Any]
    dropped: bool = False


class Dispatcher:
    """Runs the calls of the bot against a world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._methods = {name.lower(): (name, method) for name, method in METHODS.items()}
        names = files(__package__).joinpath("methods.txt").read_text("ascii").split()
        self._known = {name.lower(): name for name in names}
        world.webhook.run_method = self.run_values

    def known(self) -> set[str]:
        """All methods of the Bot API, in small letters."""
        return set(self._known)

    async def run_values(self, method: str, values: dict[str, Any]) -> Outcome:
        """A call without files."""
        return await self.run(method, values, {})

    async def run(self, name: str, values: dict[str, Any], uploads: dict[str, Upload]) -> Outcome:
        """Answer one call; refusals are answers too."""
        began = time.perf_counter()
        name, method = self._methods.get(name.lower(), (self._known.get(name.lower(), name), None))
        fault = self._world.faults.take(name, values)
        if fault and fault.delay:
            await asyncio.sleep(fault.delay)
        outcome = await self._answer(name, method, Params(values, uploads), fault)
        if not (name == "getUpdates" and outcome.body.get("result") == []):
            self._record(name, values, uploads, outcome, time.perf_counter() - began)
        return outcome

    async def _answer(self, name: str, method: Method | None, params: Params, fault: Fault | None) -> Outcome:
        if fault and fault.drop == "before":
            return Outcome(
                0, {"ok": False, "description": "connection dropped before the call"}, dropped=True
            )
        try:
            if fault and (injected := fault.refusal()):
                raise injected
            result = await self._call(name, method, params)
        except Refusal as no:
            return Outcome(no.code, no.envelope())
        except Exception:  # noqa: BLE001 - a bot has to get an answer; the reason belongs in the log
            _log.exception("The emulator failed at %s", name)
            return Outcome(500, {"ok": False, "error_code": 500, "description": "Internal Server Error"})
        dropped = bool(fault and fault.drop == "after")
        return Outcome(0 if dropped else 200, {"ok": True, "result": result}, dropped)

    async def _call(self, name: str, method: Method | None, params: Params) -> Any:
        if method is None:
            if name.lower() in self._known:
                raise bad(f"method {name} is not emulated")
            raise refusal(404, "method not found")
        result = method(self._world, params)
        return await result if inspect.isawaitable(result) else result

    def _record(
        self, name: str, values: dict[str, Any], uploads: dict[str, Upload], outcome: Outcome, took: float
    ) -> None:
        call = Call(
            seq=self._world.calls.next_seq(),
            at=self._world.clock.now(),
            method=name,
            parameters=values,
            files=[
                {"field": field, "name": upload.name, "type": upload.mime, "size": len(upload.data)}
                for field, upload in uploads.items()
            ],
            status=outcome.status,
            body=outcome.body,
            duration=took,
        )
        self._world.calls.add(call)
        self._world.hub.publish("call", lambda _person: call.view())
