"""The outbox, its sources and the events that fill it. Groups stand in for a plain model, Page for pages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from kennisplatform.zoeken import bron, checks, signalen
from kennisplatform.zoeken import wachtrij as rij
from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.models import Wachtrij
from kennisplatform.zoeken.motor import Motor, MotorBezig, motor
from kennisplatform.zoeken.paginabron import openbare_paginas
from kennisplatform.zoeken.vraag import Vraag

pytestmark = pytest.mark.django_db

Vang = Callable[..., object]


@pytest.fixture(autouse=True)
def bronnen(monkeypatch: pytest.MonkeyPatch, settings: object, tmp_path: Path) -> None:
    """Only groups whose name is no secret, and every public page; an index of this test alone."""
    settings.ZOEK = {"MOTOR": "tantivy", "MAP": str(tmp_path / "index"), "DIRECT": True}  # type: ignore[attr-defined]
    monkeypatch.setattr(bron, "_bronnen", {})
    bron.registreer(
        "groep",
        model=Group,
        openbaar=lambda: Group.objects.exclude(name__startswith="geheim"),
        document=lambda g: Document(f"groep:{g.pk}", "groep", g.name) if g.name != "niets" else None,
    )
    bron.registreer(
        "pagina", model=Page, openbaar=openbare_paginas,
        document=lambda p: Document(f"pagina:{p.pk}", "pagina", p.title) if p.depth > 2 else None,
    )  # fmt: skip
    motor().leeg()
    Wachtrij.objects.all().delete()


@pytest.fixture
def wortel() -> Page:
    uit = Page.objects.filter(depth=2).first() or Page.objects.get(depth=1).add_child(title="Thuis", slug="thuis-zoek")
    Wachtrij.objects.all().delete()
    return uit


def wachtend() -> set[str]:
    return {str(r) for r in Wachtrij.objects.all()}


def gevonden(tekst: str) -> list[str]:
    return [t.sleutel for t in motor().zoek(Vraag(tekst)).treffers]


# --- the outbox


def test_a_saved_thing_is_found_after_the_commit(django_capture_on_commit_callbacks: Vang) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        groep = Group.objects.create(name="Tulpen")
        assert wachtend() == {f"zet groep:{groep.pk}"}
        assert gevonden("tulpen") == []
    assert gevonden("tulp") == [f"groep:{groep.pk}"]
    assert wachtend() == set()


def test_what_is_rolled_back_leaves_no_row() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        Group.objects.create(name="Tulpen")
        raise RuntimeError
    assert wachtend() == set()


def test_no_longer_public_is_taken_out_and_deleted_too() -> None:
    groep, ander = Group.objects.create(name="Tulpen"), Group.objects.create(name="Tulpen rood")
    rij.verwerk()
    assert len(gevonden("tulpen")) == 2
    groep.name = "geheime tulpen"
    groep.save()
    sleutel = f"groep:{ander.pk}"
    ander.delete()
    assert f"wis {sleutel}" in wachtend()
    assert rij.verwerk() == 2
    assert gevonden("tulpen") == []


def test_a_document_of_none_is_left_out() -> None:
    Group.objects.create(name="niets")
    assert rij.verwerk() == 1
    assert motor().aantal() == 0


def test_the_last_row_of_a_key_counts() -> None:
    groep = Group.objects.create(name="Tulpen")
    sleutel = f"groep:{groep.pk}"
    rij.zet_in_wachtrij([sleutel], Wachtrij.Actie.WIS)
    rij.verwerk()
    assert gevonden("tulpen") == []
    rij.zet_in_wachtrij([sleutel], Wachtrij.Actie.WIS)
    rij.zet_in_wachtrij([sleutel])
    rij.verwerk()
    assert gevonden("tulpen") == [sleutel]


def test_rows_stay_when_another_writes(
    django_capture_on_commit_callbacks: Vang, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO), motor().schrijver():
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
            Group.objects.create(name="Tulpen")
        with pytest.raises(MotorBezig):
            rij.verwerk()
    assert len(wachtend()) == 1
    assert "rows wait" in caplog.text
    assert rij.verwerk() == 1
    assert len(gevonden("tulpen")) == 1


def test_rows_stay_when_the_commit_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    Group.objects.create(name="Tulpen")

    def stuk(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as m:
        m.setattr(rij, "_pas_toe", stuk)
        with pytest.raises(OSError, match="disk full"):
            rij.verwerk()
    assert len(wachtend()) == 1
    assert rij.verwerk() == 1


def test_a_change_during_a_rebuild_is_not_lost() -> None:
    groep = Group.objects.create(name="Tulpen")
    rij.verwerk()

    def lees() -> Iterator[Document]:
        yield Document(f"groep:{groep.pk}", "groep", groep.name)  # read before the change
        groep.name = "Narcissen"
        groep.save()
        rij.verwerk(stil=True)
        assert gevonden("narcissen") == [f"groep:{groep.pk}"], "the live index is up to date meanwhile"
        assert len(wachtend()) == 1

    motor().herbouw(lees())
    assert gevonden("tulpen") == [f"groep:{groep.pk}"]
    rij.verwerk()
    assert gevonden("tulpen") == []
    assert gevonden("narcissen") == [f"groep:{groep.pk}"]


def _zonder_index() -> Motor:
    (Path(motor().map.plek) / "huidig").unlink()  # type: ignore[attr-defined]
    return motor()


def test_a_small_site_without_an_index_gets_a_whole_one() -> None:
    Group.objects.create(name="Tulpen")
    Group.objects.create(name="Narcissen")
    Wachtrij.objects.filter(sleutel__isnull=False).first().delete()  # type: ignore[union-attr]
    _zonder_index()
    rij.verwerk()
    assert len(gevonden("tulpen")) == len(gevonden("narcissen")) == 1
    assert wachtend() == set()


def test_a_large_site_waits_for_herindex(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(rij, "KLEIN", 0)
    Group.objects.create(name="Tulpen")
    _zonder_index()
    rij.verwerk(stil=True)
    assert "wait for herindex" in caplog.text
    assert len(wachtend()) == 1
    uit = StringIO()
    call_command("herindex", stdout=uit)
    assert "documenten in" in uit.getvalue()
    assert len(gevonden("tulpen")) == 1
    assert wachtend() == set()
    call_command("herindex", "--zo-nodig", stdout=uit)
    assert uit.getvalue().endswith("zoekindex is in orde\n")


def test_the_drain_command() -> None:
    Group.objects.create(name="Tulpen")
    uit = StringIO()
    call_command("verwerkwachtrij", "--ruim-op", stdout=uit)
    assert uit.getvalue() == "1 rijen verwerkt\n"
    assert len(gevonden("tulpen")) == 1


# --- sources


def test_every_key_is_set_or_deleted() -> None:
    goed, geheim = Group.objects.create(name="Tulpen"), Group.objects.create(name="geheim")
    sleutels = [f"groep:{goed.pk}", f"groep:{geheim.pk}", "groep:999999", "groep:x", "weg:1", "raar"]
    zet, wis = bron.documenten(sleutels)
    assert [d.sleutel for d in zet] == [f"groep:{goed.pk}"]
    assert wis == sleutels[1:]
    assert [d.titel for d in bron.alle_documenten() if d.soort == "groep" and d.titel == "geheim"] == []


def test_one_thing_that_fails_does_not_hold_up_the_rest(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def document(g: Group) -> Document:
        if g.name == "stuk":
            raise RuntimeError("kapot")
        return Document(f"groep:{g.pk if g.name != 'vreemd' else 0}", "groep", g.name)

    monkeypatch.setattr(bron, "_bronnen", {})
    bron.registreer("groep", model=Group, openbaar=Group.objects.all, document=document)
    pks = [Group.objects.create(name=naam).pk for naam in ("stuk", "vreemd", "Tulpen")]
    zet, wis = bron.documenten([f"groep:{pk}" for pk in pks])
    assert [d.titel for d in zet] == ["Tulpen"]
    assert len(wis) == 2
    assert "can not be made findable" in caplog.text


def test_a_prefix_belongs_to_one_model() -> None:
    with pytest.raises(ValueError, match="taken"):
        bron.registreer("groep", model=Page, openbaar=Page.objects.all, document=lambda p: None)


def test_take_up_again_by_queryset_or_key() -> None:
    groep = Group.objects.create(name="Tulpen")
    Wachtrij.objects.all().delete()
    signalen.heropnemen(Group.objects.filter(pk=groep.pk))
    signalen.heropnemen(["pagina:7"])
    assert wachtend() == {f"zet groep:{groep.pk}", "zet pagina:7"}


# --- pages


def test_publish_unpublish_and_delete(wortel: Page) -> None:
    pagina = wortel.add_child(title="Tulpen", slug="tulpen")
    sleutel = f"pagina:{pagina.pk}"
    pagina.save_revision().publish()
    rij.verwerk()
    assert gevonden("tulpen") == [sleutel]
    pagina.refresh_from_db()
    pagina.title = "Narcissen"
    pagina.save_revision()
    rij.verwerk()
    assert gevonden("narcissen") == [], "a draft is not found"
    pagina.unpublish()
    rij.verwerk()
    assert gevonden("tulpen") == []
    pagina.save_revision().publish()
    rij.verwerk()
    assert gevonden("narcissen") == [sleutel]
    pagina.delete()
    assert f"wis {sleutel}" in wachtend()
    rij.verwerk()
    assert gevonden("narcissen") == []


def test_a_branch_follows_move_slug_restriction_and_delete(
    wortel: Page, django_capture_on_commit_callbacks: Vang
) -> None:
    boven = wortel.add_child(title="Tulpen", slug="tulpen")
    onder = boven.add_child(title="Tulpen rood", slug="bol")
    anders = wortel.add_child(title="Anders", slug="anders")
    rij.verwerk()
    tak = {f"zet pagina:{boven.pk}", f"zet pagina:{onder.pk}"}

    beperking = PageViewRestriction.objects.create(page=boven, restriction_type="login")
    assert tak <= wachtend()
    rij.verwerk()
    assert gevonden("tulpen") == []
    beperking.delete()
    assert tak <= wachtend()
    rij.verwerk()
    assert set(gevonden("tulpen")) >= {f"pagina:{boven.pk}", f"pagina:{onder.pk}"}

    boven.refresh_from_db()
    boven.slug = "narcissen"
    with django_capture_on_commit_callbacks(execute=False) as taken:  # type: ignore[attr-defined]
        boven.save()
    Wachtrij.objects.all().delete()
    for taak in taken:
        taak()
    boven.refresh_from_db()
    Wachtrij.objects.all().delete()
    boven.move(anders, pos="last-child")
    assert tak <= wachtend()

    rij.verwerk()
    Page.objects.get(pk=anders.pk).delete()
    assert {f"wis pagina:{p.pk}" for p in (boven, onder, anders)} <= wachtend()
    rij.verwerk()
    assert gevonden("tulpen") == []


def test_a_new_address_takes_the_branch_along(wortel: Page) -> None:
    boven = wortel.add_child(title="Tulpen", slug="tulpen")
    onder = boven.add_child(title="Tulpen rood", slug="bol")
    Wachtrij.objects.all().delete()
    signalen.page_slug_changed.send(sender=Page, instance=boven, instance_before=boven)
    assert {f"zet pagina:{boven.pk}", f"zet pagina:{onder.pk}"} == wachtend()


def test_expired_pages_are_no_source(wortel: Page) -> None:
    nu = timezone.now()
    wortel.add_child(title="Tulpen", slug="t1", expire_at=nu - timedelta(days=1))
    straks = wortel.add_child(title="Tulpen", slug="t2", expire_at=nu + timedelta(days=1))
    concept = wortel.add_child(title="Tulpen", slug="t3", live=False)
    rij.verwerk()
    assert gevonden("tulpen") == [f"pagina:{straks.pk}"]
    assert concept.pk not in openbare_paginas().values_list("pk", flat=True)


# --- the check


def test_a_page_type_must_say_whether_it_can_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    class Neplabel:
        abstract = False
        label = "tuin.Blad"

    class Vergeten:
        _meta = Neplabel
        is_creatable = True

    class Nee(Vergeten):
        zoekbaar = False

    class Ja(Vergeten):
        def zoekdocument(self) -> None: ...

    class Verborgen(Vergeten):
        is_creatable = False

    monkeypatch.setattr(checks, "get_page_models", lambda: [Page, Vergeten, Nee, Ja, Verborgen])
    fouten = checks.zoekbaarheid(None)
    assert [(f.id, f.obj) for f in fouten] == [("zoeken.E001", Vergeten)]
    assert "zoekdocument" in str(fouten[0].hint)
