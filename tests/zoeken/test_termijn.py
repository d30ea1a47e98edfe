"""A deadline that ends half-way on a real cluster: what was taken is let go of, and the next one can go on."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator

import pytest
from elasticsearch import ConnectionTimeout

from kennisplatform.naderhand import termijn
from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.motoren.elasticsearch_slot import Slot
from kennisplatform.zoeken.poort import Motor, MotorBezig, MotorWeg
from tests.zoeken.conftest import doc, elastic

pytestmark = pytest.mark.diensten


def _herbouw(motor: Motor, document: Document) -> None:
    """A cluster that was cut off while it made a lock or an index has that for seconds: those of the deadline."""
    for _poging in range(40):
        with contextlib.suppress(MotorWeg, MotorBezig):
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


@pytest.mark.skipif(not os.environ.get("ZOEK_URL"), reason="no cluster")
def test_a_lock_whose_answer_came_too_late_ends_with_the_deadline(tmp_path: object) -> None:
    """The cluster made it, its holder never heard so: it can't be let go of, and may not stand in the way for minutes."""
    motor = elastic(tmp_path)  # type: ignore[arg-type]
    try:
        motor.beheer.zorg_voor_slotindex()
        motor._schrijf.cluster.health(wait_for_status="yellow")
        begin = time.time()
        with termijn(0.2), contextlib.suppress(ConnectionTimeout):
            Slot(motor._schrijf, motor.cluster.slotindex, "proef", 300).neem()
        later = Slot(motor._schrijf, motor.cluster.slotindex, "proef", 300)
        while time.time() < begin + 60 and not later.neem():
            time.sleep(0.3)
        assert time.time() < begin + 60, "and not after the minutes that a rebuild may take"
    finally:
        motor.beheer.wis_alles()
