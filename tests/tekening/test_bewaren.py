"""What is kept stays within its size, and goes with what it was made of."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import caches

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.basis.models import Begrip
from kennisplatform.netwerken.models import Afspraak
from kennisplatform.tekening import bewaren
from kennisplatform.tekening.bewaren import Bewaring, Kast
from kennisplatform.tekening.notitie import maak_onhoudbaar, noteer, toont
from kennisplatform.tekening.stukken import onthoud, stuk
from tests.vastleggen import vastgelegd


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    kast = Kast(10_000)
    for nummer in range(5):
        kast.zet(str(nummer), Bewaring("x", 2_000, frozenset("a"), 0.0, 0))
        kast.haal("0")
    assert kast.haal("0") and not kast.haal("1") and kast.haal("4")
    assert kast._maat <= 10_000


@pytest.mark.django_db
def test_what_was_drawn_weighs_what_it_is() -> None:
    """A grid of 240 lines is a million letters: it stood for 2,000 bytes, so thousands were kept beside each other."""
    kast = bewaren.kast()
    eerder = kast._maat
    stuk("groot", lambda: "€" * 500_000)
    assert kast._maat - eerder > 900_000


@pytest.mark.django_db
def test_a_part_counts_for_the_whole() -> None:
    with noteer() as eerste:
        stuk("proef", lambda: toont("iets:1") or "deel")
    with noteer() as tweede:
        assert stuk("proef", lambda: pytest.fail("drawn again")) == "deel"
    assert "iets:1" in eerste.dingen & tweede.dingen


@pytest.mark.django_db
def test_a_table_that_was_read_is_noted_and_any_way_of_writing_it_is_heard() -> None:
    """`save` tells Django's signals, `update` and `bulk_create` do not; all of them are heard."""

    def labels() -> list[str]:
        return onthoud("proef", lambda: sorted(Begrip.objects.values_list("label", flat=True)))

    eerste = labels()
    assert labels() is eerste
    begrip = Begrip.objects.first()
    assert begrip is not None
    with vastgelegd():
        Begrip.objects.filter(pk=begrip.pk).update(label="Aaaardvarken")
    assert "Aaaardvarken" in labels()
    with vastgelegd():
        Begrip.objects.bulk_create(
            [Begrip(soort="onderwerp", code="nieuw", label="Aaap", locale_id=begrip.locale_id)], ignore_conflicts=True
        )
    assert "Aaap" in labels()
    with vastgelegd():
        Begrip.objects.filter(code="nieuw").delete()
    assert "Aaap" not in labels()


@pytest.mark.django_db
def test_what_reads_somebodys_own_is_not_kept() -> None:
    from django.contrib.sessions.models import Session

    keer: list[int] = []
    for _keer in range(2):
        onthoud("proef", lambda: keer.append(Session.objects.count()))
    assert len(keer) == 2


@pytest.mark.django_db
def test_what_says_so_itself_is_not_kept() -> None:
    keer: list[int] = []
    for _keer in range(2):
        onthoud("proef", lambda: (maak_onhoudbaar(), keer.append(1)))
    assert len(keer) == 2


@pytest.mark.diensten
def test_another_process_finds_what_this_one_drew_and_a_cache_that_fails_costs_a_drawing(monkeypatch: Any) -> None:
    assert stuk("proef-elders", lambda: "getekend") == "getekend"
    bewaren.leeg()  # as in another process
    assert stuk("proef-elders", lambda: "nog eens") == "getekend"

    def stuk_cache(*_args: Any, **_kwargs: Any) -> None:
        raise ConnectionError("away")

    bewaren.leeg()
    monkeypatch.setattr(caches["paginas"], "get_many", stuk_cache)
    monkeypatch.setattr(caches["paginas"], "set_many", stuk_cache)
    assert stuk("proef-elders", lambda: "nog eens") == "nog eens"


@pytest.mark.django_db
def test_a_union_shows_the_tables_of_each_of_its_parts() -> None:
    """On PostgreSQL its text begins with a bracket."""
    with noteer() as notitie:
        een, ander = (model.objects.order_by().values_list("pk") for model in (Afspraak, Bijeenkomst))
        list(een.union(ander))
    assert {"tabel:netwerken_afspraak", "tabel:agenda_bijeenkomst"} <= set(notitie.dingen)
