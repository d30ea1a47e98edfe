"""Conversations under pages: who writes, who reads, what is mended, and what nobody may find."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kennisplatform.basis import paginacache
from kennisplatform.basis.models import Begrip
from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.register.vastleggen import Nieuw, deel_in
from leernetwerk.gesprek import schrijven, toezicht
from leernetwerk.gesprek.models import Bijdrage, Signaal, Soort
from leernetwerk.gesprek.templatetags.gesprek import gesprekstekst
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.volgen.melden import te_lezen
from leernetwerk.volgen.models import Hoe, Melding, Volg, Voorkeur
from tests import mensen

pytestmark = pytest.mark.django_db
ALLEEN = {"zichtbaarheid": Zichtbaarheid.NETWERKEN}


@pytest.fixture
def pagina() -> Praktijkvoorbeeld:
    """A public page without a conversation."""
    bezet = Bijdrage.objects.values("pagina")
    return Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").exclude(pk__in=bezet).first()


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")


@pytest.fixture
def lid(hier: Buurt) -> Gebruiker:
    return mensen.lid(hier)


@pytest.fixture
def schrijf(pagina: Praktijkvoorbeeld, hier: Buurt, lid: Gebruiker) -> Callable[..., Bijdrage]:
    """A question of `lid`, an answer when `vraag` is given."""

    def doe(
        tekst: str = "Wat deed u?", vraag: Bijdrage | None = None, door: Gebruiker | None = None, **anders: Any
    ) -> Bijdrage:
        soort = Soort.ANTWOORD if vraag else anders.pop("soort", Soort.VRAAG)
        kop = "Hoe begint u?" if soort == Soort.VRAAG else ""
        vast = {"kop": kop, "buurt": hier} | anders
        return schrijven.schrijf(soort=soort, pagina=pagina, door=door or lid, tekst=tekst, vraag=vraag, **vast)

    return doe


def client_van(wie: Gebruiker | None = None) -> Client:
    client = Client()
    if wie:
        client.force_login(wie)
    return client


def tekst_van(client: Client, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, (adres, antwoord.status_code)
    return antwoord.content.decode()


def stel(client: Client, pagina: Praktijkvoorbeeld, **velden: Any) -> Any:
    data = {"kop": "Hoe vindt u tijd?", "tekst": "Wij niet.", "zichtbaarheid": "openbaar", "volgen": "on"} | velden
    return client.post(reverse("gesprek_schrijf", args=[pagina.pk]), data)


def oud(bijdrage: Bijdrage, minuten: int = 31) -> Bijdrage:
    Bijdrage.objects.filter(pk=bijdrage.pk).update(gemaakt=timezone.now() - dt.timedelta(minutes=minuten))
    bijdrage.refresh_from_db()
    return bijdrage


# ---- Writing


@pytest.mark.usefixtures("eigen_index")
def test_een_lid_vraagt_iemand_elders_antwoordt_en_de_vrager_hoort_het(
    pagina: Praktijkvoorbeeld, lid: Gebruiker, hier: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    ander = mensen.lid(mensen.buurt("daar"))
    Voorkeur.objects.create(persoon=lid, hoe=Hoe.METEEN)
    antwoord = stel(client_van(lid), pagina)
    vraag = Bijdrage.objects.get(kop="Hoe vindt u tijd?")
    assert antwoord["Location"] == vraag.get_absolute_url() and vraag.buurt == hier and vraag.door == lid
    with django_capture_on_commit_callbacks(execute=True):
        client_van(ander).post(reverse("gesprek_antwoord", args=[vraag.pk]), {"tekst": "Op dinsdag.", "volgen": "on"})
    assert [(b.to, b.subject) for b in mail.outbox] == [([lid.email], "Antwoord op ‘Hoe vindt u tijd?’")]
    for adres in (pagina.url, vraag.get_absolute_url()):
        tekst = tekst_van(Client(), adres)
        assert "Hoe vindt u tijd?" in tekst and "Op dinsdag." in tekst and "Daar, Proefstad" in tekst
    assert {v.persoon for v in Volg.objects.filter(soort="vraag", sleutel=str(vraag.pk))} == {lid, ander}
    # Marked as the one that helped: the answerer hears it, once.
    eerste = vraag.antwoorden.get()
    for _keer in range(2):
        client_van(lid).post(reverse("gesprek_hielp", args=[eerste.pk]), {"helpt": "1"})
    assert [m.gebeurtenis.titel for m in te_lezen(ander)] == ["Uw antwoord hielp"]
    assert "Dit antwoord hielp" in tekst_van(Client(), pagina.url)


def test_wie_de_pagina_volgt_hoort_van_de_vraag_en_wie_vraagt_niet(pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    volger = mensen.persoon()
    for wie in (volger, lid):
        Volg.objects.create(persoon=wie, soort="pagina", sleutel=str(pagina.pk))
    stel(client_van(lid), pagina)
    assert [m.persoon for m in Melding.objects.filter(gebeurtenis__soort="vraag", gebeurtenis__pagina=pagina)] == [
        volger
    ]


def test_zonder_vinkje_volgt_niemand(pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    stel(client_van(lid), pagina, volgen="")
    assert not Volg.objects.filter(persoon=lid).exists()


@pytest.mark.parametrize("wie", ["anoniem", "vreemde", "oud-lid", "straks-lid"])
def test_wie_geen_lid_is_schrijft_niet_en_houdt_de_tekst(
    pagina: Praktijkvoorbeeld, hier: Buurt, schrijf: Any, wie: str
) -> None:
    vraag = schrijf()
    mens = mensen.iedereen(hier, mensen.buurt("daar"))[wie]
    client = client_van(None if wie == "anoniem" else mens)
    lang = "Dit is een lange tekst die ik niet kwijt wil."
    for antwoord in (
        stel(client, pagina, tekst=lang),
        client.post(reverse("gesprek_antwoord", args=[vraag.pk]), {"tekst": lang}),
    ):
        assert antwoord.status_code == 403 and lang in antwoord.content.decode()
    assert Bijdrage.objects.filter(pagina=pagina).count() == 1
    assert reverse("gesprek_schrijf", args=[pagina.pk]) not in tekst_van(client, pagina.url)


def test_het_programma_schrijft_als_programma(pagina: Praktijkvoorbeeld) -> None:
    stel(client_van(mensen.medewerker("redacteur")), pagina)
    vraag = Bijdrage.objects.get(pagina=pagina)
    assert vraag.namens_programma and vraag.buurt is None and "het programma" in tekst_van(Client(), pagina.url)


def test_wie_in_meer_buurten_is_kiest_een_eigen_buurt(pagina: Praktijkvoorbeeld, hier: Buurt, lid: Gebruiker) -> None:
    tweede, vreemd = mensen.buurt("tweede"), mensen.buurt("vreemd")
    mensen.lid(tweede, wie=lid)
    client = client_van(lid)
    assert "Kies een buurt" in stel(client, pagina).content.decode()
    assert "Kies een buurt waar u bij hoort" in stel(client, pagina, buurt=vreemd.pk).content.decode()
    assert stel(client, pagina, buurt=tweede.pk).status_code == 302
    assert Bijdrage.objects.get(pagina=pagina).buurt == tweede
    # Whoever is in one neighbourhood can't claim another.
    stel(client_van(mensen.lid(hier)), pagina, buurt=vreemd.pk)
    assert not Bijdrage.objects.filter(buurt=vreemd).exists()


def test_twee_keer_versturen_is_een_bericht(pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    client, sleutel = client_van(lid), str(uuid.uuid4())
    een, twee = stel(client, pagina, sleutel=sleutel), stel(client, pagina, sleutel=sleutel)
    assert een["Location"] == twee["Location"]
    assert stel(client, pagina, sleutel=sleutel, kop="Iets anders?")["Location"] != een["Location"]
    assert Bijdrage.objects.filter(pagina=pagina).count() == 2
    # Somebody else's key is no way to their text, and no fault either.
    ander = mensen.lid(mensen.buurt("daar"))
    stel(client_van(ander), pagina, sleutel=sleutel)
    assert Bijdrage.objects.get(door=ander).sleutel != uuid.UUID(sleutel)


def test_een_slot_dat_er_tussendoor_op_kwam_kost_geen_tekst(schrijf: Any, hier: Buurt) -> None:
    vraag, ander = schrijf(), mensen.lid(hier)
    client = client_van(ander)
    assert "Plaats antwoord" in tekst_van(client, vraag.get_absolute_url())
    toezicht.zet_slot(vraag=vraag, op_slot=True, door=mensen.medewerker("redacteur"))
    antwoord = client.post(
        reverse("gesprek_antwoord", args=[vraag.pk]), {"tekst": "Mijn lange antwoord"}
    ).content.decode()
    assert "De redactie heeft deze vraag gesloten" in antwoord and "Mijn lange antwoord" in antwoord
    assert not vraag.antwoorden.exists()
    assert "Plaats antwoord" not in tekst_van(client, vraag.get_absolute_url())


def test_te_veel_in_een_uur(pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    client = client_van(lid)
    uit = [stel(client, pagina, tekst=f"Nummer {n}") for n in range(14)]
    assert [a.status_code for a in uit].count(302) == 12
    assert "Wacht even" in uit[-1].content.decode() and "Nummer 13" in uit[-1].content.decode()


@pytest.mark.parametrize("velden", [
    {"kop": ""}, {"kop": "x" * 141}, {"tekst": "x" * 4001}, {"zichtbaarheid": "team"}, {"zichtbaarheid": "x"}, {"tekst": "a\x00b"},
    {"sleutel": "geen-uuid"},
])  # fmt: skip
def test_wat_niet_klopt_wordt_gezegd_en_blijft_staan(
    pagina: Praktijkvoorbeeld, lid: Gebruiker, velden: dict[str, str]
) -> None:
    antwoord = stel(client_van(lid), pagina, **velden)
    assert antwoord.status_code == 200 and not Bijdrage.objects.filter(pagina=pagina).exists()
    assert ("Er klop" in antwoord.content.decode() and "Wij niet." in antwoord.content.decode()) or "tekst" in velden


def test_een_gezochte_pagina_is_geen_plek(lid: Gebruiker, pagina: Praktijkvoorbeeld) -> None:
    """Not under the list, not under what is not public, not under what does not exist."""
    client = client_van(lid)
    for pk in (pagina.get_parent().pk, 10**12, 0):
        assert client.get(reverse("gesprek_schrijf", args=[pk])).status_code == 404
    pagina.unpublish()
    assert stel(client, pagina).status_code == 404


# ---- Persons in a text


def test_wat_op_een_persoon_lijkt_wordt_nagevraagd(pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    client = client_van(lid)
    data = {"tekst": "Mevrouw Jansen viel weer. Bel 06-12345678."}
    eerst = stel(client, pagina, **data)
    assert "Mevrouw Jansen" in eerst.content.decode() and "telefoonnummer" in eerst.content.decode()
    assert not Bijdrage.objects.filter(pagina=pagina).exists()
    merk = eerst.context["formulier"].merk
    # A tick that was not seen with these words is none.
    assert stel(client, pagina, **data, bevestig="on").status_code == 200
    assert stel(client, pagina, tekst="Meneer De Vries viel.", bevestig="on", gezien_merk=merk).status_code == 200
    assert stel(client, pagina, **data, bevestig="on", gezien_merk=merk).status_code == 302
    assert Bijdrage.objects.get(pagina=pagina).bevestigd
    redacteur = client_van(mensen.medewerker("redacteur"))
    assert "lijkt op gegevens van een persoon" in tekst_van(redacteur, reverse("gesprek_beheer"))
    # Also in the question itself, an answer and a change.
    assert stel(client, pagina, kop="Hoe gaat het met mevrouw Pietersen?").status_code == 200


# ---- Reading


WIE_LEEST = {
    "openbaar": None,  # everybody
    "netwerken": {"anoniem", "vreemde", "oud-lid", "oud-kartrekker", "straks-lid"},  # everybody but these
}
BINNEN = {"kartrekker", "huisartsenpraktijk", "sociaal-domein", "gemeente", "burgervertegenwoordiging", "anders",
          "projectcoordinator", "transitiecoach", "transitieteam"}  # fmt: skip


@pytest.mark.parametrize("zicht", ["openbaar", "netwerken", "eigen"])
def test_wie_wat_leest(pagina: Praktijkvoorbeeld, hier: Buurt, schrijf: Any, zicht: str) -> None:
    iedereen = mensen.iedereen(hier, mensen.buurt("daar"))
    vraag = schrijf("Kwikzilver", zichtbaarheid=zicht)
    schrijf("Waaier", vraag=vraag)
    lezers = (
        set(iedereen) - WIE_LEEST[zicht] if WIE_LEEST.get(zicht) else set(iedereen) if zicht == "openbaar" else BINNEN
    )
    for naam, mens in iedereen.items():
        client = client_van(None if naam == "anoniem" else mens)
        tekst = tekst_van(client, pagina.url)
        assert ("Kwikzilver" in tekst, "Waaier" in tekst) == (naam in lezers, naam in lezers), naam
        assert (client.get(vraag.get_absolute_url()).status_code == 200) == (naam in lezers), naam
        lijst = tekst_van(client, reverse("gesprekken") + "?q=kwikzilver")
        assert ("1 vraag" in lijst) == (naam in lezers), naam


def test_een_antwoord_is_nooit_openbaarder_dan_de_vraag(schrijf: Any, hier: Buurt) -> None:
    vraag = schrijf(zichtbaarheid=Zichtbaarheid.EIGEN)
    team = mensen.medewerker("transitieteam")
    antwoord = schrijf("Van het team", vraag=vraag, door=team, buurt=None)
    assert (antwoord.zichtbaarheid, antwoord.buurt, antwoord.namens_programma) == ("eigen", hier, True)
    assert "Van het team" not in tekst_van(Client(), vraag.pagina.specific.url)
    buiten = client_van(mensen.lid(mensen.buurt("daar")))
    assert buiten.post(reverse("gesprek_antwoord", args=[vraag.pk]), {"tekst": "Ik ook"}).status_code == 404


def test_een_pagina_die_dicht_gaat_neemt_het_gesprek_mee(
    schrijf: Any, pagina: Praktijkvoorbeeld, lid: Gebruiker
) -> None:
    vraag = schrijf()
    pagina.unpublish()
    for client in (Client(), client_van(lid)):
        assert client.get(vraag.get_absolute_url()).status_code == 404
        assert vraag.kop not in tekst_van(client, reverse("gesprekken"))


@pytest.mark.parametrize(
    "pad", ["", "antwoord/", "wijzig/", "weg/", "hielp/", "meld/", "verberg/", "toon/", "afgehandeld/", "slot/"]
)
def test_een_verzonnen_nummer_is_er_niet(pad: str, schrijf: Any) -> None:
    """A number of what one may not see answers like a number that nobody has."""
    geheim = schrijf(zichtbaarheid=Zichtbaarheid.EIGEN)
    redacteur = client_van(mensen.medewerker("redacteur"))
    for pk in (geheim.pk, 10**12):
        for methode in (redacteur.get, redacteur.post):
            assert methode(f"/leernetwerk/gesprek/{pk}/{pad}").status_code in {404, 405}, (pk, pad)
    geheim.refresh_from_db()
    assert not geheim.verborgen and not geheim.op_slot


def test_de_lijst_van_vragen(schrijf: Any, pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    Bijdrage.objects.all().delete()
    open_, klaar, dicht = schrijf(kop="Open vraag"), schrijf(kop="Klare vraag"), schrijf(kop="Dichte vraag")
    schrijven.markeer_hulp(antwoord=schrijf("Zo.", vraag=klaar), door=lid)
    toezicht.zet_slot(vraag=dicht, op_slot=True, door=mensen.medewerker("redacteur"))
    alle = {open_.kop, klaar.kop, dicht.kop}

    def gezien(vraag: str, wie: Gebruiker | None = None) -> set[str]:
        return {v.kop for v in client_van(wie).get(reverse("gesprekken") + vraag).context["rijen"]}

    assert gezien("") == alle
    assert gezien("?stand=onbeantwoord") == {open_.kop}
    assert gezien("?stand=opgelost") == {klaar.kop}
    assert gezien(f"?thema={pagina.thema.code}") == alle and gezien("?thema=" + ander_thema(pagina)) == set()
    assert gezien("?q=klare+vraag") == {klaar.kop}
    assert gezien("?mijn=1", lid) == alle and gezien("?mijn=1", mensen.lid(mensen.buurt("daar"))) == set()
    assert gezien("?mijn=1") == alle  # nobody is 'me' without an account
    for onzin in ("?stand=x&thema=y", "?q=%00", "?pagina=-1", "?pagina=zzz", "?q=" + "%25" * 300):
        assert client_van().get(reverse("gesprekken") + onzin).status_code == 200


def ander_thema(pagina: Praktijkvoorbeeld) -> str:
    eigen = {begrip.code for begrip in pagina.begrippen_per_soort["thema"]}
    return Begrip.objects.filter(soort="thema", locale__language_code="nl").exclude(code__in=eigen).first().code


def test_een_antwoord_leidt_naar_zijn_vraag(schrijf: Any) -> None:
    vraag = schrijf()
    antwoord = schrijf("Zo.", vraag=vraag)
    doel = Client().get(reverse("gesprek", args=[antwoord.pk]))
    assert doel["Location"] == f"{reverse('gesprek', args=[vraag.pk])}#b-{antwoord.pk}"


# ---- Text is text


KWAAD = "<script>alert(1)</script><img src=x onerror=alert(2)> {{ 7|add:7 }} \u202e"


def test_script_in_elk_veld_blijft_tekst(pagina: Praktijkvoorbeeld, hier: Buurt) -> None:
    lid = mensen.lid(hier)
    Gebruiker.objects.filter(pk=lid.pk).update(first_name="<b>Jan</b>", functie="<i>x</i>")
    Buurt.objects.filter(pk=hier.pk).update(naam="<u>Hier</u>")
    client, redactie = client_van(lid), client_van(mensen.medewerker("redacteur"))
    stel(client, pagina, kop=KWAAD[:140], tekst=KWAAD)
    vraag = Bijdrage.objects.get(pagina=pagina)
    client.post(reverse("gesprek_antwoord", args=[vraag.pk]), {"tekst": KWAAD})
    Client().post(reverse("gesprek_meld", args=[vraag.pk]), {"waarom": "anders", "toelichting": KWAAD})
    oud(vraag)
    client.post(reverse("gesprek_wijzig", args=[vraag.pk]), {"tekst": KWAAD})
    redactie.post(reverse("gesprek_verberg", args=[vraag.antwoorden.get().pk]), {"reden": KWAAD})
    for wie, adressen in (
        (Client(), [pagina.url, vraag.get_absolute_url(), reverse("gesprekken"), reverse("gesprek_meld", args=[vraag.pk])]),
        (client, [pagina.url, reverse("volgen"), "/werkplek/", reverse("gesprek_wijzig", args=[vraag.pk]), "/account/mijn-gegevens/"]),
        (redactie, [reverse("gesprek_beheer"), f"{reverse('gesprek_beheer')}?lijst=verborgen", reverse("gesprek_verberg", args=[vraag.pk])]),
    ):  # fmt: skip
        for adres in adressen:
            tekst = wie.get(adres, follow=True).content.decode()
            for scherp in ("<script>alert", "<img src=x", "<b>Jan", "<i>x", "<u>Hier", "{{ 14"):
                assert scherp not in tekst, (adres, scherp)
    assert "&lt;script&gt;" in tekst_van(Client(), pagina.url)


@pytest.mark.parametrize(("tekst", "html"), [
    ("Zie https://www.rivm.nl/x?a=1&b=2.", '<p>Zie <a href="https://www.rivm.nl/x?a=1&amp;b=2" rel="nofollow ugc noopener">https://www.rivm.nl/x?a=1&amp;b=2</a>.</p>'),
    ("javascript:alert(1) data:text/html,x", "<p>javascript:alert(1) data:text/html,x</p>"),
    ("(http://a.nl/b)", '<p>(<a href="http://a.nl/b" rel="nofollow ugc noopener">http://a.nl/b</a>)</p>'),
    ('https://a.nl/"onmouseover="x', '<p><a href="https://a.nl/" rel="nofollow ugc noopener">https://a.nl/</a>&quot;onmouseover=&quot;x</p>'),
    ("een\r\ntwee\r\n\r\n\r\ndrie", "<p>een<br>twee</p><p>drie</p>"),
    ("", ""),
])  # fmt: skip
def test_gewone_tekst_met_veilige_links(tekst: str, html: str) -> None:
    assert gesprekstekst(tekst) == html


# ---- Changing and taking away


def test_wijzigen_kan_een_half_uur_en_daarna_aanvullen(schrijf: Any, lid: Gebruiker, pagina: Praktijkvoorbeeld) -> None:
    vraag, client = schrijf("Eerste tekst"), client_van(lid)
    adres = reverse("gesprek_wijzig", args=[vraag.pk])
    stand = client.get(adres).context["formulier"].initial["gezien"]
    assert client.post(adres, {"kop": "Beter?", "tekst": "Tweede tekst", "gezien": stand}).status_code == 302
    # Another window still shows the first text: told, and nothing is lost.
    laat = client.post(adres, {"kop": "Nog beter?", "tekst": "Derde tekst", "gezien": stand}).content.decode()
    assert "in een ander venster" in laat and "Tweede tekst" in laat and "Derde tekst" in laat
    oud(vraag)
    assert "aanvullen" in tekst_van(client, adres)
    with pytest.raises(schrijven.Bezwaar, match="half uur"):
        schrijven.wijzig(bijdrage=vraag, door=lid, tekst="Stiekem anders")
    client.post(adres, {"tekst": "En dit nog"})
    client.post(adres, {"tekst": "En dat"})
    tekst = tekst_van(Client(), vraag.get_absolute_url())
    assert "Tweede tekst" in tekst and "En dit nog" in tekst and "En dat" in tekst and "Stiekem" not in tekst


def test_andermans_bericht_blijft_van_de_ander(schrijf: Any, hier: Buurt) -> None:
    vraag, ander = schrijf(), client_van(mensen.lid(hier))
    for naam in ("gesprek_wijzig", "gesprek_weg"):
        for methode in (ander.get, ander.post):
            assert methode(reverse(naam, args=[vraag.pk]), {"tekst": "x"}).status_code == 403
    antwoord = schrijf("Zo.", vraag=vraag, door=mensen.lid(hier))
    assert ander.post(reverse("gesprek_hielp", args=[antwoord.pk])).status_code == 403
    assert Bijdrage.objects.filter(pk=vraag.pk, tekst="Wat deed u?").exists()


def test_weghalen_kan_zolang_niemand_erop_verder_ging(schrijf: Any, lid: Gebruiker, hier: Buurt) -> None:
    leeg, vol, client = oud(schrijf(kop="Leeg")), oud(schrijf(kop="Vol")), client_van(lid)
    eigen = schrijf("Mijn antwoord", vraag=vol)
    later = schrijf("Een reactie", vraag=vol, door=mensen.lid(hier))
    client.post(reverse("gesprek_weg", args=[leeg.pk]))
    assert not Bijdrage.objects.filter(pk=leeg.pk).exists()
    assert "Anderen hebben hierop gereageerd" in tekst_van(client, reverse("gesprek_weg", args=[vol.pk]))
    client.post(reverse("gesprek_weg", args=[vol.pk]))
    assert Bijdrage.objects.filter(pk=vol.pk).exists()
    oud(eigen, 40)
    with pytest.raises(schrijven.Bezwaar):
        schrijven.haal_weg(bijdrage=eigen, door=lid)
    schrijven.haal_weg(bijdrage=later, door=later.door)
    schrijven.haal_weg(bijdrage=eigen, door=lid)
    assert not vol.antwoorden.exists()


def test_een_weggehaald_bericht_staat_in_geen_melding_meer(
    schrijf: Any, lid: Gebruiker, pagina: Praktijkvoorbeeld
) -> None:
    volger = mensen.persoon()
    Volg.objects.create(persoon=volger, soort="pagina", sleutel=str(pagina.pk))
    vraag = schrijf()
    assert te_lezen(volger).count() == 1
    schrijven.haal_weg(bijdrage=vraag, door=lid)
    assert not te_lezen(volger).exists()


# ---- Watching over it


def test_iedereen_meldt_en_de_redactie_verbergt_met_een_reden(
    schrijf: Any, lid: Gebruiker, hier: Buurt, pagina: Praktijkvoorbeeld
) -> None:
    vraag = schrijf("Iets heel naars")
    schrijf("Antwoord eronder", vraag=vraag, door=mensen.lid(hier))
    redacteur, team = mensen.medewerker("redacteur"), mensen.medewerker("transitieteam")
    for _keer in range(2):  # two readers, one notice
        antwoord = Client().post(
            reverse("gesprek_meld", args=[vraag.pk]), {"waarom": "ongepast", "toelichting": "Foei"}, follow=True
        )
        assert "De redactie kijkt ernaar" in antwoord.content.decode()
    assert [m.gebeurtenis.titel for m in te_lezen(redacteur)] == ["Een lezer meldde een bericht"]
    assert te_lezen(team).count() == 1
    client = client_van(redacteur)
    lijst = tekst_van(client, reverse("gesprek_beheer"))
    assert "Iets heel naars" in lijst and "Foei" in lijst and "Gemeld (1)" in lijst
    assert "Eén bericht is gemeld" in tekst_van(client, "/werkplek/")
    assert "Geef een reden" in client.post(reverse("gesprek_verberg", args=[vraag.pk]), {"reden": ""}).content.decode()
    client.post(reverse("gesprek_verberg", args=[vraag.pk]), {"reden": "Herkenbaar verhaal"})
    for wie in (None, mensen.lid(hier)):
        tekst = tekst_van(client_van(wie), pagina.url)
        assert "Iets heel naars" not in tekst and "Antwoord eronder" not in tekst
        assert client_van(wie).get(vraag.get_absolute_url()).status_code == 404
    eigen = tekst_van(client_van(lid), vraag.get_absolute_url())
    assert "Verborgen door de redactie" in eigen and "Herkenbaar verhaal" in eigen
    assert "Reden: Herkenbaar verhaal" in tekst_van(client_van(lid), reverse("volgen"))
    assert "Gemeld (0)" in tekst_van(client, reverse("gesprek_beheer"))
    client.post(reverse("gesprek_toon", args=[vraag.pk]))
    assert "Iets heel naars" in tekst_van(Client(), pagina.url)


def test_ook_wie_geen_lid_meer_is_hoort_waarom(schrijf: Any, lid: Gebruiker) -> None:
    vraag = schrijf(zichtbaarheid=Zichtbaarheid.EIGEN)
    Lidmaatschap.objects.filter(persoon=lid).update(tot=timezone.localdate())
    toezicht.verberg(bijdrage=vraag, reden="Te persoonlijk", door=mensen.medewerker("transitieteam"))
    assert "Te persoonlijk" in tekst_van(client_van(lid), reverse("volgen"))


def test_niets_mis_laat_staan(schrijf: Any) -> None:
    vraag = schrijf(bevestigd=True)
    Client().post(reverse("gesprek_meld", args=[vraag.pk]), {"waarom": "reclame"})
    client = client_van(mensen.medewerker("eindredacteur"))
    client.post(reverse("gesprek_afgehandeld", args=[vraag.pk]))
    tekst = tekst_van(client, reverse("gesprek_beheer"))
    assert "Gemeld (0)" in tekst and "Lijkt op een persoon (0)" in tekst
    assert Bijdrage.objects.get(pk=vraag.pk).verborgen is None


def test_melden_heeft_een_grens(schrijf: Any) -> None:
    vraag, client = schrijf(), Client()
    uit = [client.post(reverse("gesprek_meld", args=[vraag.pk]), {"waarom": "anders"}) for _ in range(8)]
    assert [a.status_code for a in uit].count(302) == 6 and "over een uur" in uit[-1].content.decode()
    assert Signaal.objects.count() == 6


def test_een_redacteur_ziet_bij_het_toezicht_niet_wat_van_een_netwerk_is(schrijf: Any) -> None:
    schrijf("Alleen van ons", zichtbaarheid=Zichtbaarheid.EIGEN)
    for rol, ziet in (("redacteur", False), ("transitieteam", True)):
        tekst = tekst_van(client_van(mensen.medewerker(rol)), reverse("gesprek_beheer") + "?lijst=nieuwste")
        assert ("Alleen van ons" in tekst) == ziet


# ---- Search, kept pages, leaving


def test_de_pagina_wordt_gevonden_op_wat_eronder_openbaar_staat(
    schrijf: Any, pagina: Praktijkvoorbeeld, lid: Gebruiker, eigen_index: Any, django_capture_on_commit_callbacks: Any
) -> None:
    def vindt(woord: str) -> bool:
        return pagina.title in Client().get("/zoeken/", {"q": woord}).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        vraag = schrijf("Over de kwikzilverbloem", kop="Wie kent hem?")
        schrijf("Over de purperslak", **ALLEEN)
        schrijf("Over de nachtkrekel", zichtbaarheid=Zichtbaarheid.EIGEN)
        schrijf("Zoek de zilverwinde", vraag=vraag)
    assert vindt("kwikzilverbloem") and vindt("zilverwinde")
    assert not vindt("purperslak") and not vindt("nachtkrekel")
    with django_capture_on_commit_callbacks(execute=True):
        toezicht.verberg(bijdrage=vraag, reden="x", door=mensen.medewerker("redacteur"))
    assert not vindt("kwikzilverbloem") and not vindt("zilverwinde")


@pytest.mark.usefixtures("eigen_index")
def test_bewaarde_paginas_lopen_niet_achter(
    schrijf: Any, pagina: Praktijkvoorbeeld, settings: Any, lid: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    settings.PAGINACACHE_S = 600
    with django_capture_on_commit_callbacks(execute=True):
        vraag = schrijf("Verse tekst")
    assert "Verse tekst" in tekst_van(Client(), pagina.url)
    assert Client().get(pagina.url).get("X-Cache") == "raak"
    voor = paginacache.versie()
    for stap in (
        lambda: schrijven.wijzig(bijdrage=vraag, door=lid, tekst="Andere tekst", kop="Zo?"),
        lambda: toezicht.verberg(bijdrage=vraag, reden="x", door=mensen.medewerker("redacteur")),
        lambda: gegevens._bronnen["bijdragen"].vergeet(lid),
    ):
        with django_capture_on_commit_callbacks(execute=True):
            stap()
        assert paginacache.versie() > voor
        voor = paginacache.versie()
    assert "Andere tekst" not in tekst_van(Client(), pagina.url)


def test_weggaan_laat_de_tekst_en_neemt_de_naam_mee(schrijf: Any, lid: Gebruiker, pagina: Praktijkvoorbeeld) -> None:
    schrijf("Dit blijft staan")
    Signaal.objects.create(bijdrage=schrijf("Nog een"), waarom="anders", toelichting="Mijn woorden", door=lid)
    alles = str({bron.code: bron.geef(lid) for bron in gegevens.bronnen()})
    assert "Dit blijft staan" in alles and "Mijn woorden" in alles
    naam = lid.get_full_name()
    assert naam in tekst_van(Client(), pagina.url)
    lid.delete()
    tekst = tekst_van(Client(), pagina.url)
    assert "Dit blijft staan" in tekst and naam not in tekst and "Iemand die het platform verliet" in tekst


def test_een_naamloos_account_toont_geen_adres(schrijf: Any, hier: Buurt, pagina: Praktijkvoorbeeld) -> None:
    naamloos = mensen.lid(hier, wie=Gebruiker.objects.create_user("geheim@voorbeeld.example", None))
    vraag = schrijf(door=naamloos)
    for adres in (pagina.url, vraag.get_absolute_url(), reverse("gesprekken")):
        assert "geheim@" not in tekst_van(Client(), adres)


def test_wat_een_netwerk_voor_zich_hield_verhuist_mee(schrijf: Any, hier: Buurt) -> None:
    eigen, breed = schrijf(zichtbaarheid=Zichtbaarheid.EIGEN), schrijf()
    deel_in(
        van=[hier, mensen.buurt("ander")], naar=[Nieuw("Samen")], reden="x", door=mensen.medewerker("transitieteam")
    )
    eigen.refresh_from_db()
    breed.refresh_from_db()
    assert (eigen.buurt.naam, breed.buurt) == ("Samen", hier)


# ---- Many


def vul_pagina(pagina: Praktijkvoorbeeld, hier: Buurt, vragen: int, antwoorden: int) -> None:
    leden = [mensen.lid(hier) for _ in range(min(vragen, 20))]
    rijen = [
        Bijdrage(pagina_id=pagina.pk, soort=Soort.VRAAG, kop=f"Vraag {n}", door=leden[n % len(leden)], buurt=hier)
        for n in range(vragen)
    ]
    Bijdrage.objects.bulk_create(rijen)
    Bijdrage.objects.bulk_create(
        Bijdrage(
            pagina_id=pagina.pk, soort=Soort.ANTWOORD, vraag=vraag, tekst="Zo", door=leden[n % len(leden)], buurt=hier
        )
        for vraag in rijen
        for n in range(antwoorden)
    )


def test_evenveel_vragen_bij_weinig_als_bij_duizend(pagina: Praktijkvoorbeeld, hier: Buurt, lid: Gebruiker) -> None:
    Bijdrage.objects.all().delete()
    vul_pagina(pagina, hier, 1, 1)
    vraag = Bijdrage.objects.get(soort=Soort.VRAAG)
    team = mensen.medewerker("transitieteam")
    gevallen = [
        (wie, adres)
        for wie in (None, lid, team)
        for adres in (
            pagina.url,
            vraag.get_absolute_url(),
            reverse("gesprekken"),
            reverse("gesprekken") + "?stand=onbeantwoord&q=vraag",
        )
    ] + [(team, reverse("gesprek_beheer") + f"?lijst={naam}") for naam in ("nieuwste", "gemeld")]
    Signaal.objects.create(bijdrage=vraag, waarom="anders")

    def tel() -> list[int]:
        uit = []
        for wie, adres in gevallen:
            client = client_van(wie)
            client.get(adres)
            with CaptureQueriesContext(connection) as gevangen:
                assert client.get(adres).status_code == 200
            uit.append(len(gevangen))
        return uit

    weinig = tel()
    vul_pagina(pagina, hier, 100, 9)
    Bijdrage.objects.bulk_create(
        Bijdrage(pagina_id=pagina.pk, soort=Soort.ANTWOORD, vraag=vraag, tekst="Zo", door=lid, buurt=hier)
        for _ in range(60)
    )
    for bijdrage in Bijdrage.objects.all()[:40]:
        Signaal.objects.create(bijdrage=bijdrage, waarom="anders")
    assert Bijdrage.objects.count() > 1000
    veel = tel()
    meer = [(wie, adres, w, v) for (wie, adres), w, v in zip(gevallen, weinig, veel, strict=True) if v > w]
    assert not meer
    assert max(veel) <= 16, list(zip(gevallen, veel, strict=True))


def test_een_drukke_pagina_bladert(pagina: Praktijkvoorbeeld, hier: Buurt) -> None:
    vul_pagina(pagina, hier, 25, 5)
    eerste = tekst_van(Client(), pagina.url)
    assert eerste.count('class="draden"') == 1 and "Pagina 1 van 3" in eerste and "Lees nog 2 antwoorden" in eerste
    assert "Pagina 3 van 3" in tekst_van(Client(), f"{pagina.url}?gesprek=99")
    assert "Pagina 1 van 3" in tekst_van(Client(), f"{pagina.url}?gesprek=x%00")


def test_een_lege_pagina_nodigt_uit(pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    assert "Meld u aan om mee te praten" in tekst_van(Client(), pagina.url)
    tekst = tekst_van(client_van(lid), pagina.url)
    assert "Twee zinnen zijn genoeg" in tekst and "Stel een vraag" in tekst
