"""Checks beside the form: each tells what, where, and one thing to do; what they can't see they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.basis.aandacht import Aandachtspunt, Stuk
from kennisplatform.basis.leesniveau import zinnen_van
from kennisplatform.basis.models import Afbeelding
from kennisplatform.preventie.models import Artikel
from kennisplatform.preventie.woorden import vakwoorden
from kennisplatform.redactie import leesbaar
from kennisplatform.redactie.nalopen import loop_na
from kennisplatform.redactie.stukken import kaal, onderdelen
from tests.redactie.getekend import zoals_getekend

LANG = (
    "Als u merkt dat uw buurvrouw de laatste tijd minder vaak buiten komt dan vroeger, maar u weet niet goed hoe u "
    "daarover met haar kunt beginnen"
)


def stuk(tekst: str, *, lopend: bool = True) -> Stuk:
    return Stuk("inhoud.1.tekst", "Inhoud › Tekst 1", tekst, lopend)


def adviezen(punten: Iterable[Aandachtspunt]) -> list[tuple[str, str]]:
    return [(punt.wat, punt.advies) for punt in punten]


def test_a_long_sentence_is_told_where_to_cut_it() -> None:
    ((wat, advies),) = adviezen(leesbaar.lange_zinnen([stuk(f"Kort. {LANG}.")]))
    assert "27 woorden" in wat and "zet een punt na ‘komt dan vroeger’" in advies
    assert not adviezen(leesbaar.lange_zinnen([stuk("Kort. Ook kort."), stuk(LANG, lopend=False)]))


@pytest.mark.parametrize(
    ("zin", "lijdend"),
    [
        ("U wordt gebeld door de praktijk", True),
        ("De zorg werd daarna vergoed", True),
        ("Zij worden thuis behandeld", True),
        ("U wordt vanzelf weer gezond", False),
        ("De wijkverpleegkundige belt u", False),
        ("Worden de klachten erger in uw gezicht", False),
        ("Het vocht moet worden weggehaald", True),
        ("Wie wordt niet bereikt", True),
        ("Uw gewrichten worden stijf", False),
        ("Wordt u benauwd of verandert uw huid, bel dan", False),
        ("Buurtgenoten worden ouder, en er ontstaat iets nieuws", False),
    ],
)
def test_who_does_it_must_be_said(zin: str, lijdend: bool) -> None:
    assert bool(adviezen(leesbaar.lijdende_zinnen([stuk(zin)]))) is lijdend


def test_short_forms_are_written_out_and_explained_ones_are_left() -> None:
    tekst = "Dit gaat d.m.v. een gesprek. De Wet langdurige zorg (WLZ) betaalt. Vraag het de POH of de GGD. Deel III."
    assert adviezen(leesbaar.afkortingen([stuk(tekst)])) == [
        ("‘d.m.v.’", "Schrijf ‘door’."),
        ("‘POH’", "Schrijf de eerste keer voluit wat het is, met ‘(POH)’ erachter."),
    ]


def test_letters_with_dots_end_no_sentence_and_any_of_them_is_told() -> None:
    """A long sentence with 'o.a.' in it was two short ones, and what was not in the list was no short form."""
    ((wat, _advies),) = adviezen(leesbaar.lange_zinnen([stuk(LANG.replace(" dan ", " o.a. dan "))]))
    assert "28 woorden" in wat or "29 woorden" in wat
    assert [zin for zin, _w in zinnen_van("Dat kost 1.000 euro. Bel 112! Of niet?\nNieuwe regel")] == [
        "Dat kost 1.000 euro", "Bel 112", "Of niet", "Nieuwe regel",
    ]  # fmt: skip
    assert adviezen(leesbaar.afkortingen([stuk("U hoort het t.z.t. en q.q. van ons.")])) == [
        ("‘t.z.t.’", "Schrijf ‘later’."),
        ("‘q.q.’", "Schrijf voluit wat het betekent."),
    ]


def test_long_and_difficult_words_once_each_with_the_plain_word() -> None:
    tekst = (
        "Ziektekostenverzekeraars en ziektekostenverzekeraars. De zorg is ambulant. Dat is ambulante hulp. Vraag de "
        "verpleegkundigen op de zaal."
    )
    assert [wat for wat, _a in adviezen(leesbaar.lange_woorden([stuk(tekst)]))] == ["‘Ziektekostenverzekeraars’"]
    ((wat, advies),) = adviezen(vakwoorden([stuk(tekst)]))
    assert wat == "‘ambulant’" and "Zorg bij u thuis of op afspraak" in advies


def test_claims_are_found_and_plain_talk_is_not() -> None:
    for bewering in ("Dit verlaagt de kans op vallen", "Na een jaar liep 34% weer", "Het kost € 300", "Bewezen effect"):
        assert adviezen(leesbaar.zonder_bron([stuk(bewering)])), bewering
    assert not adviezen(leesbaar.zonder_bron([stuk("Loop elke dag een stukje. Bel 112 bij nood.")]))
    assert kaal("<p>Eén</p><ul><li>twee &amp; drie</li></ul>") == "Eén\ntwee & drie"


@pytest.mark.django_db
def test_a_page_is_read_as_it_is_being_typed(als: Callable[[str], Client]) -> None:
    client, artikel = als("Redacteur"), Artikel.objects.live().filter(locale__language_code="nl").first()
    assert artikel is not None
    bewerken = reverse("wagtailadmin_pages:edit", args=[artikel.pk])
    antwoord = client.get(bewerken)
    getypt = reverse("redactie:controles_getypt", args=[artikel.pk])
    assert f'data-controles="{getypt}"' in antwoord.content.decode()
    gegevens = zoals_getekend(antwoord.content.decode(), antwoord.context["form"])
    zoals_het_staat = client.post(getypt, gegevens).content.decode()
    assert "De samenvatting is leeg" not in zoals_het_staat and "Dit meten wij niet" in zoals_het_staat
    gegevens["samenvatting"] = ""
    assert "De samenvatting is leeg" in client.post(getypt, gegevens).content.decode()
    gegevens["samenvatting"] = f"{LANG}."
    nu = client.post(getypt, gegevens).content.decode()
    assert "zet een punt na ‘komt dan vroeger’" in nu
    artikel.refresh_from_db()
    assert LANG not in artikel.samenvatting and not artikel.has_unpublished_changes
    eigen_scherm = client.get(reverse("redactie:controles", args=[artikel.pk])).content.decode()
    assert "Dit meten wij niet" in eigen_scherm and bewerken in eigen_scherm
    ouder = artikel.get_parent().pk
    leeg = client.get(f"/admin/pages/add/preventie/artikel/{ouder}/")
    nieuw = f"/admin/redactie/pagina/nieuw/preventie/artikel/{ouder}/controles/"
    assert f'data-controles="{nieuw}"' in leeg.content.decode()
    gegevens = zoals_getekend(leeg.content.decode(), leeg.context["form"])
    assert "De samenvatting is leeg" in client.post(nieuw, gegevens).content.decode()


@pytest.mark.django_db
def test_what_has_a_mistake_is_read_as_it_was_typed(als: Callable[[str], Client]) -> None:
    """A source that is only a home page is refused at its field: beside the form it was as if there was no source at all."""
    client, artikel = als("Redacteur"), Artikel.objects.get(slug="bang-om-te-vallen")
    antwoord = client.get(reverse("wagtailadmin_pages:edit", args=[artikel.pk]))
    gegevens = zoals_getekend(antwoord.content.decode(), antwoord.context["form"])
    gegevens["bronnen-0-value-url"] = "https://www.voorbeeld.nl/"
    gegevens["samenvatting"] = f"{LANG}. " * 4
    gegevens["kort_antwoord"] = (
        "Viel u op uw hoofd en slikt u bloedverdunners? Maak deze week een afspraak met uw huisarts. Het helpt 40%."
    )
    nu = client.post(reverse("redactie:controles_getypt", args=[artikel.pk]), gegevens).content.decode()
    assert "voordeur" in nu and "Beweringen zonder bron" not in nu
    assert "zet een punt na ‘komt dan vroeger’" in nu
    assert "wijkt af van de tabel met alarmzinnen" in nu


@pytest.mark.django_db
def test_links_pictures_sources_and_alarm_are_checked_against_the_site(als: Callable[[str], Client]) -> None:
    weg = Artikel.objects.live().filter(locale__language_code="nl").last()
    beeld = Afbeelding.objects.filter(alternatieve_tekst="").first() or Afbeelding.objects.create(
        title="x", file="x.png", width=1, height=1, alternatieve_tekst=""
    )
    assert weg is not None
    pagina = Artikel(title="Proef", samenvatting="Een zin die genoeg zegt over dit.", locale=weg.locale)
    pagina.inhoud = [
        ("tekst", {"kop": "", "tekst": f'<p><a linktype="page" id="{weg.pk}">goed</a> <a linktype="page" id="0">weg</a>'
         ' <a href="/woorden/">woorden</a> <a href="/preventie/bestaat-niet/">niets</a></p>'}),
        ("tekst", {"kop": "", "tekst": "<p>Bij een hartaanval maakt u een afspraak met de huisarts.</p>"}),
        ("afbeelding", {"beeld": {"image": beeld, "decorative": False, "alt_text": ""}, "bijschrift": ""}),
    ]  # fmt: skip
    pagina.bronnen = [("bron", {"titel": "x", "uitgever": "", "url": "https://www.voorbeeld.nl/"})]
    blad = loop_na(pagina)
    links = [punt.wat for punt in blad.punten if punt.soort == "link"]
    assert [wat.split("’")[0].removeprefix("De link ‘") for wat in links] == ["weg", "niets"]
    per_soort = {punt.soort: punt for punt in blad.punten}
    assert per_soort["bron"].pad.startswith("bronnen.") and "voordeur" in per_soort["bron"].advies
    assert per_soort["tekstbeeld"].waar == "Tekst › Afbeelding 3 › Afbeelding"
    assert len(onderdelen(pagina).stukken) == 5
    assert blad.lix is None and any("te weinig tekst" in tekst for tekst in blad.niet_gemeten)
    pagina.locale = weg.locale.__class__.objects.get(language_code="ar")
    assert any("alleen in het Nederlands" in tekst for tekst in loop_na(pagina).niet_gemeten)


@pytest.mark.django_db
def test_pages_and_terms_that_may_belong_to_the_text_are_proposed(als: Callable[[str], Client]) -> None:
    """By the public search and its Dutch; what was chosen already is no proposal, nor is the page itself."""
    client, stuk_ = als("Redacteur"), Artikel.objects.get(slug="bang-om-te-vallen")
    stuk_.gerelateerd = []
    stuk_.begrippen.set([])
    stuk_.samenvatting = "Na een val en bij eenzaamheid."
    stuk_.save_revision()
    adres = reverse("redactie:controles", args=[stuk_.pk])
    voorstel = client.get(adres).context["voorstel"]
    assert voorstel.paginas and stuk_.pk not in {een.pk for een in voorstel.paginas}
    assert "Eenzaamheid" in {een.label for een in voorstel.begrippen}
    stuk_.gerelateerd = [{"type": "pagina", "value": voorstel.paginas[0].pk}]
    stuk_.begrippen.set(voorstel.begrippen)
    stuk_.save_revision()
    daarna = client.get(adres).context["voorstel"]
    assert voorstel.paginas[0] not in daarna.paginas and not set(voorstel.begrippen) & set(daarna.begrippen)
