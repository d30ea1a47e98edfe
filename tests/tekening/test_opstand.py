"""What is written all day is kept by what stands there: exact without anybody telling, and never under a mark that lacks something."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory

from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.opstand import op_stand, rijen_van
from menukaart.plan.models import Buurtplan, Planactiviteit, Planthema
from menukaart.plan.plannen import begonnen_plan
from tests import mensen
from tests.vastleggen import leg_vast

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(db: None) -> Buurtplan:
    plan = begonnen_plan(buurt=mensen.buurt("standbuurt"))
    thema = plan.themas.select_related("thema").first()
    assert thema
    Planactiviteit.objects.create(plan=plan, thema=thema.thema, titel="Soep", begin=8104, eind=8105)
    leg_vast()
    return plan


def verzoek() -> HttpRequest:
    verzoek = RequestFactory().get("/")
    verzoek.user = AnonymousUser()
    return verzoek


def teken(
    plan: Buurtplan, *, stand: Callable[[], str] | None = None, ook: Callable[[], object] = str
) -> tuple[str, int]:
    """What is shown, and how often it had to be drawn."""
    keren = 0

    def stuk(sleutel: str) -> str:
        nonlocal keren
        keren += 1
        ook()
        return " ".join(Planactiviteit.objects.filter(plan=plan).values_list("titel", flat=True)) + f" [{sleutel}]"

    def merk() -> str:
        return afdruk(*rijen_van(Planactiviteit, "plan", plan.pk))

    return op_stand(f"proef:{plan.pk}", stand or merk, verzoek(), stuk).decode(), keren


def test_it_is_drawn_once_and_anew_after_any_change_however_it_was_made(plan: Buurtplan) -> None:
    assert [teken(plan)[1] for _keer in range(3)] == [1, 0, 0]
    plan.activiteiten.update(titel="Koffie")  # nobody is told
    tekst, keren = teken(plan)
    assert keren == 1 and tekst.startswith("Koffie")
    plan.activiteiten.update(titel="Soep")
    tekst, keren = teken(plan)
    assert keren == 0 and tekst.startswith("Soep")  # as it was: the first drawing is true again


def test_the_forms_in_it_get_the_key_of_each_reader(plan: Buurtplan) -> None:
    een, ander = (teken(plan)[0].partition("[")[2] for _lezer in range(2))
    assert een != ander and len(een) > 40 and "sleutel-van-de-lezer" not in een


def test_what_reads_a_table_that_is_not_in_the_mark_is_never_kept(plan: Buurtplan) -> None:
    for vergeten in (
        Planthema.objects.filter(plan=plan),
        Buurtplan.objects.all(),
    ):  # one is never told, one by its room
        assert [teken(plan, ook=lambda rij=vergeten: list(rij))[1] for _keer in range(2)] == [1, 1]
        leg_vast()


def test_what_was_written_while_it_was_drawn_is_not_kept_under_the_old_mark(plan: Buurtplan) -> None:
    def ander() -> None:
        plan.activiteiten.update(titel="Koffie")

    assert teken(plan, ook=ander)[0].startswith("Koffie")
    plan.activiteiten.update(titel="Soep")
    tekst, keren = teken(plan)
    assert keren == 1 and tekst.startswith("Soep")
