"""What every engine must do: take documents in and out, and be built anew."""

from __future__ import annotations

import pytest

from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.poort import Motor

from .conftest import TUIN, doc, sleutels


def test_set_replaces_and_delete_takes_out(motor: Motor) -> None:
    motor.zet([doc("a:3", "Tulpen planten")])
    assert sleutels(motor, "rozen") == []
    assert sleutels(motor, "tulpen") == ["a:3"]
    motor.wis(["a:3", "bestaat:niet"])
    assert sleutels(motor, "tulpen") == []
    assert motor.aantal() == 3
    motor.leeg()
    assert motor.aantal() == 0
    assert motor.zoek(Vraag(tel=("kleur",))).totaal == 0
    assert motor.gezond()


def test_a_batch_that_fails_changes_nothing(motor: Motor) -> None:
    with pytest.raises(RuntimeError), motor.schrijver() as schrijver:
        schrijver.zet([doc("b:1", "Tulpen")])
        schrijver.wis(["a:1"])
        raise RuntimeError
    assert sleutels(motor, "tulpen") == []
    assert motor.aantal() == 4
    motor.zet([doc("b:1", "Tulpen")])
    assert sleutels(motor, "tulpen") == ["b:1"]


@pytest.mark.parametrize(
    "fout", [{"facetten": {"A.b": ("x",)}}, {"nieuw": None}, {"tekst": None}, {"sterkte": 1.5}, {"taal": 1}]
)
def test_a_wrong_document_fails_where_it_is_made(fout: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError), match="b:2"):
        Document(**({"sleutel": "b:2", "soort": "blad", "titel": "Fout"} | fout))


def test_numbers_out_of_range_are_kept_in_it(motor: Motor) -> None:
    motor.zet([doc("b:1", "Tulpen", nieuw=-5, sterkte=999, verloopt=2**70)])
    assert sleutels(motor, "tulpen") == ["b:1"]


def test_rebuild_replaces_everything(motor: Motor) -> None:
    gezien: list[int] = []
    assert motor.herbouw(iter(TUIN[:2]), gezien.append) == 2
    assert gezien == [2]
    assert set(sleutels(motor)) == {"a:1", "a:2"}


def test_a_rebuild_that_fails_leaves_the_live_index(motor: Motor) -> None:
    def stuk() -> object:
        yield TUIN[0]
        raise RuntimeError("bron weg")

    with pytest.raises(RuntimeError):
        motor.herbouw(stuk())
    assert motor.aantal() == 4
    assert not motor.herbouwt()
