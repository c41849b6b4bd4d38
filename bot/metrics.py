"""Figures about a running coach, for Prometheus. They count; they never name a person or what one said."""

from collections.abc import Callable, Mapping
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

NAME: Final = "midback"
LATE: Final = (0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600)
"""Seconds after its due time at which a delivery counts as so much late."""

WORK: Final = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10)
"""Seconds of one transaction, the wait for its turn included."""


class Metrics:
    """One coach's figures, in a registry of their own: several coaches in one process do not mix."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._updates = self._counter("updates", "Updates that came in and were stored.", "kind")
        self._handled = self._counter("updates_handled", "Updates that were handled, and how.", "outcome")
        self._deliveries = self._counter("deliveries", "Messages the coach began with.", "kind", "outcome")
        self._lag = self._histogram("delivery_lag_seconds", "From due to sent, by kind.", LATE, "kind")
        self._database = self._histogram("database_seconds", "One transaction with its wait.", WORK)
        self._inbox = self._gauge("inbox", "Updates in the inbox that are not done, by state.", "state")
        self._age = self._gauge("inbox_oldest_seconds", "How long the oldest update has waited.")
        self._busy = self._gauge("lanes_busy", "People who are being served or wait in this process.")
        self._budget = self._gauge("send_budget_used", "Part of the send budget in use, 0 to 1.")

    def arrived(self, kind: str) -> None:
        """Count an update that was stored; ``kind`` is Telegram's word for it."""
        self._updates.labels(kind).inc()

    def handled(self, outcome: str, count: int = 1) -> None:
        """Count updates that were handled, failed, put back or set aside."""
        self._handled.labels(outcome).inc(count)

    def delivered(self, kind: str, outcome: str, lag: float | None = None) -> None:
        """Count a delivery: ``sent``, or why not.

        :param lag: seconds from due to sent, only for those that were sent
        """
        self._deliveries.labels(kind, outcome).inc()
        if lag is not None:
            self._lag.labels(kind).observe(max(0.0, lag))

    def transaction(self, seconds: float) -> None:
        """Count one piece of database work."""
        self._database.observe(seconds)

    def inbox(self, states: Mapping[str, int], oldest: float) -> None:
        """Tell how full the inbox is, and for how many seconds its oldest update has waited."""
        for state, count in states.items():
            self._inbox.labels(state).set(count)
        self._age.set(oldest)

    def watch(self, *, busy: Callable[[], float], budget: Callable[[], float] | None = None) -> None:
        """Ask these functions whenever the figures are read."""
        self._busy.set_function(busy)
        if budget is not None:
            self._budget.set_function(budget)

    def page(self) -> bytes:
        """Return everything in Prometheus' text format."""
        return generate_latest(self.registry)

    def _counter(self, name: str, says: str, *labels: str) -> Counter:
        return Counter(name, says, labels, namespace=NAME, registry=self.registry)

    def _gauge(self, name: str, says: str, *labels: str) -> Gauge:
        return Gauge(name, says, labels, namespace=NAME, registry=self.registry)

    def _histogram(self, name: str, says: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(name, says, labels, namespace=NAME, registry=self.registry, buckets=buckets)
