"""What a drawing writes down of what it shows."""

from __future__ import annotations

from kennisplatform.tekening.notitie import ALLES, in_plaats_van, noteer, toont


def test_a_drawing_in_a_drawing_counts_for_both() -> None:
    with noteer() as buiten:
        toont("a")
        with noteer() as binnen:
            toont("b")
    assert (buiten.dingen, binnen.dingen) == ({ALLES, "a", "b"}, {ALLES, "b"})


def test_what_stands_for_it_is_written_down_and_not_what_was_read_for_it() -> None:
    with noteer() as notitie, in_plaats_van("stand"):
        toont("tabel")
    assert notitie.dingen == {ALLES, "stand"}


def test_nobody_draws() -> None:
    toont("a")
    with in_plaats_van("stand"):
        toont("tabel")
