"""A neighbourhood's own pathway: its numbers over the national core, approved, public when it says so, and no weaker alarm."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.herindelen import Buurtwissel
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Herindeling
from kennisplatform.feiten.templatetags.feiten import bellen
from tests import mensen
from tests.pagina import pagina
from tests.site.test_rechten import client_van
from tests.vastleggen import leg_vast, vastgelegd
from zorgpaden.lokaal import beheren, kern, meenemen, tonen
from zorgpaden.lokaal.models import Buurtpad
from zorgpaden.models import Zorgpad

SLUG = "thuismonitoring-hartfalen"


def stap(sleutel: str, **velden: str) -> kern.Kernstap:
    return {"sleutel": sleutel, **dict.fromkeys(kern.VELDEN, ""), "titel": sleutel.title(), **velden}


def test_a_change_of_the_core_is_a_difference_to_take_or_leave() -> None:
    van = [stap("a"), stap("b"), stap("c")]
    nu = [stap("a"), stap("nieuw"), stap("b", tekst="anders")]
    gezien = {v.sleutel: v for v in kern.verschillen(van, nu, {})}
    assert set(gezien) == {"nieuw", "b", "c"}
    assert gezien["b"].velden == [("Uitleg", "", "anders")] and gezien["c"].nieuw is None
    for sleutel in ("nieuw", "b", "c"):
        van = kern.neem_over(van, nu, sleutel)
    assert van == nu and not kern.verschillen(van, nu, {})
    oud = [stap("b")]
    gelaten = {"b": kern.merk(nu[2])}
    assert not [v for v in kern.verschillen(oud, nu, gelaten) if v.sleutel == "b"]
    verder = [stap("b", tekst="weer anders")]
    assert [v.sleutel for v in kern.verschillen(oud, verder, gelaten)] == ["b"]  # the next change shows again


@pytest.fixture
def hier(db: None) -> Buurt:
    return mensen.buurt("hier")


@pytest.fixture
def pad(hier: Buurt) -> Buurtpad:
    return beheren.begin(buurt=hier, pagina=Zorgpad.objects.get(slug=SLUG), door=mensen.lid(hier))


def adres(naam: str, pad: Buurtpad) -> str:
    return reverse(naam, args=[pad.buurt.slug, pad.pk])


def openbaar(naam: str = "openbaar_buurtpad") -> str:
    return reverse(naam, args=["hier", SLUG])


def vul(client: Client, pad: Buurtpad, **velden: Any) -> Any:
    """As a browser does: what stands in the form, with these otherwise."""
    staat_er = pagina(client.get(adres("buurtpad_wijzigen", pad))).velden()
    return client.post(adres("buurtpad_wijzigen", pad), staat_er | velden)


def test_a_nurse_makes_it_and_a_kartrekker_lets_it_out(hier: Buurt, client: Client) -> None:
    nurse, trekker = client_van(mensen.lid(hier)), client_van(mensen.lid(hier, Netwerkrol.KARTREKKER))
    landelijk = Zorgpad.objects.get(slug=SLUG)
    for _keer in range(2):  # pressed twice
        nurse.post(reverse("buurtpad_nieuw", args=["hier"]), {"pagina": landelijk.pk})
    pad = Buurtpad.objects.get(buurt=hier)
    velden = {"wie_0": "wijkverpleegkundige", "afspraak_0": "Binnen twee dagen", "sinds_0": "2026-11-01"}
    velden |= {"opmerking_0": "Sleutel bij de balie", "nrwie_0": "Hartfalenpoli", "nummer_0": "0500-000 004"}
    assert vul(nurse, pad, **velden, wanneer_0="werkdagen 9 tot 17 uur").status_code == 302
    blad = pagina(nurse.get(adres("buurtpad", pad)))
    assert (
        any("Nog niet goedgekeurd" in t for t in blad.teksten(".melding"))
        and "Binnen twee dagen" in blad.teksten("ol.pad li")[0]
    )
    assert "0500-000 004" in blad.tekst(".buurtnummers")
    assert client.get(openbaar()).status_code == 404
    trekker.post(adres("buurtpad_openbaar", pad), {"openbaar": "1"})
    assert client.get(openbaar()).status_code == 404  # public is only what is approved
    trekker.post(adres("buurtpad_goedkeuren", pad))
    lezer = pagina(client.get(openbaar()))
    assert "Binnen twee dagen" in lezer.teksten("ol.pad li")[0] and "Sleutel" not in lezer.tekst("main")
    # The national alarm sentences, word for word, on the page and on the leaflet.
    kop = [vak.kop for vak in landelijk.spoed_beroep]
    assert kop and all(str(k) in lezer.tekst("main") for k in kop)
    folder = pagina(client.get(openbaar("openbare_folder")))
    assert "0500-000 004" in folder.tekst(".buurtnummers")
    assert all(str(vak.kop) in folder.tekst("main") for vak in landelijk.spoed_patient) and landelijk.spoed_patient
    assert "hier" in pagina(client.get(f"/zorgpaden/{SLUG}/")).tekst("aside").lower()
    vul(nurse, pad, wie_0="verzorgende")
    assert client.get(openbaar()).status_code == 404  # changed: to be looked at again


def test_a_number_is_called_as_a_whole(pad: Buurtpad) -> None:
    """Out-of-hours surgeries have numbers with 112 in them: who taps that calls an ambulance."""
    client = client_van(mensen.lid(pad.buurt))
    vul(client, pad, nrwie_0="Spoedpost", nummer_0="0900 112 0 112")
    for naam in ("buurtpad", "buurtpad_folder"):
        blad = pagina(client.get(adres(naam, pad)))
        assert blad.waarden(".buurtnummers a", "href") == ["tel:09001120112"], naam
    assert "tel:112" not in bellen("Spoedpost: 0900 112 0 112") and "tel:112" in bellen("Bel 112 24 uur per dag")


ANDERS_GEZEGD = (
    "Bel 112 bij pijn op de borst",
    "Bel meteen de huisarts als u benauwd bent",
    # Weaker than the core: these passed.
    "Bij benauwdheid mag u eerst een dag wachten",
    "Bel pas na drie dagen",
    "Wacht met bellen tot na het weekend",
    "Koorts is normaal in de eerste week",
)


@pytest.mark.parametrize("zin", ANDERS_GEZEGD)
def test_alarm_can_not_be_said_otherwise_here(pad: Buurtpad, zin: str) -> None:
    client = client_van(mensen.lid(pad.buurt))
    for veld in ("afspraak_0", "opmerking_0", "wanneer_0"):
        antwoord = vul(client, pad, **{veld: zin})
        assert antwoord.status_code == 200 and "landelijke zorgpad" in antwoord.content.decode(), veld
    assert vul(client, pad, nrwie_0="Poli", nummer_0="geen nummer").status_code == 200
    assert vul(client, pad, nrwie_0="Poli").status_code == 200  # one without the other
    assert not pad.afspraken.exists() and not pad.nummers.exists()


def test_each_number_that_is_wrong_is_called_by_its_own_name(pad: Buurtpad) -> None:
    """Two faults were the same sentence, 'Nummer', twice."""
    antwoord = pagina(vul(client_van(mensen.lid(pad.buurt)), pad, nrwie_0="Poli", nummer_1="0500-000 004"))
    namen = antwoord.teksten("[role=alert] li a")
    assert namen == ["Nummer 1", "Nummer 2"], namen


AFSPRAKEN = (
    "De verpleegkundige belt alleen op werkdagen.",
    "Het team wacht op de uitslag en belt dan de patiënt.",
    "Bij koorts belt de wijkverpleegkundige de huisarts.",
    "Eerst oefenen met de app, dan starten.",
)


def test_who_does_what_among_ourselves_may_be_agreed(pad: Buurtpad) -> None:
    client = client_van(mensen.lid(pad.buurt))
    assert vul(client, pad, afspraak_0=" ".join(AFSPRAKEN)).status_code == 302
    assert pad.afspraken.get().afspraak.startswith(AFSPRAKEN[0])


def test_what_looks_like_a_person_is_asked_about(pad: Buurtpad) -> None:
    client = client_van(mensen.lid(pad.buurt))
    velden = {"opmerking_0": "Mevrouw Jansen belt terug: 06-12345678"}
    eerst = pagina(vul(client, pad, **velden))
    assert "Mevrouw Jansen" in eerst.tekst("#fouten") and not pad.afspraken.exists()
    client.post(adres("buurtpad_wijzigen", pad), eerst.velden() | {"bevestig": "on"})
    assert pad.afspraken.get().opmerking == velden["opmerking_0"]


def test_one_that_was_begun_by_mistake_is_taken_away(pad: Buurtpad) -> None:
    trekker = client_van(mensen.lid(pad.buurt, Netwerkrol.KARTREKKER))
    lijst = reverse("buurtpaden", args=["hier"])
    assert pagina(trekker.post(reverse("buurtpad_nieuw", args=["hier"]), {"pagina": ""}, follow=True)).tekst(".melding")
    assert Buurtpad.objects.filter(buurt=pad.buurt).count() == 1
    weg = adres("buurtpad_weg", pad)
    assert pad.naam in pagina(trekker.get(weg)).tekst("h1")
    assert pagina(trekker.post(weg, follow=True)).tekst(".melding") and not Buurtpad.objects.filter(pk=pad.pk).exists()
    assert pagina(trekker.get(lijst)).teksten("#pagina option")[0] == "Kies een zorgpad"


def test_two_people_with_the_form_open_lose_nothing_and_what_changed_is_not_approved(pad: Buurtpad) -> None:
    een, trekker = mensen.lid(pad.buurt), mensen.lid(pad.buurt, Netwerkrol.KARTREKKER)
    client, ander = client_van(een), client_van(trekker)
    open_ = pagina(client.get(adres("buurtpad_wijzigen", pad))).velden()
    gezien = pagina(ander.get(adres("buurtpad", pad))).velden("form[action$='/goedkeuren/']")
    vul(ander, pad, afspraak_1="Binnen twee dagen", nrwie_0="Poli", nummer_0="0500-000 004")
    ander.post(adres("buurtpad_goedkeuren", pad), gezien)
    pad.refresh_from_db()
    assert pad.goedgekeurd_op is None, "read before it changed"
    client.post(adres("buurtpad_wijzigen", pad), open_ | {"wie_2": "verzorgende"})
    assert set(pad.afspraken.values_list("wie", "afspraak")) == {("", "Binnen twee dagen"), ("verzorgende", "")}
    assert pad.nummers.get().nummer == "0500-000 004"
    blad = pagina(client.post(adres("buurtpad_wijzigen", pad), open_ | {"afspraak_1": "Binnen een week"}))
    assert "Binnen twee dagen" in blad.tekst("details[open] .ander"), "asked, at an unfolded step"
    ander.post(
        adres("buurtpad_goedkeuren", pad),
        pagina(ander.get(adres("buurtpad", pad))).velden("form[action$='/goedkeuren/']"),
    )
    pad.refresh_from_db()
    assert pad.geldt
    vul(client, pad)
    pad.refresh_from_db()
    assert pad.geldt, "nothing changed: the approval stays"


def test_after_a_year_it_ends_by_itself_and_what_is_withdrawn_shows_nowhere(pad: Buurtpad, client: Client) -> None:
    beheren.keur_goed(pad=pad, door=mensen.lid(pad.buurt, Netwerkrol.KARTREKKER))
    beheren.maak_openbaar(pad=pad, openbaar=True, door=mensen.lid(pad.buurt))
    assert client.get(openbaar()).status_code == 200
    oud = timezone.localdate() - dt.timedelta(days=366)
    Buurtpad.objects.update(goedgekeurd_op=oud)
    assert client.get(openbaar()).status_code == 404
    leden = client_van(mensen.lid(pad.buurt))
    assert "moet worden nagekeken" in leden.get(reverse("netwerk", args=["hier"])).content.decode()
    Buurtpad.objects.update(goedgekeurd_op=timezone.localdate())
    Zorgpad.objects.filter(slug=SLUG).update(live=False)
    assert client.get(openbaar()).status_code == 404
    assert "ingetrokken" in leden.get(adres("buurtpad", pad)).content.decode()


@pytest.mark.usefixtures("eigen_index")
def test_the_kept_page_of_the_neighbourhood_lets_go_of_a_pathway_that_is_withdrawn(
    pad: Buurtpad, client: Client, settings: Any
) -> None:
    settings.TEKENING = settings.TEKENING | {"PAGINAS": True}
    beheren.keur_goed(pad=pad, door=mensen.lid(pad.buurt, Netwerkrol.KARTREKKER))
    beheren.maak_openbaar(pad=pad, openbaar=True, door=mensen.lid(pad.buurt))
    buurt = reverse("buurt", args=["hier"])
    leg_vast()
    assert openbaar() in client.get(buurt).content.decode()
    with vastgelegd():
        Zorgpad.objects.get(slug=SLUG).unpublish()
    assert openbaar() not in client.get(buurt).content.decode()


def test_two_people_at_two_steps_and_one_step_of_the_core(pad: Buurtpad) -> None:
    een, ander = mensen.lid(pad.buurt), mensen.lid(pad.buurt)
    eerste, tweede = (s["sleutel"] for s in pad.kern[:2])
    leeg = {"wie": "", "afspraak": "", "sinds": None, "opmerking": ""}
    beheren.bewaar(pad=pad, afspraken={eerste: leeg | {"wie": "een"}}, nummers=[], door=een)
    beheren.bewaar(pad=pad, afspraken={tweede: leeg | {"wie": "ander"}, "x": leeg}, nummers=[], door=ander)
    assert sorted(pad.afspraken.values_list("stap", "wie")) == sorted([(eerste, "een"), (tweede, "ander")])
    Buurtpad.objects.filter(pk=pad.pk).update(kern=[dict(s, tekst="oud") for s in pad.kern])
    pad.refresh_from_db()
    assert len(tonen.beeld(pad).verschillen) == len(pad.kern)
    client = client_van(een)
    client.post(adres("buurtpad_kern", pad), {"stap": eerste, "doe": "neem"})
    client.post(adres("buurtpad_kern", pad), {"stap": tweede, "doe": "laat"})
    client.post(adres("buurtpad_kern", pad), {"stap": "verzonnen", "doe": "neem"})
    pad.refresh_from_db()
    over = {v.sleutel for v in tonen.beeld(pad).verschillen}
    assert eerste not in over and tweede not in over and len(over) == len(pad.kern) - 2
    assert pad.kern[0]["tekst"] != "oud" and pad.kern[1]["tekst"] == "oud"


def test_a_split_takes_it_along_unapproved(pad: Buurtpad) -> None:
    beheren.keur_goed(pad=pad, door=mensen.lid(pad.buurt))
    noord = mensen.buurt("noord")
    wissel = Buurtwissel(Herindeling(soort="splitsing"), [pad.buurt], [noord])
    meenemen.neem_mee(wissel)
    pad.refresh_from_db()
    assert pad.buurt == noord and not pad.geldt
    meenemen.neem_terug(wissel)
    pad.refresh_from_db()
    assert pad.buurt.slug == "hier"
