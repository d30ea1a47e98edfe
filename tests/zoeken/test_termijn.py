"""A deadline that ends half-way on a real cluster: what was taken is let go of, and the next one can go on."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator

import pytest

from kennisplatform.naderhand import termijn
from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.poort import Motor, MotorWeg
from tests.zoeken.conftest import doc, elastic

pytestmark = pytest.mark.diensten


def _herbouw(motor: Motor, document: Document) -> None:
    """A cluster that was cut off while it made an index may need a second to say so on a busy machine."""
    for _poging in range(20):
        with contextlib.suppress(MotorWeg):
            return motor.herbouw([document])
        time.sleep(0.5)
    raise AssertionError("the next one can not go on")


@pytest.mark.skipif(not os.environ.get("ZOEK_URL"), reason="no cluster")
def test_no_lock_is_left_behind(tmp_path: object) -> None:
    motor = elastic(tmp_path)  # type: ignore[arg-type]
    een = doc("a", "Zaaien in de lente")

    def traag() -> Iterator[Document]:
        time.sleep(0.8)
        yield een

    try:
        with termijn(0.7), pytest.raises(MotorWeg):
            motor.herbouw(traag())
        assert not motor.herbouwt(), "the rebuild that could not be finished holds nobody up"
        _herbouw(motor, een)
        with termijn(0.7), pytest.raises(MotorWeg), motor.schrijver() as schrijver:
            schrijver.zet([doc("b", "Snoeien")])
            time.sleep(0.8)
        begin = time.monotonic()
        motor.zet([doc("c", "Oogsten")])
        assert time.monotonic() - begin < 5 and set(motor.sommen()) == {"a", "c"}
        assert len(motor.beheer._alle()) <= 2, "nor half an index"
    finally:
        motor.beheer.wis_alles()
