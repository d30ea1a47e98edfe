"""Work on many pages while others work too: two who press at once, somebody who goes on, rights that are gone by then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation

from kennisplatform.basis.models import Begrip
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.redactie import werken
from kennisplatform.redactie.lijstbestand import lees
from kennisplatform.redactie.models import Werkgang
from menukaart.models import Interventie, MenukaartPagina
from tests.redactie.veelhulp import doe, draai_terug, excel, kolom, met, rauw, stukken, uitkomsten

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
Commits = Any


@pytest.fixture
def samen(als: Callable[[str], Client], django_capture_on_commit_callbacks: Commits) -> Callable[..., Any]:
    """`samen("Redacteur", pages, wat=…)`: pressed and done."""

    def geef(rol: str, paginas: list[Any], **velden: Any) -> tuple[Client, Werkgang]:
        client = als(rol)
        with django_capture_on_commit_callbacks(execute=True):
            werk = doe(client, met(paginas), **velden)
        assert set(uitkomsten(werk)) == {"gedaan"}, [regel.melding for regel in werk.regels.all()]
        return client, werk

    return geef


def vers(pagina: Any) -> Any:
    return type(pagina).objects.get(pk=pagina.pk)


def test_what_was_published_since_stays_as_it_is(
    samen: Callable[..., Any], django_capture_on_commit_callbacks: Commits
) -> None:
    """Taken back, the new text stayed public while the page said that it was the old one."""
    (een,) = stukken(1)
    client, werk = samen("Redacteur", [een], wat="trefwoord", trefwoorden_erbij="proefwoord")
    vers(een).latest_revision.publish()
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    nu = vers(een)
    assert "proefwoord" in nu.trefwoorden.names() and nu.live_revision_id == nu.latest_revision_id
    assert "publiceerde haar daarna" in werk.regels.get(stand="gedaan").melding


def test_what_was_withdrawn_since_is_not_made_public_again(
    samen: Callable[..., Any], django_capture_on_commit_callbacks: Commits
) -> None:
    (een,) = stukken(1)
    client, werk = samen("Eindredacteur", [een], wat="trefwoord", trefwoorden_erbij="proefwoord", publiceer="on")
    vers(een).unpublish()
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    assert not vers(een).live and uitkomsten(werk) == ["gedaan"]


def test_another_decision_on_what_was_withdrawn_stays(
    samen: Callable[..., Any], django_capture_on_commit_callbacks: Commits
) -> None:
    (een,) = stukken(1)
    concept = vers(een)
    concept.samenvatting = "Een concept dat later openbaar werd."
    concept.save_revision()
    client, werk = samen("Eindredacteur", [een], wat="intrekken")
    vers(een).latest_revision.publish()
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    assert vers(een).samenvatting == "Een concept dat later openbaar werd."


@pytest.mark.parametrize(
    ("wat", "velden"), [("intrekken", {}), ("trefwoord", {"trefwoorden_erbij": "x", "publiceer": "on"})]
)
def test_who_may_publish_no_longer_takes_nothing_back_onto_the_site(
    samen: Callable[..., Any], wat: str, velden: dict[str, str], django_capture_on_commit_callbacks: Commits
) -> None:
    (een,) = stukken(1)
    client, werk = samen("Eindredacteur", [een], wat=wat, **velden)
    wie = Gebruiker.objects.get(email="eindredacteur@voorbeeld.example")
    wie.groups.set([Group.objects.get(name="Redacteur")])
    stond = vers(een).live
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    assert vers(een).live is stond and uitkomsten(werk) == ["gedaan"]
    assert "niet publiceren" in werk.regels.get().melding


def test_what_was_locked_since_is_left(samen: Callable[..., Any], django_capture_on_commit_callbacks: Commits) -> None:
    een, twee = stukken(2)
    client, werk = samen("Redacteur", [een, twee], wat="trefwoord", trefwoorden_erbij="proefwoord")
    Page.objects.filter(pk=een.pk).update(locked=True)
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    assert uitkomsten(werk) == ["gedaan", "terug"]
    assert "op slot" in werk.regels.get(pagina=een).melding


def test_two_at_the_same_work_do_each_page_once(
    samen: Callable[..., Any],
    als: Callable[[str], Client],
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Commits,
) -> None:
    """'Stopte het? Ga verder', pressed while it ran: pages were done twice, and the second time forgot how they stood."""
    client, paginas = als("Redacteur"), stukken(3)
    gewoon, eerste = werken.DOE["trefwoord"], [True]

    def terwijl(regel: Any, gegevens: Any, door: Any) -> Any:
        if eerste:
            eerste.clear()
            werken.voer_uit.func(regel.werkgang_id)
        return gewoon(regel, gegevens, door)

    monkeypatch.setitem(werken.DOE, "trefwoord", terwijl)
    with django_capture_on_commit_callbacks(execute=True):
        werk = doe(client, met(paginas), wat="trefwoord", trefwoorden_erbij="proefwoord")
    werk.refresh_from_db()
    assert (werk.stand, uitkomsten(werk)) == ("klaar", ["gedaan"] * 3)
    assert [p.revisions.filter(user__email="redacteur@voorbeeld.example").count() for p in paginas] == [1, 1, 1]
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    assert uitkomsten(werk) == ["terug"] * 3


def test_nothing_is_taken_back_where_nothing_was_done(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Commits
) -> None:
    client, (een,) = als("Eindredacteur"), stukken(1)
    with django_capture_on_commit_callbacks(execute=True):
        werk = doe(client, met([een]), wat="publiceren")
    assert uitkomsten(werk) == ["gelijk"]
    assert "Draai alles terug" not in client.get(f"/admin/redactie/werk/{werk.pk}/").content.decode()


def test_a_keyword_goes_however_it_is_written(samen: Callable[..., Any]) -> None:
    (een,) = stukken(1)
    samen("Eindredacteur", [een], wat="trefwoord", trefwoorden_erbij="Proefwoord", publiceer="on")
    wie = Gebruiker.objects.get(email="eindredacteur@voorbeeld.example")
    werk = werken.begin(soort="trefwoord", paginas=[een], door=wie,
                        gegevens={"erbij": {}, "eraf": {"trefwoorden": ["proefwoord"]}, "publiceer": True})  # fmt: skip
    werken.voer_uit.func(werk.pk)
    assert "Proefwoord" not in vers(een).trefwoorden.names()


def test_published_for_a_day_to_come_is_taken_back(
    samen: Callable[..., Any], django_capture_on_commit_callbacks: Commits
) -> None:
    (een,) = stukken(1)
    vers(een).unpublish()
    concept = vers(een)
    concept.go_live_at = timezone.now() + timezone.timedelta(days=30)
    concept.save_revision()
    client, werk = samen("Eindredacteur", [een], wat="publiceren")
    assert vers(een).approved_schedule
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    assert uitkomsten(werk) == ["terug"], werk.regels.get().melding
    assert not vers(een).approved_schedule


# ---- Put ready to translate


@pytest.fixture
def arabisch() -> Locale:
    """A language in which the menu and what lies below it do not stand yet."""
    taal = Locale.objects.get(language_code="ar")
    menu = MenukaartPagina.objects.get(locale__language_code="nl").get_translation_or_none(taal)
    if menu is not None:
        menu.delete()
    return taal


def test_a_translation_that_somebody_began_is_not_thrown_away(
    samen: Callable[..., Any], arabisch: Locale, django_capture_on_commit_callbacks: Commits
) -> None:
    een, twee = stukken(2)
    client, werk = samen("Eindredacteur", [een, twee], wat="vertalen", talen=[arabisch.pk])
    bron = Translation.objects.get(source__object_id=een.translation_key, target_locale=arabisch).source
    zin = StringSegment.objects.filter(source=bron, context__path="title").get()
    StringTranslation.objects.create(locale=arabisch, translation_of=String.objects.get(pk=zin.string_id),
                                     context=zin.context, data="عنوان")  # fmt: skip
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    assert een.get_translation_or_none(arabisch) is not None and twee.get_translation_or_none(arabisch) is None
    assert "begon al" in werk.regels.get(pagina=een).melding


def test_a_translation_is_not_changed_beside_its_dutch_page(
    samen: Callable[..., Any],
    arabisch: Locale,
    als: Callable[[str], Client],
    django_capture_on_commit_callbacks: Commits,
) -> None:
    """It said 'gedaan', put a Dutch theme on an Arabic page, and was lost when the translation was published again."""
    (een,) = stukken(1)
    client, _werk = samen("Eindredacteur", [een], wat="vertalen", talen=[arabisch.pk])
    vertaling = een.get_translation(arabisch)
    thema = Begrip.objects.get(soort="thema", code="lerende-buurt", locale__language_code="nl")
    with django_capture_on_commit_callbacks(execute=True):
        werk = doe(client, met([een, vertaling]), wat="thema", thema=thema.pk)
    assert uitkomsten(werk) == ["gedaan", "mislukt"]
    assert "Wijzig de Nederlandse pagina" in werk.regels.get(pagina=vertaling).melding
    boek = excel(client, [vertaling])
    boek.active[f"{kolom(boek.active, 'Titel')}2"] = "Anders"
    lezing = lees(rauw(boek), door=Gebruiker.objects.get(email="eindredacteur@voorbeeld.example"))
    assert [fout.cel for fout in lezing.fouten] == ["A2"] and not lezing.verschillen


def test_a_colleagues_page_below_what_was_made_along_stays(
    samen: Callable[..., Any],
    arabisch: Locale,
    als: Callable[[str], Client],
    django_capture_on_commit_callbacks: Commits,
) -> None:
    """The list above the page was made along with it; taking that back took along what others put below it."""
    een, twee = stukken(2)
    client, werk = samen("Eindredacteur", [een], wat="vertalen", talen=[arabisch.pk])
    with django_capture_on_commit_callbacks(execute=True):
        doe(client, met([twee]), wat="vertalen", talen=[arabisch.pk])
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    assert een.get_translation_or_none(arabisch) is None and uitkomsten(werk) == ["terug"]
    assert Interventie.objects.filter(translation_key=twee.translation_key, locale=arabisch).exists()
