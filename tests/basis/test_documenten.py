"""A document on a page: read after the commit, found while the page is public, and never in the way of anything."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from kennisplatform.basis.documenten import achtergrond, verwerking
from kennisplatform.basis.documenten.proces import Lezing
from kennisplatform.basis.documenten.zoekbron import zoekdocument
from kennisplatform.basis.models import Bestand, Bestandstekst
from kennisplatform.basis.models.bestandstekst import Reden, Stand
from kennisplatform.preventie.models import AlgemenePagina, Artikel
from kennisplatform.zoeken.models import Wachtrij
from kennisplatform.zoeken.motor import motor
from kennisplatform.zoeken.vraag import Vraag
from menukaart.models import Interventie
from tests.basis import bestanden as maak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index", "eigen_media")]
MERK = "kwikzilverwaaier"
TEKST = f"Zo doet u mee met de {MERK} in uw straat."


@pytest.fixture
def eigen_media(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def vast(django_capture_on_commit_callbacks: Any) -> Callable[[], Any]:
    """`with vast():` what is done inside is committed after it."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def document(vast: Callable) -> Bestand:
    with vast():
        return Bestand.objects.create(title="Folder meedoen", file=ContentFile(maak.pdf(TEKST), "folder.pdf"))


def zet_op(pagina: Any, *documenten: Bestand) -> None:
    pagina.documenten = [("document", {"document": d, "naam": ""}) for d in documenten]
    pagina.save_revision().publish()


def artikel() -> Artikel:
    return Artikel.objects.get(slug="bang-om-te-vallen")


def gevonden() -> list[str]:
    """Keys of documents only: for a word that is in none of them, pages with a word like it are offered."""
    treffers = motor().zoek(Vraag(tekst=MERK, letterlijk=True)).treffers
    return [t.sleutel for t in treffers if t.sleutel.startswith("bestand:")]


@pytest.fixture
def sleutel(document: Bestand, vast: Callable) -> str:
    """Of a document that is found: it is on a published article."""
    with vast():
        zet_op(artikel(), document)
    assert gevonden() == [f"bestand:{document.pk}"]
    return f"bestand:{document.pk}"


# --- reading


def test_na_het_bewaren_wordt_gelezen(document: Bestand) -> None:
    assert (document.gelezen.stand, document.gelezen.tekst, document.gelezen.reden) == (Stand.KLAAR, TEKST, "")
    document.refresh_from_db()
    assert document.type_en_maat == "PDF, 1 kB"


def test_in_de_wachtrij_in_dezelfde_transactie(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=False):
        d = Bestand.objects.create(title="x", file=ContentFile(maak.pdf(TEKST), "x.pdf"))
    assert Bestandstekst.objects.get(pk=d.pk).stand == Stand.WACHT
    assert "wordt gelezen" in d.gelezen.melding
    uit = StringIO()
    call_command("verwerkwachtrij", stdout=uit)
    assert Bestandstekst.objects.get(pk=d.pk).stand == Stand.KLAAR


