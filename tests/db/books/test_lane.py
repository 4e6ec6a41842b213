"""One thread, sale before all else, bulk work between, an end in order."""

import threading
from collections.abc import Generator

import pytest

from db.errors import LaneClosedError
from db.lane import Lane, Turn


def test_a_sale_goes_before_what_waited_longer() -> None:
    lane, gate, order = Lane("test"), threading.Event(), list[str]()
    lane.submit(lambda: gate.wait(5))
    waiting = [
        lane.submit(lambda: order.append("bulk"), turn=Turn.BULK),
        lane.submit(lambda: order.append("normal")),
        lane.submit(lambda: order.append("sale"), turn=Turn.SALE),
    ]
    gate.set()
    for future in waiting:
        future.result(5)
    assert order == ["sale", "normal", "bulk"]
    assert lane.close()


def test_slices_let_a_sale_between() -> None:
    lane, order = Lane("test"), list[str]()
    sales = []

    def slices() -> Generator[int, None, str]:
        for n in range(3):
            order.append(f"slice {n}")
            if n == 0:
                sales.append(lane.submit(lambda: order.append("sale"), turn=Turn.SALE))
            yield n
        return "done"

    assert lane.submit_slices(slices()).result(5) == "done"
    assert order == ["slice 0", "sale", "slice 1", "slice 2"]
    assert lane.close()


def test_cancelled_slices_stop_and_are_closed() -> None:
    lane, closed = Lane("test"), threading.Event()
    started = threading.Event()

    def slices() -> Generator[None, None, None]:
        try:
            while True:
                started.set()
                yield
        finally:
            closed.set()

    whole = lane.submit_slices(slices())
    assert started.wait(5)
    whole.cancel()
    assert closed.wait(5)
    assert lane.close()


def test_an_error_reaches_whoever_waits_and_the_lane_goes_on() -> None:
    lane = Lane("test")

    def broken() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        lane.run(broken)

    def slices() -> Generator[None, None, None]:
        yield
        raise ValueError("late")

    with pytest.raises(ValueError, match="late"):
        lane.submit_slices(slices()).result(5)
    assert lane.run(lambda: 1) == 1
    assert lane.close()


def test_a_call_on_its_own_thread_runs_at_once() -> None:
    lane = Lane("test")
    assert lane.run(lambda: lane.run(lambda: "inner")) == "inner"
    assert lane.close()


def test_closing_finishes_what_waits_but_bulk_and_takes_nothing_new() -> None:
    lane, gate, order = Lane("test"), threading.Event(), list[str]()
    lane.submit(lambda: gate.wait(5))
    bulk = lane.submit(lambda: order.append("bulk"), turn=Turn.BULK)
    lane.submit(lambda: order.append("normal"))
    closing = threading.Thread(target=lambda: lane.close(last=lambda: order.append("last")))
    closing.start()
    while not lane._closing:
        gate.wait(0.001)
    gate.set()
    closing.join(5)
    assert order == ["normal", "last"]
    with pytest.raises(LaneClosedError):
        bulk.result(5)
    with pytest.raises(LaneClosedError):
        lane.submit(lambda: None)


def test_a_lane_that_does_not_end_in_time_is_told() -> None:
    lane, gate = Lane("test"), threading.Event()
    lane.submit(lambda: gate.wait(5))
    assert not lane.close(limit_s=0.01)
    gate.set()
    assert lane.close()


def test_idle_work_runs_when_nothing_was_asked() -> None:
    seen = threading.Event()

    def idle() -> float | None:
        seen.set()
        return None

    lane = Lane("test", on_idle=idle)
    assert seen.wait(5)
    assert lane.close()


class Held:
    """Asked on the lane; tells on which thread it ended."""

    def __init__(self, ended: list[str]) -> None:
        self._ended = ended

    def __del__(self) -> None:
        self._ended.append(threading.current_thread().name)


def test_what_a_call_holds_is_let_go_before_it_is_answered() -> None:
    """A model that ended on a lane's thread would end the program (hot-path 5)."""
    lane, ended, answered = Lane("test"), list[str](), threading.Event()
    held = Held(ended)
    future = lane.submit(held.__repr__)
    future.add_done_callback(lambda _future: answered.wait(5))  # the lane is kept inside its answer
    future.result(5)
    del held
    ended_on = list(ended)
    answered.set()
    assert lane.close()
    assert ended_on == [threading.current_thread().name]
