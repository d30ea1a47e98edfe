"""The calendar of what happens by itself: by month, in Dutch, in as many questions for a thousand pages as for one."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, get_page_models

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.redactie import prullenbak
from kennisplatform.redactie.kalender import eerste_dag
from menukaart.models import Interventie
from tests.pagina import pagina
from tests.redactie.test_lijsten import HOOGSTENS, vragen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
ADRES = "/admin/redactie/kalender/"


@pytest.fixture
def chef(client: Client) -> Client:
    wie = Gebruiker.objects.create_user("chef@voorbeeld.example", "x" * 20)
    wie.groups.add(Group.objects.get(name="Eindredacteur"))
    client.force_login(wie)
    return client


def stukken(n: int) -> list[Interventie]:
    return list(Interventie.objects.filter(locale__language_code="nl", live=True).order_by("pk")[:n])


def op(dag: int, uur: int = 9) -> dt.datetime:
    return dt.datetime(2031, 3, dag, uur, 30, tzinfo=timezone.get_current_timezone())


def plan(een: Interventie, twee: Interventie, drie: Interventie) -> None:
    een.go_live_at = op(3)
    een.save_revision(approved_go_live_at=op(3))
    Page.objects.filter(pk=twee.pk).update(expire_at=op(17, 0))
    Interventie.objects.filter(pk=drie.pk).update(volgende_controle=dt.date(2031, 3, 31))


def test_a_month_in_words_with_all_three_kinds(chef: Client) -> None:
    een, twee, drie = stukken(3)
    plan(een, twee, drie)
    blad = pagina(chef.get(f"{ADRES}?maand=2031-03"))
    assert "Maart 2031" in blad.tekst("main h2")
    assert blad.teksten("main h3") == ["maandag 3 maart", "maandag 17 maart", "maandag 31 maart"]
    regels = blad.teksten("main .kalender__lijst li")
    assert [r.split(" ")[0] for r in regels] == ["Wordt", "Gaat", "Controle"]
    assert "9.30" in regels[0] and een.title in regels[0] and "0.30" in regels[1]
    assert blad.heeft("table.kalender a[href='#dag-17']")
    alleen = pagina(chef.get(f"{ADRES}?maand=2031-03&wat=verloopt"))
    assert alleen.teksten("main h3") == ["maandag 17 maart"]
    assert "niets vanzelf" in pagina(chef.get(f"{ADRES}?maand=2031-04")).tekst("main")


def test_a_day_names_what_happens_and_an_empty_month_what_comes_next(chef: Client) -> None:
    een, twee, drie, vier = stukken(4)
    plan(een, twee, drie)
    Interventie.objects.filter(pk__in=[twee.pk, vier.pk]).update(volgende_controle=dt.date(2031, 3, 31))
    vak = pagina(chef.get(f"{ADRES}?maand=2031-03"))
    titels = sorted(stuk.title for stuk in (twee, drie, vier))
    assert vak.teksten("table.kalender td:has([href='#dag-31']) li") == [*titels[:2], "en nog 1"]
    assert vak.heeft(f"table.kalender a[href='/admin/pages/{een.pk}/edit/']")
    Interventie.objects.exclude(volgende_controle__year=2031).update(volgende_controle=None)
    leeg = pagina(chef.get(f"{ADRES}?maand=2031-02&wat=verloopt"))
    assert "Het eerstvolgende: Gaat van de site maandag 17 maart 2031" in leeg.tekst("main")
    assert leeg.heeft(f"main a[href='/admin/pages/{twee.pk}/edit/']")
    assert "eerstvolgende" not in pagina(chef.get(f"{ADRES}?maand=2031-04&wat=verloopt")).tekst("main")


def test_what_goes_live_and_ends_in_one_month_stands_there_twice(chef: Client) -> None:
    (een,) = stukken(1)
    een.unpublish()
    een.refresh_from_db()
    een.go_live_at, een.expire_at = op(3), op(15)
    een.save_revision(approved_go_live_at=op(3))
    blad = pagina(chef.get(f"{ADRES}?maand=2031-03"))
    assert blad.teksten("main h3") == ["maandag 3 maart", "zaterdag 15 maart"]
    assert [regel.split(" ")[0] for regel in blad.teksten("main .kalender__lijst li")] == ["Wordt", "Gaat"]


def test_what_lies_in_the_bin_does_not_happen(chef: Client) -> None:
    alle = stukken(3)
    plan(*alle)
    for wat in alle:
        prullenbak.gooi_weg(pagina=Page.objects.get(pk=wat.pk), door=None)
    assert "niets vanzelf" in pagina(chef.get(f"{ADRES}?maand=2031-03")).tekst("main")


@pytest.mark.parametrize("raar", ["", "x", "2031-13", "0000-01", "2031-00", "99999-1", "٢٠٣١-٠٣", "2031-03-01"])
def test_an_odd_month_is_this_month(chef: Client, raar: str) -> None:
    assert eerste_dag(raar) == timezone.localdate().replace(day=1)
    assert chef.get(ADRES, {"maand": raar, "wat": raar}).status_code == 200


def test_no_question_per_row(chef: Client) -> None:
    def vragen() -> int:
        with CaptureQueriesContext(
            connection,
        ) as gevraagd:
            chef.get(f"{ADRES}?maand=2031-03")
        return len(gevraagd)

    een, twee, drie, *rest = stukken(40)
    plan(een, twee, drie)
    vragen()
    weinig = vragen()
    Interventie.objects.filter(pk__in=[p.pk for p in rest]).update(volgende_controle=dt.date(2031, 3, 5))
    Page.objects.filter(pk__in=[p.pk for p in rest]).update(expire_at=op(9))
    assert vragen() == weinig


def test_who_has_no_pages_sees_none(client: Client) -> None:
    wie: Any = Gebruiker.objects.create_user("lid@voorbeeld.example", "x" * 20)
    client.force_login(wie)
    assert client.get(ADRES).status_code in {302, 403}


@pytest.mark.parametrize("model", get_page_models(), ids=lambda model: model.__name__)
def test_every_kind_of_page_can_be_scheduled_and_remarked_on(model: type[Page]) -> None:
    """Interventions, pathways and examples had no way to choose a day, and the first two none to write beside a field."""
    formulier = model.get_edit_handler().get_form_class()
    assert {"go_live_at", "expire_at"} <= set(formulier.base_fields)
    assert "comments" in formulier.formsets


def test_the_form_of_what_waits_for_its_day_asks_little_and_shows_both_days(chef: Client) -> None:
    """It built the page a second time from its version, for two days of it: 31 questions."""
    uit: dict[str, int] = {}
    for model in get_page_models():
        stuk = model.objects.filter(live=True, locale__language_code="nl", depth__gt=2).order_by("pk").first()
        if stuk is None or stuk.specific_class is not model or not hasattr(stuk, "volgende_controle"):
            continue
        stuk.go_live_at, stuk.expire_at = op(3), op(15)
        stuk.save_revision(approved_go_live_at=op(3))
        uit[model.__name__] = vragen(chef, f"/admin/pages/{stuk.pk}/edit/")
        zij = pagina(chef.get(f"/admin/pages/{stuk.pk}/edit/")).tekst("[data-side-panel='status']")
        assert "3 maart 2031" in zij and "15 maart 2031" in zij, model
    assert len(uit) > 5
    assert {naam: n for naam, n in uit.items() if n > HOOGSTENS} == {}