def test_ander_bestand_wordt_gelezen_en_een_andere_titel_niet(
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


def test_van_voor_het_lezen_bestond(document: Bestand) -> None:
    Bestandstekst.objects.all().delete()
    assert verwerking.verwerk_wachtende() == 1
    assert Bestandstekst.objects.get(pk=document.pk).stand == Stand.KLAAR


@pytest.mark.parametrize(
    ("inhoud", "stand"),
    [
        (maak.pdf(""), Stand.LEEG),
        (maak.pdf_op_slot(), Stand.MISLUKT),
        (b"geen pdf", Stand.MISLUKT),
        (b"\0" * 60_000_000, Stand.TE_GROOT),
    ],
    ids=["scan", "op-slot", "leugen", "enorm"],
)
def test_een_kapot_bestand_schaadt_niets(
    als: Callable[[str], Client], vast: Callable, caplog: Any, inhoud: bytes, stand: str
) -> None:
    """The reason is kept, logged and shown; the next in the queue is read; it is not tried again."""
    with vast():
        kapot = Bestand.objects.create(title=f"{MERK} kapot", file=ContentFile(inhoud, "kapot.pdf"))
        goed = Bestand.objects.create(title="Goed", file=ContentFile(maak.pdf(TEKST), "goed.pdf"))
        zet_op(artikel(), kapot, goed)
    assert (kapot.gelezen.stand, goed.gelezen.stand) == (stand, Stand.KLAAR)
    assert f"document {kapot.pk}" in caplog.text
    assert verwerking.verwerk_wachtende() == 0
    assert set(gevonden()) == {f"bestand:{kapot.pk}", f"bestand:{goed.pk}"}, "by its title it is found all the same"
    assert "de tekst is niet te vinden" in kapot.gelezen.melding or "iets anders" in kapot.gelezen.melding
    assert kapot.gelezen.melding in als("Redacteur").get(f"/admin/documents/edit/{kapot.pk}/").content.decode()


def test_een_bestand_dat_weg_is(vast: Callable, document: Bestand) -> None:
    Path(document.file.path).unlink()
    Bestandstekst.objects.all().delete()
    verwerking.verwerk_wachtende()
    assert Bestandstekst.objects.get(pk=document.pk).reden == Reden.WEG


def _opnieuw(tijd: dt.timedelta = dt.timedelta(0)) -> None:
    Bestandstekst.objects.update(geprobeerd_op=timezone.now() - verwerking.VERLAAT - tijd)


def test_een_storing_wordt_drie_keer_geprobeerd(
    document: Bestand, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    def storing(bron: object) -> Lezing:
        raise OSError("disk away")

    Bestandstekst.objects.all().delete()
    monkeypatch.setattr(verwerking, "lees", storing)
    keren = []
    for _keer in range(5):
        keren.append(verwerking.verwerk_wachtende())
        _opnieuw()
    assert keren == [1, 1, 1, 0, 0]
    assert Bestandstekst.objects.get(pk=document.pk).reden == Reden.STORING
    assert "disk away" in caplog.text


def test_een_proces_dat_steeds_sterft_houdt_op(document: Bestand) -> None:
    Bestandstekst.objects.update(stand=Stand.WACHT, geprobeerd_op=None)
    for _keer in range(verwerking.MAX_POGINGEN):
        assert verwerking._claim() is not None
        assert verwerking._claim() is None, "claimed by another"
        _opnieuw()
    assert verwerking.verwerk_wachtende() == 1
    assert Bestandstekst.objects.get(pk=document.pk).stand in {Stand.KLAAR, Stand.MISLUKT}


def test_wat_intussen_vervangen_is_wint(document: Bestand, monkeypatch: pytest.MonkeyPatch) -> None:
    Bestandstekst.objects.update(stand=Stand.WACHT, geprobeerd_op=None)

    def tussendoor(bron: object) -> Lezing:
        document.file = ContentFile(b"x", "later.pdf")
        monkeypatch.setattr(verwerking, "lees", lambda bron: Lezing("de nieuwe tekst"))
        document.save()
        return Lezing("de oude tekst")

    monkeypatch.setattr(verwerking, "lees", tussendoor)
    verwerking.verwerk_wachtende()
    assert Bestandstekst.objects.get(pk=document.pk).tekst == "de nieuwe tekst"


def test_in_het_webproces_wacht_niemand(monkeypatch: pytest.MonkeyPatch) -> None:
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


# --- found, with the page that holds it


def test_een_treffer_leidt_naar_het_bestand_en_de_pagina(sleutel: str, document: Bestand, client: Client) -> None:
    inhoud = client.get(f"/zoeken/?q={MERK}").content.decode()
    assert f'href="{document.url}"' in inhoud and 'href="/preventie/bang-om-te-vallen/"' in inhoud
    assert "Document (PDF, 1 kB)" in inhoud and f"<mark>{MERK}</mark>" in inhoud
    assert client.get(f"/zoeken/?q={MERK}&soort=document").context["antwoord"].totaal == 1
    pagina = client.get("/preventie/bang-om-te-vallen/").content.decode()
    assert "Documenten om te downloaden" in pagina and "(PDF, 1 kB)" in pagina


def test_op_titel_gevonden_staat_de_pagina_er_een_keer(sleutel: str, client: Client) -> None:
    treffers = client.get("/zoeken/?q=folder+meedoen&soort=document").content.decode().split('class="treffers"')[1]
    assert treffers.count("Staat bij:") == 1


def test_thema_van_de_pagina(sleutel: str, client: Client) -> None:
    thema = artikel().thema
    plaats = client.get(f"/zoeken/?q={MERK}&thema={thema.code}").context["vindplaatsen"][0]
    assert plaats.thema.code == thema.code and plaats.treffer.taal == "nl"


@pytest.mark.parametrize("model", [Interventie, AlgemenePagina])
def test_ook_op_andere_soorten(model: Any, document: Bestand, vast: Callable, client: Client) -> None:
    pagina = model.objects.live().first()
    with vast():
        zet_op(pagina, document)
    assert gevonden() == [f"bestand:{document.pk}"]
    assert document.url in client.get(pagina.url).content.decode()


def test_een_link_in_de_tekst_telt_ook(document: Bestand, vast: Callable) -> None:
    pagina = artikel()
    with vast():
        link = f'<p>Zie de <a linktype="document" id="{document.pk}">folder</a>.</p>'
        pagina.inhoud = [("tekst", {"kop": "Meer", "tekst": link})]
        pagina.save_revision().publish()
    assert gevonden() == [f"bestand:{document.pk}"]


# --- not found


def test_een_document_dat_nergens_staat(document: Bestand, client: Client) -> None:
    assert gevonden() == []
    call_command("herindex", verbosity=0)
    assert gevonden() == []
    antwoord = client.get(document.url)
    assert antwoord.status_code == 200
    antwoord.close()


def test_op_een_concept(document: Bestand, vast: Callable) -> None:
    pagina = artikel()
    with vast():
        pagina.documenten = [("document", {"document": document, "naam": ""})]
        pagina.save_revision()
    assert gevonden() == []
    with vast():
        pagina.get_latest_revision().publish()
    assert gevonden() == [f"bestand:{document.pk}"]


def onpubliceer() -> None:
    artikel().unpublish()


def verwijder_pagina() -> None:
    artikel().delete()


def haal_van_de_pagina() -> None:
    zet_op(artikel())


def beperk_pagina() -> None:
    PageViewRestriction.objects.create(page=Page.objects.get(pk=artikel().pk), restriction_type="login")


def beperk_tak() -> None:
    PageViewRestriction.objects.create(page=Page.objects.get(pk=artikel().get_parent().pk), restriction_type="login")


def verplaats_onder_beperking() -> None:
    besloten = Page.objects.get(slug="menukaart", locale__language_code="nl")
    PageViewRestriction.objects.create(page=besloten, restriction_type="login")
    Page.objects.get(pk=artikel().pk).move(besloten, pos="last-child")


def verwijder_document() -> None:
    Bestand.objects.get(title="Folder meedoen").delete()


def beperk_collectie() -> None:
    CollectionViewRestriction.objects.create(collection=Collection.get_first_root_node(), restriction_type="login")


def besloten_collectie() -> Collection:
    uit = Collection.get_first_root_node().add_child(name="Besloten")
    CollectionViewRestriction.objects.create(collection=uit, restriction_type="login")
    return uit


def in_besloten_collectie() -> None:
    document = Bestand.objects.get(title="Folder meedoen")
    document.collection = besloten_collectie()
    document.save()


def verlopen() -> None:
    pagina = artikel()
    pagina.expire_at = timezone.now() - dt.timedelta(minutes=1)
    pagina.save()


@pytest.mark.parametrize(
    "verberg",
    [
        onpubliceer, verwijder_pagina, haal_van_de_pagina, beperk_pagina, beperk_tak, verplaats_onder_beperking,
        verwijder_document, beperk_collectie, in_besloten_collectie, verlopen,
    ],
)  # fmt: skip
def test_wat_de_pagina_overkomt_overkomt_het_document(
    sleutel: str, vast: Callable, client: Client, verberg: Callable[[], None]
) -> None:
    with vast():
        verberg()
    assert gevonden() == []
    vindplaatsen = client.get(f"/zoeken/?q={MERK}&letterlijk=1").context["vindplaatsen"]
    assert not [v for v in vindplaatsen if v.document]
    call_command("herindex", verbosity=0)
    assert gevonden() == []


def test_weer_open_is_weer_te_vinden(sleutel: str, vast: Callable) -> None:
    grenzen = [
        PageViewRestriction.objects.create(page=Page.objects.get(pk=artikel().pk), restriction_type="login"),
        CollectionViewRestriction.objects.create(collection=Collection.get_first_root_node(), restriction_type="login"),
    ]
    for grens in grenzen:
        with vast():
            grens.delete()
    assert gevonden() == [sleutel]


def test_zolang_een_andere_openbare_pagina_het_heeft(
    sleutel: str, document: Bestand, vast: Callable, client: Client
) -> None:
    ander = Interventie.objects.live().first()
    with vast():
        zet_op(ander, document)
        onpubliceer()
    assert gevonden() == [sleutel]
    plaats = client.get(f"/zoeken/?q={MERK}").context["vindplaatsen"][0]
    assert plaats.document.bij.titel == ander.title


def test_met_de_klok_van_de_pagina(sleutel: str, document: Bestand, vast: Callable) -> None:
    """A page that ends by the clock takes the document along then, unless another page keeps it."""
    pagina, straks = artikel(), timezone.now() + dt.timedelta(days=1)
    with vast():
        pagina.expire_at = straks
        pagina.save_revision().publish()
    assert zoekdocument(document).verloopt == int(straks.timestamp())
    with vast():
        zet_op(Interventie.objects.live().first(), document)
    assert zoekdocument(document).verloopt == 0


def test_wat_de_index_nog_niet_weet_wordt_niet_getoond(sleutel: str, client: Client) -> None:
    """The restriction is there, the outbox waits: the page of results asks again."""
    Artikel.objects.filter(slug="bang-om-te-vallen").update(live=False)
    assert gevonden() == [sleutel]
    assert client.get(f"/zoeken/?q={MERK}").context["vindplaatsen"] == []


def test_een_andere_titel_of_naam_van_de_pagina(sleutel: str, document: Bestand, vast: Callable) -> None:
    with vast():
        document.title = "Nieuwe naam"
        document.save()
    assert motor().zoek(Vraag(tekst=MERK)).treffers[0].titel == "Nieuwe naam"
    pagina = artikel()
    with vast():
        pagina.title = "Sterke benen"
        pagina.save_revision().publish()
    assert "Sterke" in motor().zoek(Vraag(tekst="sterke benen", soorten=("document",))).treffers[0].fragment


def test_in_de_admin_naar_een_besloten_collectie(
    sleutel: str, document: Bestand, vast: Callable, admin_client: Client
) -> None:
    besloten = besloten_collectie()
    with vast():
        admin_client.post(f"/admin/bulk/basis/bestand/add_to_collection/?id={document.pk}", {"collection": besloten.pk})
    document.refresh_from_db()
    assert document.collection_id == besloten.pk and gevonden() == []


def test_een_collectie_verhuist_onder_een_besloten(
    sleutel: str, document: Bestand, vast: Callable, admin_client: Client
) -> None:
    eigen = Collection.get_first_root_node().add_child(name="Folders")
    with vast():
        document.collection = eigen
        document.save()
    assert gevonden() == [sleutel]
    with vast():
        antwoord = admin_client.post(
            f"/admin/collections/{eigen.pk}/", {"name": "Folders", "parent": besloten_collectie().pk}
        )
    assert antwoord.status_code == 302 and gevonden() == []


# --- served


def test_als_bijlage_en_niet_te_raden(document: Bestand, client: Client, vast: Callable) -> None:
    antwoord = client.get(document.url)
    assert antwoord["Content-Disposition"].startswith("attachment")
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Content-Security-Policy"] and b"".join(antwoord.streaming_content) == maak.pdf(TEKST)
    assert client.get(f"/media/{document.file.name}").status_code == 404
    with vast():
        in_besloten_collectie()
    dicht = client.get(document.url)
    assert dicht.status_code == 302 and "login" in dicht["Location"]


def test_de_editor_laadt_op_en_leest_wat_ervan_kwam(als: Callable[[str], Client], vast: Callable) -> None:
    client = als("Redacteur")
    bestand = BytesIO(maak.odt("<text:p>Samen eten in de buurt</text:p>"))
    bestand.name = "samen.odt"
    velden = {"title": "Samen eten", "collection": Collection.get_first_root_node().pk, "tags": "", "bron": ""}
    with vast():
        antwoord = client.post("/admin/documents/add/", velden | {"file": bestand})
    assert antwoord.status_code == 302
    nieuw = Bestand.objects.get(title="Samen eten")
    assert "gelezen en te vinden" in client.get(f"/admin/documents/edit/{nieuw.pk}/").content.decode()
    assert not Wachtrij.objects.filter(sleutel=f"bestand:{nieuw.pk}").exists()
