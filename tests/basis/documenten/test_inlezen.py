"""A document is read after the commit, and never in the way of anything."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from kennisplatform.basis.documenten import achtergrond, verwerking
from kennisplatform.basis.documenten.proces import Lezing
from kennisplatform.basis.models import Bestand, Bestandstekst
from kennisplatform.basis.models.bestandstekst import Leesstand, RedenOnleesbaar
from tests.basis import bestanden as maak
from tests.basis.documenten.hulp import (
    MERK,
    TEKST,
    artikel,
    gevonden,
    zet_op,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index", "eigen_media")]


def test_after_saving_it_is_read(document: Bestand) -> None:
    assert (document.gelezen.stand, document.gelezen.tekst, document.gelezen.reden) == (Leesstand.KLAAR, TEKST, "")
    document.refresh_from_db()
    assert document.type_en_maat == "PDF, 1 kB"


def test_in_the_queue_in_the_same_transaction(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=False):
        d = Bestand.objects.create(title="x", file=ContentFile(maak.pdf(TEKST), "x.pdf"))
    assert Bestandstekst.objects.get(pk=d.pk).stand == Leesstand.WACHT
    assert "wordt gelezen" in d.gelezen.melding
    uit = StringIO()
    call_command("verwerkwachtrij", stdout=uit)
    assert Bestandstekst.objects.get(pk=d.pk).stand == Leesstand.KLAAR


def test_another_file_is_read_and_another_title_is_not(
    document: Bestand, vast: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vast():
        document.file = ContentFile(maak.docx(maak.docx_alinea("Heel andere tekst")), "nieuw.docx")
        document.save()
    assert Bestandstekst.objects.get(pk=document.pk).tekst == "Heel andere tekst"
    monkeypatch.setattr(verwerking, "lees", lambda bron: pytest.fail("read again"))
    with vast():
        document.title = "Andere titel"
        document.save()
        document.get_file_hash()


def test_from_before_reading_existed(document: Bestand) -> None:
    Bestandstekst.objects.all().delete()
    assert verwerking.verwerk_wachtende() == 1
    assert Bestandstekst.objects.get(pk=document.pk).stand == Leesstand.KLAAR


@pytest.mark.parametrize(
    ("inhoud", "stand"),
    [
        (maak.pdf(""), Leesstand.LEEG),
        (maak.pdf_op_slot(), Leesstand.MISLUKT),
        (b"geen pdf", Leesstand.MISLUKT),
        (b"\0" * 60_000_000, Leesstand.TE_GROOT),
    ],
    ids=["scan", "op-slot", "leugen", "enorm"],
)
def test_a_broken_file_harms_nothing(
    als: Callable[[str], Client], vast: Callable, caplog: Any, inhoud: bytes, stand: str
) -> None:
    """The reason is kept, logged and shown; the next in the queue is read; it is not tried again."""
    with vast():
        kapot = Bestand.objects.create(title=f"{MERK} kapot", file=ContentFile(inhoud, "kapot.pdf"))
        goed = Bestand.objects.create(title="Goed", file=ContentFile(maak.pdf(TEKST), "goed.pdf"))
        zet_op(artikel(), kapot, goed)
    assert (kapot.gelezen.stand, goed.gelezen.stand) == (stand, Leesstand.KLAAR)
    assert f"document {kapot.pk}" in caplog.text
    assert verwerking.verwerk_wachtende() == 0
    assert set(gevonden()) == {f"bestand:{kapot.pk}", f"bestand:{goed.pk}"}, "by its title it is found all the same"
    assert "de tekst is niet te vinden" in kapot.gelezen.melding or "iets anders" in kapot.gelezen.melding
    assert kapot.gelezen.melding in als("Redacteur").get(f"/admin/documents/edit/{kapot.pk}/").content.decode()


def test_a_file_that_is_gone(vast: Callable, document: Bestand) -> None:
    Path(document.file.path).unlink()
    Bestandstekst.objects.all().delete()
    verwerking.verwerk_wachtende()
    assert Bestandstekst.objects.get(pk=document.pk).reden == RedenOnleesbaar.WEG


def _opnieuw(tijd: dt.timedelta = dt.timedelta(0)) -> None:
    Bestandstekst.objects.update(geprobeerd_op=timezone.now() - verwerking.VERLAAT - tijd)


def test_an_outage_is_tried_three_times(document: Bestand, monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    def storing(bron: object) -> Lezing:
        raise OSError("disk away")

    Bestandstekst.objects.all().delete()
    monkeypatch.setattr(verwerking, "lees", storing)
    keren = []
    for _keer in range(5):
        keren.append(verwerking.verwerk_wachtende())
        _opnieuw()
    assert keren == [1, 1, 1, 0, 0]
    assert Bestandstekst.objects.get(pk=document.pk).reden == RedenOnleesbaar.STORING
    assert "disk away" in caplog.text


def test_a_process_that_keeps_dying_ends(document: Bestand) -> None:
    Bestandstekst.objects.update(stand=Leesstand.WACHT, geprobeerd_op=None)
    for _keer in range(verwerking.MAX_POGINGEN):
        assert verwerking._claim() is not None
        assert verwerking._claim() is None, "claimed by another"
        _opnieuw()
    assert verwerking.verwerk_wachtende() == 1
    assert Bestandstekst.objects.get(pk=document.pk).stand in {Leesstand.KLAAR, Leesstand.MISLUKT}


def test_what_was_replaced_meanwhile_wins(document: Bestand, monkeypatch: pytest.MonkeyPatch) -> None:
    Bestandstekst.objects.update(stand=Leesstand.WACHT, geprobeerd_op=None)

    def tussendoor(bron: object) -> Lezing:
        document.file = ContentFile(b"x", "later.pdf")
        monkeypatch.setattr(verwerking, "lees", lambda bron: Lezing("de nieuwe tekst"))
        document.save()
        return Lezing("de oude tekst")

    monkeypatch.setattr(verwerking, "lees", tussendoor)
    verwerking.verwerk_wachtende()
    assert Bestandstekst.objects.get(pk=document.pk).tekst == "de nieuwe tekst"


def test_in_the_web_process_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a thread, one at a time; what is asked while it works is done after it, and an error ends nothing."""
    monkeypatch.setattr(achtergrond, "_webproces", threading.Event())
    achtergrond.in_webproces()
    poort, tegelijk, gedaan = threading.Event(), [], []

    def werk() -> None:
        tegelijk.append(1)
        assert len(tegelijk) == 1
        assert poort.wait(5)
        tegelijk.pop()
        gedaan.append(threading.current_thread().name)
        raise RuntimeError("kapot")

    monkeypatch.setattr(achtergrond, "verwerk_wachtende", werk)
    for _keer in range(3):
        achtergrond.lees_wat_wacht()
    assert gedaan == []
    poort.set()
    for draad in [d for d in threading.enumerate() if d.name == "documenten-lezen"]:
        draad.join(5)
    assert 1 <= len(gedaan) <= 3 and set(gedaan) == {"documenten-lezen"}
    assert not achtergrond._gevraagd.is_set() and not achtergrond._slot.locked()
