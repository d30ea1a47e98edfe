"""What happens after a commit can't spoil what was accepted: one way to do it, with a deadline, that never raises."""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone
from wagtail.models import Locale, Page

from kennisplatform import naderhand
from kennisplatform.basis.models.media import Bestand
from kennisplatform.cijfers.invoer import werk as cijferwerk
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.inhoudlader import werkbladen
from kennisplatform.post import onderhoud
from kennisplatform.post.models import Bericht
from kennisplatform.post.versturen import verstuur
from kennisplatform.preventie.models import Artikel
from kennisplatform.redactie import meten, regels, werken
from kennisplatform.redactie.kijker import VERZOEK
from kennisplatform.redactie.models import Werkgang
from kennisplatform.redactie.vertalen import ouder_blijft_concept
from kennisplatform.tekening.journaal import veranderd
from kennisplatform.volgen.melden import meld
from kennisplatform.zoeken.wachtrij import zet_in_wachtrij
from leernetwerk.delen.bestanden import ruim_bestand_op
from leernetwerk.podium import verzenden
from menukaart.plan import vastgesteld
from menukaart.plan.models import Planversie
from tests.huis import onze_bestanden

pytestmark = pytest.mark.django_db


def aanroepen() -> list[tuple[str, ast.Call]]:
    alle = [(pad.name, k) for pad in onze_bestanden() for k in ast.walk(ast.parse(pad.read_text()))]
    return [(naam, k) for naam, k in alle if isinstance(k, ast.Call)]


def heet(aanroep: ast.Call) -> str:
    return aanroep.func.attr if isinstance(aanroep.func, ast.Attribute) else getattr(aanroep.func, "id", "")


def test_nothing_else_waits_for_a_commit() -> None:
    anders = [bestand for bestand, aanroep in aanroepen() if heet(aanroep) == "on_commit"]
    assert anders == ["naderhand.py"], "use na_commit (kennisplatform/naderhand.py): it never raises and has a deadline"


def vertaalde_ouder() -> None:
    pagina = Artikel.objects.live().filter(locale__language_code="nl").first()
    pagina.locale, pagina.alias_of = Locale.objects.get(language_code="en"), Artikel(locale=pagina.locale)
    pagina.alias_of_id = pagina.pk
    ouder_blijft_concept(Artikel, pagina, created=True)


def werkblad() -> None:
    for regel in ("een", "twee"):
        werkbladen._document({"titel": "Proefblad", "bron": "wij", "inhoud": [regel]})


def nog_eens_posten() -> None:
    brief = verstuur(aan="ans@voorbeeld.example", onderwerp="Proef", tekst="Dag")
    Bericht.objects.filter(pk=brief.pk).update(mislukt="2026-01-01T00:00Z")
    connection.run_on_commit.clear()
    assert onderhoud.probeer_opnieuw(brief.pk)


def melding() -> None:
    wie = Gebruiker.objects.first()
    meld(
        soort="proef", over=(), titel="Proef", adres="/", kenmerk="proef:1", door=None,
        zichtbaarheid=Zichtbaarheid.OPENBAAR, extra_aan=[wie],
    )  # fmt: skip


def bijlage() -> None:
    opslag = SimpleNamespace(delete=lambda naam: None)
    ruim_bestand_op(SimpleNamespace(bestand=SimpleNamespace(name="x", storage=opslag)))  # type: ignore[arg-type]


def nieuwsbrief() -> None:
    verzenden.Abonnee.objects.create(email="lezer@voorbeeld.example", bevestigd_op="2026-01-01T00:00Z")
    brief = verzenden.Nieuwsbrief.objects.latest("pk")  # of the demo
    brief.stand = verzenden.Stand.CONCEPT
    brief.save()
    brief.uitlichtingen.set(verzenden.Uitlichting.objects.all()[:2])
    verzenden.begin(nieuwsbrief=brief, gezien=brief.gewijzigd)


