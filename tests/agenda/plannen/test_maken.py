"""Making a meeting: what a member does, and what bad input gets."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda.formulieren import BijeenkomstFormulier
from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.deelnemers.models import Buurt
from tests import mensen
from tests.agenda import hulp as agenda
from tests.agenda.plannen.hulp import fouten, invoer, maak

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert('kwik')</script>"


def test_a_member_puts_something_on_the_agenda_and_a_resident_finds_it(client: Client, buurt: Buurt, lid: Any) -> None:
    antwoord = maak(client, buurt, plaatsen="12", kosten="€ 2")
    ding = Bijeenkomst.objects.get(titel="Samen wandelen")
    assert antwoord["Location"] == ding.get_absolute_url() and (ding.buurt, ding.door) == (buurt, lid)
    assert timezone.localtime(ding.begin).time() == dt.time(10)
    lijst = Client().get("/leernetwerk/agenda/").content.decode()
    pagina = Client().get(ding.get_absolute_url()).content.decode()
    assert "Samen wandelen" in lijst and "Er zijn nog 12 plekken" in pagina and "€ 2" in pagina


def test_an_editor_makes_for_the_programme_only(buurt: Buurt) -> None:
    redacteur = Client()
    redacteur.force_login(mensen.medewerker("redacteur"))
    assert redacteur.post(reverse("bijeenkomst_nieuw_programma"), invoer(zichtbaarheid="netwerken")).status_code == 302
    ding = Bijeenkomst.objects.get(titel="Samen wandelen")
    assert ding.buurt is None and redacteur.get(reverse("bijeenkomst_wijzigen", args=[ding.slug])).status_code == 200
    van_hen = agenda.bijeenkomst(buurt)  # public, and still the neighbourhood's own
    assert redacteur.get(reverse("bijeenkomst_wijzigen", args=[van_hen.slug])).status_code == 403
    assert redacteur.post(reverse("bijeenkomst_afgelasten", args=[van_hen.slug]), {"reden": "x"}).status_code == 403


@pytest.mark.usefixtures("lid")
@pytest.mark.parametrize(
    ("anders", "veld", "woord"),
    [
        ({"tot": "09:00"}, "tot", "klaar vóór ze begint"),
        ({"tot": "10:00"}, "tot", "klaar vóór ze begint"),
        ({"dag": "2020-05-05"}, "dag", "al voorbij"),
        ({"dag": "2027-02-29"}, "dag", "bestaat niet"),
        ({"dag": "morgen"}, "dag", "bestaat niet"),
        ({"dag": "2999-01-01"}, "dag", "drie jaar"),
        ({"van": "25:00"}, "van", "uren en minuten"),
        ({"dag": "2027-03-28", "van": "02:30", "tot": "04:00"}, "van", "zomertijd"),
        ({"online": "javascript:alert(1)"}, "online", "https://"),
        ({"online": "data:text/html,x"}, "online", "https://"),
        ({"online": "ftp://bestanden.example/x"}, "online", "https://"),
        ({"plaats": ""}, "plaats", "Waar is het?"),
        ({"plaatsen": "0"}, "plaatsen", "1 plaats of meer"),
        ({"plaatsen": "-3"}, "plaatsen", "1 plaats of meer"),
        ({"titel": "  "}, "titel", ""),
        ({"titel": "x" * 500}, "titel", ""),
        ({"soort": "feest"}, "soort", ""),
        ({"zichtbaarheid": "team"}, "zichtbaarheid", ""),
        ({"tot_en_met": "2999-01-01"}, "tot_en_met", "na de bijeenkomst"),
        ({"thema": "999999"}, "thema", ""),
    ],
)
def test_what_can_not_be_stands_at_the_field_and_nothing_is_lost(
    client: Client, buurt: Buurt, anders: dict[str, str], veld: str, woord: str
) -> None:
    antwoord = maak(client, buurt, **anders)
    per = fouten(antwoord)
    assert list(per) == [veld] and woord in per[veld][0]
    assert "Een rondje." in antwoord.content.decode() or veld == "omschrijving"
    assert not Bijeenkomst.objects.filter(buurt=buurt).exists()


def test_time_as_people_write_it_and_29_february_if_there_is_one(client: Client, buurt: Buurt, lid: Any) -> None:
    jaar = timezone.localdate().year + 1
    assert maak(client, buurt, dag=f"7-2-{jaar}", van="19.30", tot="21u00").status_code == 302
    ding = Bijeenkomst.objects.get(buurt=buurt)
    assert timezone.localtime(ding.begin).strftime("%d-%m-%Y %H:%M") == f"07-02-{jaar} 19:30"
    dag = BijeenkomstFormulier.base_fields["dag"]
    assert dag.clean("29-02-2028") == dt.date(2028, 2, 29)
    with pytest.raises(ValidationError, match="bestaat niet"):
        dag.clean("29-02-2027")


def test_summer_and_winter_time(client: Client, buurt: Buurt, lid: Any) -> None:
    jaar = timezone.localdate().year + 1
    maak(client, buurt, titel="zomer", dag=f"{jaar}-07-01", van="10:00", tot="11:00")
    maak(client, buurt, titel="winter", dag=f"{jaar}-12-11", van="10:00", tot="11:00")
    uren = {b.titel: b.begin.astimezone(dt.UTC).hour for b in Bijeenkomst.objects.filter(buurt=buurt)}
    assert uren == {"zomer": 8, "winter": 9}


def test_script_in_every_field_stays_text(client: Client, buurt: Buurt, lid: Any) -> None:
    velden = dict.fromkeys(("titel", "omschrijving", "plaats", "contact_rol", "tolk", "kosten"), SCRIPT)
    assert maak(client, buurt, **velden, taal="<b>Nederlands</b>").status_code == 302
    ding = Bijeenkomst.objects.get(buurt=buurt)
    Bijeenkomst.objects.filter(pk=ding.pk).update(
        opbrengst=SCRIPT, transcript=SCRIPT, reden=SCRIPT, afgelast=ding.begin
    )
    paden = [
        ding.get_absolute_url(),
        "/leernetwerk/agenda/",
        "/leernetwerk/",
        buurt.get_absolute_url(),
        "/werkplek/",
        reverse("bijeenkomst_opnieuw", args=[ding.slug]),
        reverse("bijeenkomst_deelnemers", args=[ding.slug]),
        reverse("bijeenkomsten_van", args=[buurt.slug]),
        reverse("agenda_feed"),
    ]
    for pad in paden:
        html = client.get(pad).content.decode()
        assert "<script>alert" not in html and "<b>Nederlands" not in html, pad
