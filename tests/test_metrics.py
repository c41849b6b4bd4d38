"""Metrics: each coach its own, counted by kind, and nothing about anybody."""

from prometheus_client import REGISTRY

from bot.metrics import Metrics


def value(metrics: Metrics, name: str, **labels: str) -> float | None:
    """One figure."""
    return metrics.registry.get_sample_value(f"midback_{name}", labels)


def test_coaches_in_one_process_do_not_mix() -> None:
    one, other = Metrics(), Metrics()
    one.arrived("message")
    assert value(one, "updates_total", kind="message") == 1
    assert value(other, "updates_total", kind="message") is None
    assert "midback" not in str(list(REGISTRY.collect()))


def test_deliveries_are_counted_by_kind_and_outcome_and_the_lag_of_what_arrived() -> None:
    metrics = Metrics()
    metrics.delivered("reminder", "sent", 1.5)
    metrics.delivered("reminder", "sent", 700)
    metrics.delivered("reminder", "gone")
    assert value(metrics, "deliveries_total", kind="reminder", outcome="sent") == 2
    assert value(metrics, "deliveries_total", kind="reminder", outcome="gone") == 1
    assert value(metrics, "delivery_lag_seconds_bucket", kind="reminder", le="2.0") == 1
    assert value(metrics, "delivery_lag_seconds_count", kind="reminder") == 2


def test_a_clock_that_goes_back_gives_no_negative_lag() -> None:
    metrics = Metrics()
    metrics.delivered("reminder", "sent", -3)
    assert value(metrics, "delivery_lag_seconds_sum", kind="reminder") == 0


def test_what_changes_all_the_time_is_asked_for_when_it_is_read() -> None:
    metrics, busy = Metrics(), [1.0]
    metrics.watch(busy=lambda: busy[0], budget=lambda: 0.25)
    busy[0] = 7
    assert value(metrics, "lanes_busy") == 7
    assert value(metrics, "send_budget_used") == 0.25


def test_the_page_is_what_prometheus_reads() -> None:
    metrics = Metrics()
    metrics.handled("done", 3)
    metrics.inbox({"waiting": 2, "set-aside": 1}, oldest=4.5)
    metrics.transaction(0.003)
    page = metrics.page().decode()
    for line in (
        'midback_updates_handled_total{outcome="done"} 3.0',
        'midback_inbox{state="waiting"} 2.0',
        'midback_inbox{state="set-aside"} 1.0',
        "midback_inbox_oldest_seconds 4.5",
        'midback_database_seconds_bucket{le="0.005"} 1.0',
    ):
        assert line in page
