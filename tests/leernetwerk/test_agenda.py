"""Planning a meeting: what a member does, what bad input gets, and who sees what of it."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.models import Buurt, Lidmaatschap, Logregel
from leernetwerk.agenda.formulieren import BijeenkomstFormulier
from leernetwerk.agenda.models import Bijeenkomst
from leernetwerk.delen.models import Inzending
from tests import mensen
from tests.leernetwerk import agenda

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert('kwik')</script>"


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("agendabuurt")


@pytest.fixture
def lid(client: Client, buurt: Buurt) -> Any:
    wie = mensen.lid(buurt)
    client.force_login(wie)
    return wie


def invoer(**anders: Any) -> dict[str, Any]:
    dag = timezone.localdate() + dt.timedelta(days=40)
    return {
        "titel": "Samen wandelen", "soort": "dialoog", "omschrijving": "Een rondje.", "voor": "bewoners",
        "dag": f"{dag:%Y-%m-%d}", "van": "10:00", "tot": "11:30", "plaats": "Buurthuis", "online": "",
        "zichtbaarheid": "openbaar", "plaatsen": "", "tot_en_met": "",
    } | anders  # fmt: skip


def maak(client: Client, buurt: Buurt, **anders: Any) -> Any:
    return client.post(reverse("bijeenkomst_nieuw", args=[buurt.slug]), invoer(**anders))


def fouten(antwoord: Any) -> dict[str, list[str]]:
    assert antwoord.status_code == 200
    return {naam: list(lijst) for naam, lijst in antwoord.context["formulier"].errors.items()}


# ---- Make


def test_een_lid_zet_iets_in_de_agenda_en_een_bewoner_vindt_het(client: Client, buurt: Buurt, lid: Any) -> None:
    antwoord = maak(client, buurt, plaatsen="12", kosten="€ 2")
    ding = Bijeenkomst.objects.get(titel="Samen wandelen")
    assert antwoord["Location"] == ding.get_absolute_url() and (ding.buurt, ding.door) == (buurt, lid)
    assert timezone.localtime(ding.begin).time() == dt.time(10)
    lijst = Client().get("/leernetwerk/agenda/").content.decode()
    pagina = Client().get(ding.get_absolute_url()).content.decode()
    assert "Samen wandelen" in lijst and "Er zijn nog 12 plekken" in pagina and "€ 2" in pagina


def test_een_redacteur_maakt_alleen_voor_het_programma(buurt: Buurt) -> None:
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
        ({"omschrijving": "a\x00b"}, "omschrijving", ""),
    ],
)  # fmt: skip
def test_wat_niet_kan_staat_bij_het_veld_en_niets_gaat_verloren(
    client: Client, buurt: Buurt, anders: dict[str, str], veld: str, woord: str
) -> None:
    antwoord = maak(client, buurt, **anders)
    per = fouten(antwoord)
    assert list(per) == [veld] and woord in per[veld][0]
    assert "Een rondje." in antwoord.content.decode() or veld == "omschrijving"
    assert not Bijeenkomst.objects.filter(buurt=buurt).exists()


def test_tijd_zoals_mensen_die_schrijven_en_29_februari_als_die_er_is(client: Client, buurt: Buurt, lid: Any) -> None:
    jaar = timezone.localdate().year + 1
    assert maak(client, buurt, dag=f"7-2-{jaar}", van="19.30", tot="21u00").status_code == 302
    ding = Bijeenkomst.objects.get(buurt=buurt)
    assert timezone.localtime(ding.begin).strftime("%d-%m-%Y %H:%M") == f"07-02-{jaar} 19:30"
    dag = BijeenkomstFormulier.base_fields["dag"]
    assert dag.clean("29-02-2028") == dt.date(2028, 2, 29)
    with pytest.raises(ValidationError, match="bestaat niet"):
        dag.clean("29-02-2027")


def test_zomer_en_wintertijd(client: Client, buurt: Buurt, lid: Any) -> None:
    jaar = timezone.localdate().year + 1
    maak(client, buurt, titel="zomer", dag=f"{jaar}-07-01", van="10:00", tot="11:00")
    maak(client, buurt, titel="winter", dag=f"{jaar}-12-11", van="10:00", tot="11:00")
    uren = {b.titel: b.begin.astimezone(dt.UTC).hour for b in Bijeenkomst.objects.filter(buurt=buurt)}
    assert uren == {"zomer": 8, "winter": 9}


def test_script_in_elk_veld_blijft_tekst(client: Client, buurt: Buurt, lid: Any) -> None:
    velden = dict.fromkeys(("titel", "omschrijving", "plaats", "contact_rol", "tolk", "kosten"), SCRIPT)
    assert maak(client, buurt, **velden, taal="<b>Nederlands</b>").status_code == 302
    ding = Bijeenkomst.objects.get(buurt=buurt)
    Bijeenkomst.objects.filter(pk=ding.pk).update(
        opbrengst=SCRIPT, transcript=SCRIPT, reden=SCRIPT, afgelast=ding.begin
    )
    paden = [
        ding.get_absolute_url(), "/leernetwerk/agenda/", "/leernetwerk/", buurt.get_absolute_url(), "/werkplek/",
        reverse("bijeenkomst_opnieuw", args=[ding.slug]), reverse("bijeenkomst_deelnemers", args=[ding.slug]),
        reverse("bijeenkomsten_van", args=[buurt.slug]), reverse("agenda_feed"),
    ]  # fmt: skip
    for pad in paden:
        html = client.get(pad).content.decode()
        assert "<script>alert" not in html and "<b>Nederlands" not in html, pad


# ---- See


def test_wie_welke_bijeenkomst_ziet(buurt: Buurt) -> None:
    daar = mensen.buurt("daar")
    dingen = {z: agenda.bijeenkomst(buurt, zichtbaarheid=z, titel=f"z-{z}") for z in ("openbaar", "netwerken", "eigen")}
    verwacht = {
        "anoniem": {"openbaar"}, "vreemde": {"openbaar"}, "oud-lid": {"openbaar"}, "straks-lid": {"openbaar"},
        "lid-elders": {"openbaar", "netwerken"}, "redacteur": {"openbaar", "netwerken"},
        "gemeente": set(dingen), "kartrekker": set(dingen), "transitieteam": set(dingen),
    }  # fmt: skip
    wie = mensen.iedereen(buurt, daar)
    for naam, ziet in verwacht.items():
        client = Client()
        if naam != "anoniem":
            client.force_login(wie[naam])
        lijst = client.get("/leernetwerk/agenda/").content.decode()
        for zicht, ding in dingen.items():
            in_lijst = zicht in ziet and (naam, zicht) != ("transitieteam", "eigen")  # may look, isn't invited
            assert (f"z-{zicht}" in lijst) == in_lijst, (naam, zicht)
            for deel in ("bijeenkomst", "bijeenkomst_ics"):
                status = client.get(reverse(deel, args=[ding.slug])).status_code
                assert status == (200 if zicht in ziet else 404), (naam, zicht, deel)
            aanmelden = client.post(
                reverse("bijeenkomst_aanmelden", args=[ding.slug]), {"naam": "x", "email": "x@x.example"}
            )
            assert (aanmelden.status_code == 404) == (zicht not in ziet), (naam, zicht)


def test_een_medewerker_die_meekijkt_laat_een_spoor(buurt: Buurt) -> None:
    eigen, open_ = agenda.bijeenkomst(buurt, zichtbaarheid="eigen"), agenda.bijeenkomst(buurt)
    team = Client()
    team.force_login(mensen.medewerker("transitieteam"))
    team.get(open_.get_absolute_url())
    team.get("/leernetwerk/agenda/")
    assert not Logregel.objects.filter(buurt=buurt).exists()
    team.get(reverse("bijeenkomst_deelnemers", args=[open_.slug]))  # names of who comes
    assert Logregel.objects.filter(buurt=buurt).count() == 1
    Logregel.objects.all().delete()
    for _keer in range(2):
        team.get(eigen.get_absolute_url())
    (regel,) = Logregel.objects.filter(buurt=buurt, soort=Logregel.Soort.INZAGE)
    assert "bijeenkomsten" in regel.tekst


def test_de_link_is_alleen_voor_wie_een_plek_heeft(buurt: Buurt) -> None:
    ding = agenda.bijeenkomst(buurt, online="https://meedoen.example/geheim", plaatsen=1)
    eerste, tweede = Client(), Client()
    for client in (eerste, tweede):
        client.force_login(mensen.persoon())
        assert "geheim" not in client.get(ding.get_absolute_url()).content.decode()
        client.post(reverse("bijeenkomst_aanmelden", args=[ding.slug]))
    assert "meedoen.example/geheim" in eerste.get(ding.get_absolute_url()).content.decode()
    assert "geheim" not in tweede.get(ding.get_absolute_url()).content.decode()  # waits
    assert "geheim" not in Client().get(ding.get_absolute_url()).content.decode()


def test_filters_tellen_en_onzin_doet_niets(buurt: Buurt) -> None:
    Bijeenkomst.objects.all().delete()
    agenda.bijeenkomst(buurt, soort="webinar", plaats="", online="https://x.example/", titel="A")
    agenda.bijeenkomst(buurt, soort="lotgenoten", voor="bewoners", titel="B")
    agenda.bijeenkomst(buurt, soort="lotgenoten", voor="professionals", titel="C", dagen=70)
    client = Client()

    def titels(vraag: str) -> set[str]:
        lijst = client.get(f"/leernetwerk/agenda/?{vraag}").context["lijst"]
        uit = {b.titel for maand in lijst.maanden for b in maand.bijeenkomsten}
        assert lijst.totaal == len(uit)
        return uit

    assert titels("") == {"A", "B", "C"}
    assert titels("soort=lotgenoten") == {"B", "C"}
    assert titels("waar=online") == {"A"} and titels("waar=Proefstad") == {"B", "C"}
    assert titels("voor=bewoners") == {"A", "B"} and titels("voor=bewoners&soort=lotgenoten") == {"B"}
    for onzin in ("soort=x", "waar=%00", "thema=" + "z" * 400, "pagina=99999999", "pagina=-1", "eerder=2"):
        assert titels(onzin) == {"A", "B", "C"}, onzin
    assert titels("eerder=1") == set()


def test_wat_was_staat_apart_en_wat_niet_doorging_staat_er_niet(buurt: Buurt) -> None:
    agenda.bijeenkomst(buurt, -9, titel="Geweest met les", opbrengst="Begin klein.", kwamen=7)
    agenda.bijeenkomst(buurt, -8, titel="Nooit geweest", afgelast=timezone.now())
    nu, eerder = (Client().get(f"/leernetwerk/agenda/{v}").content.decode() for v in ("", "?eerder=1"))
    assert "Geweest met les" in eerder and "Geweest met les" not in nu and "Nooit geweest" not in eerder
    pagina = Client().get(Bijeenkomst.objects.get(titel="Geweest met les").get_absolute_url()).content.decode()
    assert "Begin klein." in pagina and "Er waren 7 mensen" in pagina and "Uw e-mailadres" not in pagina


# ---- Change


def wijzig(client: Client, ding: Bijeenkomst, gezien: int = 0, **anders: Any) -> Any:
    begin, einde = timezone.localtime(ding.begin), timezone.localtime(ding.einde)
    nu = invoer(
        titel=ding.titel, omschrijving=ding.omschrijving, voor=ding.voor, dag=f"{begin:%Y-%m-%d}", van=f"{begin:%H:%M}",
        tot=f"{einde:%H:%M}", zichtbaarheid=ding.zichtbaarheid, gezien=gezien, online=ding.online,
    )  # fmt: skip
    return client.post(reverse("bijeenkomst_wijzigen", args=[ding.slug]), nu | anders)


def om_tien(**velden: Any) -> dict[str, Any]:
    begin = timezone.make_aware(dt.datetime.combine(timezone.localdate() + dt.timedelta(days=9), dt.time(10)))
    return {"begin": begin} | velden


def test_twee_mensen_wijzigen_tegelijk_en_niemand_verliest_iets(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, **om_tien())
    assert wijzig(client, ding, titel="Van de eerste").status_code == 302
    tweede = wijzig(client, ding, titel="Van de tweede", gezien=0)
    html = tweede.content.decode()
    assert "Iemand anders wijzigde" in html and "Van de eerste" in html and "Van de tweede" in html
    assert [label for label, _nu in tweede.context["formulier"].verschillen()] == ["Titel"]
    ding.refresh_from_db()
    assert ding.titel == "Van de eerste"
    assert wijzig(client, ding, titel="Van de tweede", gezien=1).status_code == 302  # once more is a choice
    ding.refresh_from_db()
    assert ding.titel == "Van de tweede" and ding.versie == 2


def test_minder_plaatsen_dan_mensen_kan_niet(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, **om_tien())
    for _een in range(5):
        agenda.gast(ding)
    per = fouten(wijzig(client, ding, plaatsen="4"))
    assert list(per) == ["plaatsen"] and "al 5 mensen" in per["plaatsen"][0]
    assert wijzig(client, ding, plaatsen="5").status_code == 302


def test_met_bewoners_op_de_lijst_blijft_een_bijeenkomst_openbaar(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, **om_tien())
    agenda.gast(ding)
    per = fouten(wijzig(client, ding, zichtbaarheid="eigen"))
    assert list(per) == ["zichtbaarheid"] and "zonder account" in per["zichtbaarheid"][0]


@pytest.mark.usefixtures("lid", "eigen_index")
@pytest.mark.parametrize(
    ("anders", "mails"),
    [({"van": "10:30"}, 2), ({"plaats": "Bibliotheek"}, 2), ({"titel": "Anders"}, 0), ({}, 0), ({"tolk": "Turks"}, 0)],
)
def test_een_andere_tijd_of_plek_wordt_gemaild(
    client: Client, buurt: Buurt, anders: dict[str, str], mails: int, django_capture_on_commit_callbacks: Any
) -> None:
    ding = agenda.bijeenkomst(buurt, **om_tien(), plaatsen=1)
    agenda.gast(ding)
    agenda.gast(ding, staat="wacht")
    agenda.gast(ding, staat="onbevestigd")
    with django_capture_on_commit_callbacks(execute=True):
        assert wijzig(client, ding, plaatsen="1", **anders).status_code == 302
    assert len(mail.outbox) == mails
    if mails:
        assert "Andere tijd of plek" in mail.outbox[0].subject


@pytest.mark.usefixtures("eigen_index")
def test_afgelasten_mailt_iedereen_en_laat_de_pagina_staan(
    client: Client, buurt: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    client.force_login(mensen.lid(buurt, "kartrekker"))
    ding = agenda.bijeenkomst(buurt)
    agenda.gast(ding, email="ria@voorbeeld.example")
    adres = reverse("bijeenkomst_afgelasten", args=[ding.slug])
    assert fouten(client.post(adres, {"reden": " "})).keys() == {"reden"}
    for _keer in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(adres, {"reden": "Begeleider ziek"})
    (brief,) = mail.outbox
    assert brief.to == ["ria@voorbeeld.example"] and "Begeleider ziek" in brief.body
    html = Client().get(ding.get_absolute_url()).content.decode()
    assert "Gaat niet door" in html and "Begeleider ziek" in html and "Uw e-mailadres" not in html
    assert "Gaat niet door" in Client().get("/leernetwerk/agenda/").content.decode()
    assert "afgelast" in str(fouten(wijzig(client, ding, gezien=1, titel="Toch")))
    assert Logregel.objects.filter(buurt=buurt, tekst__contains="gelastte").count() == 1


def test_wie_lid_af_is_krijgt_de_eigen_tekst_terug(client: Client, buurt: Buurt, lid: Any) -> None:
    Lidmaatschap.objects.filter(persoon=lid).update(van="2020-01-01", tot=timezone.localdate())
    antwoord = maak(client, buurt, omschrijving="Een lange tekst die niet weg mag zijn.")
    assert antwoord.status_code == 403 and "Een lange tekst die niet weg mag zijn." in antwoord.content.decode()


def test_wie_niet_meer_is_aangemeld_krijgt_de_eigen_tekst_terug(buurt: Buurt) -> None:
    ding = agenda.bijeenkomst(buurt)
    antwoord = wijzig(Client(), ding, omschrijving="Een lange tekst die niet weg mag zijn.")
    assert antwoord.status_code == 403 and "Een lange tekst die niet weg mag zijn." in antwoord.content.decode()


# ---- Again


def test_een_reeks_laat_eerst_de_data_zien(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, plaatsen=6, online="https://x.example/")
    agenda.gast(ding)
    adres = reverse("bijeenkomst_opnieuw", args=[ding.slug])
    jaar = timezone.localdate().year + 1
    februari = monthrange(jaar, 2)[1]
    keuze = {"dag": f"{jaar}-01-31", "van": "15:30", "tot": "17:00", "herhaling": "maand-datum", "keren": "3"}
    kijk = client.post(adres, keuze)
    assert Bijeenkomst.objects.filter(buurt=buurt).count() == 1
    html = kijk.content.decode()
    assert f"{februari} februari {jaar}" in html and f"31 maart {jaar}" in html
    merk = kijk.context["formulier"].merk()
    anders = client.post(adres, keuze | {"keren": "4", "maak": "1", "nagekeken": merk})
    assert "nog niets gemaakt" in anders.content.decode()
    assert client.post(adres, keuze | {"maak": "1", "nagekeken": merk}).status_code == 302
    nieuw = list(Bijeenkomst.objects.filter(buurt=buurt).exclude(pk=ding.pk))
    assert [timezone.localtime(b.begin).strftime("%d-%m %H:%M") for b in nieuw] == [
        "31-01 15:30", f"{februari}-02 15:30", "31-03 15:30",
    ]  # fmt: skip
    assert {b.plaatsen for b in nieuw} == {6} and len({b.uid for b in nieuw} | {ding.uid}) == 4
    assert not any(b.deelnames.exists() for b in nieuw) and len({b.reeks for b in nieuw}) == 1


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"keren": "13"}, "keren"), ({"keren": ""}, "keren"), ({"tot": "09:00"}, "tot"), ({"dag": "2020-01-01"}, "dag")],
)
def test_een_reeks_die_niet_kan(client: Client, buurt: Buurt, lid: Any, anders: dict[str, str], veld: str) -> None:
    ding = agenda.bijeenkomst(buurt)
    keuze = {"dag": "2028-01-31", "van": "15:30", "tot": "17:00", "herhaling": "week", "keren": "3", "maak": "1"}
    assert veld in fouten(client.post(reverse("bijeenkomst_opnieuw", args=[ding.slug]), keuze | anders))
    assert Bijeenkomst.objects.filter(buurt=buurt).count() == 1


# ---- Afterwards


def test_wat_nemen_we_mee(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, -3)
    adres = reverse("bijeenkomst_opbrengst", args=[ding.slug])
    zonder = client.post(
        adres, {"opbrengst": "Les", "opname": "https://opname.example/", "transcript": "", "gezien": 0}
    )
    assert list(fouten(zonder)) == ["transcript"]
    slecht = client.post(adres, {"opbrengst": "Les", "opname": "javascript:x", "transcript": "t", "gezien": 0})
    assert list(fouten(slecht)) == ["opname"]
    for veld, tekst in {
        "opbrengst": "Mevrouw de Groot kwam ook.",
        "transcript": "Ik woon in de Parkstraat 12.",
    }.items():
        wie = client.post(adres, {"opbrengst": "Les", "opname": "", "transcript": "", "gezien": 0, veld: tekst})
        assert list(fouten(wie)) == [veld] and "lijkt op" in fouten(wie)[veld][0]
        assert tekst in wie.content.decode()
    goed = {"opbrengst": "Les 1", "opname": "https://opname.example/", "transcript": "Ans: dag.", "gezien": 0}
    assert client.post(adres, goed).status_code == 302
    tweede = client.post(adres, goed | {"opbrengst": "Les 2"})
    assert "Les 1" in tweede.content.decode() and "Les 2" in tweede.content.decode()
    ding.refresh_from_db()
    assert ding.opbrengst == "Les 1"
    assert "Ans: dag." in Client().get(ding.get_absolute_url()).content.decode()


def test_opbrengst_kan_niet_vooraf(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, 3)
    antwoord = client.post(reverse("bijeenkomst_opbrengst", args=[ding.slug]), {"opbrengst": "Les", "gezien": 0})
    assert "als de bijeenkomst is geweest" in str(fouten(antwoord))


def test_een_opbrengst_wordt_het_begin_van_een_voorbeeld(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, -3, titel="Dialoog over vallen", opbrengst="Vraag het aan de balie.")
    link = f"/leernetwerk/delen/nieuw/?bijeenkomst={ding.pk}"
    assert link in client.get(ding.get_absolute_url()).content.decode()
    assert link not in Client().get(ding.get_absolute_url()).content.decode()
    assert f'name="bijeenkomst" value="{ding.pk}"' in client.get(link).content.decode()
    client.post(link, {"buurt": buurt.pk, "bijeenkomst": ding.pk})
    nieuw = Inzending.objects.get(buurt=buurt)
    assert (nieuw.titel, nieuw.wat_werkte) == ("Dialoog over vallen", "Vraag het aan de balie.")


def test_van_andermans_bijeenkomst_begint_geen_voorbeeld(client: Client, buurt: Buurt, lid: Any) -> None:
    vreemd = agenda.bijeenkomst(mensen.buurt("elders-nog"), -3, titel="Geheim", opbrengst="Les", zichtbaarheid="eigen")
    client.post("/leernetwerk/delen/nieuw/", {"buurt": buurt.pk, "bijeenkomst": vreemd.pk})
    assert Inzending.objects.get(buurt=buurt).titel == ""


def test_wie_was_er(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, -1)
    ria, _joop, _nel = (agenda.gast(ding, naam=naam) for naam in ("Ria", "Joop de Vries", "Nel"))
    adres = reverse("bijeenkomst_deelnemers", args=[ding.slug])
    mis = client.post(adres, {"aanwezig": [ria.pk], "plak": "- joop  de vries\nOnbekende Ans", "inloop": "3"})
    assert "Onbekende Ans" in str(fouten(mis)) and "joop  de vries" in mis.content.decode()
    assert client.post(adres, {"aanwezig": [ria.pk], "plak": "- joop  de vries", "inloop": "3"}).status_code == 302
    ding.refresh_from_db()
    assert ding.kwamen == 5
    assert {d.naam: d.aanwezig for d in ding.deelnames.all()} == {"Ria": True, "Joop de Vries": True, "Nel": False}
    pagina = Client().get(ding.get_absolute_url()).content.decode()
    assert "Er waren 5 mensen" in pagina and "Ria" not in pagina
    vreemd = agenda.gast(agenda.bijeenkomst(buurt, -1))
    assert "aanwezig" in fouten(client.post(adres, {"aanwezig": [vreemd.pk]}))  # somebody of another meeting


def test_de_lijst_neemt_namen_mee_en_geen_adressen(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt)
    agenda.gast(ding, naam="=HYPERLINK(1)", email="ria@voorbeeld.example")
    for naam in ("bijeenkomst_deelnemers", "bijeenkomst_deelnemers_csv"):
        tekst = client.get(reverse(naam, args=[ding.slug])).content.decode()
        assert "HYPERLINK" in tekst and "ria@" not in tekst
    assert "\r\n'=HYPERLINK" in tekst


def test_bouwt_aan_op_andere_paginas(client: Client, buurt: Buurt, lid: Any) -> None:
    Bijeenkomst.objects.all().delete()
    agenda.bijeenkomst(buurt, zichtbaarheid="eigen", titel="Onder ons")
    agenda.bijeenkomst(buurt, titel="Kom allemaal")
    for pad in ("/werkplek/", f"/werkplek/{buurt.slug}/"):
        html = client.get(pad).content.decode()
        assert "Onder ons" in html and "Kom allemaal" in html
    for pad in (buurt.get_absolute_url(), "/leernetwerk/"):
        html = client.get(pad).content.decode()  # a member too sees the public face there
        assert "Onder ons" not in html and "Kom allemaal" in html