def eerste_blik() -> None:
    Page.objects.filter(depth__gt=1).update(last_published_at=timezone.now())  # not measured since
    meten.meet_straks()


def meting() -> None:
    """By the press of somebody."""
    merk = VERZOEK.set(SimpleNamespace(user=SimpleNamespace(is_authenticated=True)))  # type: ignore[arg-type]
    try:
        meten.bij_publicatie(Artikel, Artikel(pk=1, title="Proef"))
    finally:
        VERZOEK.reset(merk)


# By what the code calls each: something that makes it wait for the commit.
DOEN: dict[str, Callable[[], object]] = {
    "sending mail": nog_eens_posten,
    "forgetting kept drawings": lambda: veranderd("proef"),
    "keeping a translated parent a draft": vertaalde_ouder,
    "bringing the search index up to date": lambda: zet_in_wachtrij(["pagina:1"]),
    "deleting an old sheet": werkblad,
    "reading documents": lambda: Bestand.objects.create(title="Proef", file=ContentFile(b"%PDF-1.4", "proef.pdf")),
    "mailing notices": melding,
    "deleting a file": bijlage,
    "sending the newsletter": nieuwsbrief,
    "writing waiting newsletters anew": verzenden.herzie,
    "what rooms do with a plan that was laid down": lambda: vastgesteld.meld(Planversie(pk=1)),
    "rules about a published page": lambda: regels.bij_publicatie(
        Artikel, Artikel(pk=1, title="Proef", first_published_at=timezone.now())
    ),
    "measuring a published page": meting,
    "measuring what changed, for who opened a report": eerste_blik,
    "beginning work on many pages": lambda: werken.start(Werkgang(pk=1)),
    "reading a file of figures": lambda: cijferwerk.start(1),
}


def test_every_side_effect_is_in_the_table() -> None:
    bron = "\n".join(ast.unparse(a) for _bestand, a in aanroepen() if heet(a) == "na_commit")
    genoemd = set(re.findall(r"""na_commit\(.*?, ["'](.+?)["'](?:, using=.*)?\)$""", bron, re.MULTILINE))
    assert genoemd | {"forgetting kept drawings"} == set(DOEN)


@pytest.mark.parametrize("wat", DOEN)
def test_a_fault_that_nobody_foresaw_is_logged_and_stops_nothing(wat: str, caplog: pytest.LogCaptureFixture) -> None:
    DOEN[wat]()
    werk = [rij[1] for rij in connection.run_on_commit if rij[1].wat == wat]
    connection.run_on_commit.clear()
    assert werk, "nothing waits for the commit under this name"

    def stuk() -> None:
        assert naderhand.rest() is not None, "somebody waits: there is a deadline"
        raise RuntimeError("nobody foresaw this")

    naderhand.Naderhand(stuk, werk[0].wat)()
    assert [r.message for r in caplog.records if wat in r.message and r.exc_info]
    assert naderhand.rest() is None


def test_a_deadline_ends_and_the_shortest_counts(caplog: pytest.LogCaptureFixture) -> None:
    gezien: list[float | None] = []
    with naderhand.termijn(0.05):
        with naderhand.termijn(10):
            gezien.append(naderhand.rest())
        time.sleep(0.06)
        gezien.append(naderhand.rest())
    assert gezien[0] and gezien[0] <= 0.05 and gezien[1] == 0.0 and naderhand.rest() is None


def test_the_same_is_done_once_a_transaction(django_capture_on_commit_callbacks: Any) -> None:
    gedaan: list[int] = []

    def werk() -> None:
        gedaan.append(1)

    with django_capture_on_commit_callbacks(execute=True):
        for _keer in range(5):
            naderhand.na_commit(werk, "work")
    assert gedaan == [1]


def test_what_is_asked_after_it_ran_is_done_again(django_capture_on_commit_callbacks: Any) -> None:
    gedaan: list[int] = []

    def werk() -> None:
        gedaan.append(1)

    for _keer in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            naderhand.na_commit(werk, "work")
    assert gedaan == [1, 1]
