"""The same documents as Word files, to write on in. Version and fingerprint stand at the foot of every page."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from kennisplatform.basis.geld import euro
from kennisplatform.tekst import schoon
from menukaart.plan.keuzes import Financier
from menukaart.plan.kwartalen import begin_in_woorden, eind_in_woorden
from menukaart.plan.models import Planversie
from menukaart.stukken.soorten import Planstuk, context

Inhoud = dict[str, Any]
MM: Final = 36_000  # in the unit of Word
REGELBREEDTES: Final = (
    52,
    14,
    20,
    21,
    25,
    38,
)  # of the 170 mm that A4 leaves: what for, year, number, price, amount, who pays
KALENDERBREEDTES: Final = (36, 42, 92)  # when, who, what
METERBREEDTES: Final = (58, 36, 36, 40)  # what, source, how often, who


def maak(stuk: Planstuk, versie: Planversie) -> bytes:
    from docx import Document  # noqa: PLC0415  # only who asks for one pays for loading it
    from docx.shared import Pt  # noqa: PLC0415

    inhoud, buurt = context(stuk, versie), schoon.regel(versie.plan.buurt.naam)
    document = Document()
    document.core_properties.title = f"{stuk.naam} {buurt}"
    document.core_properties.language = "nl-NL"
    document.core_properties.author = ""
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    _op_a4(document.sections[0])
    voet = document.sections[0].footer.paragraphs[0]
    voet.text = _("%(wat)s %(buurt)s, versie %(n)s. SHA-256: %(hash)s") % {
        "wat": stuk.naam,
        "buurt": buurt,
        "n": versie.nummer,
        "hash": versie.vingerafdruk,
    }
    voet.runs[0].font.size = Pt(7)
    document.add_heading(f"{stuk.naam} {buurt}", level=0)
    if versie.plan.voorbeeld:
        document.add_paragraph(_("Voorbeeld: alles hier is verzonnen."))
    SCHRIJVERS[stuk.code](document, inhoud)
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def _voorwaarden(document: Any, inhoud: Inhoud) -> None:
    if (besluit := inhoud["voorwaarden"]) is None:
        return
    document.add_heading(_("Voorwaarden van de begrotingscommissie"), level=1)
    document.add_paragraph(schoon.tekst(besluit.toelichting))
    dag = date_format(besluit.besloten_op, "j F Y")
    document.add_paragraph(_("Hiermee ging de commissie op %(d)s akkoord.") % {"d": dag})


def _plan(document: Any, inhoud: Inhoud) -> None:
    _voorwaarden(document, inhoud)
    for thema in inhoud["gelezen"].themas:
        document.add_heading(schoon.regel(thema.naam), level=1)
        if thema.doel:
            _alinea(document, _("Doel:"), thema.doel)
        if thema.reden:
            _alinea(document, _("Nu niet, omdat:"), thema.reden)
        for a in thema.activiteiten:
            document.add_heading(schoon.regel(a["titel"]), level=2)
            wie = ", ".join(filter(None, (a["wie"], a["met_wie"])))
            wanneer = _("%(van)s tot en met %(tot)s") % {
                "van": begin_in_woorden(a["begin"]),
                "tot": eind_in_woorden(a["eind"]),
            }
            alineas = [document.add_paragraph(schoon.tekst(f"{wie} · {wanneer}" if wie else wanneer))]
            if a["uitleg"]:
                alineas.append(document.add_paragraph(schoon.tekst(a["uitleg"])))
            for alinea in alineas:
                alinea.paragraph_format.keep_with_next = bool(a["begroting"])
            if a["begroting"]:
                _tabel(document, _koppen(), (_regel(r) for r in a["begroting"]), REGELBREEDTES)
    _samen(document, inhoud)


def _begroting(document: Any, inhoud: Inhoud) -> None:
    _voorwaarden(document, inhoud)
    for thema in inhoud["gelezen"].themas:
        met_geld = [a for a in thema.activiteiten if a["begroting"]]
        if met_geld:
            document.add_heading(schoon.regel(thema.naam), level=1)
        for a in met_geld:
            document.add_heading(schoon.regel(a["titel"]), level=2)
            _tabel(document, _koppen(), (_regel(r) for r in a["begroting"]), REGELBREEDTES)
    _samen(document, inhoud)


def _samen(document: Any, inhoud: Inhoud) -> None:
    document.add_heading(_("Samen"), level=1)
    som = inhoud["sommen"]
    rijen = [(naam, euro(bedrag)) for naam, bedrag in (*som.per_jaar, *som.per_financier)]
    rijen.append((_("Samen"), euro(inhoud["gelezen"].bedrag)))
    _tabel(document, [_("Per jaar en per betaler"), _("Bedrag")], rijen)
    document.add_paragraph(_("Elk bedrag is aantal × prijs, afgerond op centen; sommen tellen die bedragen op."))


def _monitoring(document: Any, inhoud: Inhoud) -> None:
    if inhoud["kalender"].beurten:
        document.add_heading(_("Kalender: wie meet wat, wanneer"), level=1)
        beurten = [
            [b.wanneer, wie, "; ".join(metingen)] for b in inhoud["kalender"].beurten for wie, metingen in b.per_wie
        ]
        _tabel(document, [_("Wanneer"), _("Wie"), _("Wat")], beurten, KALENDERBREEDTES)
    kop = [_("Wat"), _("Databron"), _("Hoe vaak"), _("Wie")]
    for blok in inhoud["blokken"]:
        document.add_heading(schoon.regel(blok.thema.label), level=1)
        rijen = [[r.indicator.leesnaam, *(tekst for _kop, tekst in r.indicator.waar_hoe_vaak_wie)] for r in blok.regels]
        if rijen:
            _tabel(document, kop, rijen, METERBREEDTES)
        else:
            document.add_paragraph(_("Voor dit thema noemt het programma geen indicatoren."))


def _koppen() -> list[str]:
    return [_("Waarvoor"), _("Jaar"), _("Aantal"), _("Prijs"), _("Bedrag"), _("Wie betaalt")]


def _regel(r: dict[str, Any]) -> list[Any]:
    geld = [number_format(Decimal(r["aantal"])), euro(r["prijs"]), euro(r["bedrag"])]
    return [r["omschrijving"], r["jaar"], *geld, Financier.naam_van(r["financier"])]


def _alinea(document: Any, kop: str, tekst: str) -> None:
    alinea = document.add_paragraph()
    alinea.add_run(f"{kop} ").bold = True
    alinea.add_run(schoon.tekst(tekst))


def _tabel(document: Any, kop: Sequence[str], rijen: Iterable[Sequence[Any]], breedtes: Sequence[int] = ()) -> None:
    """`breedtes`: of the columns in millimetres; all alike without, and then a long word breaks."""
    tabel = document.add_table(rows=1, cols=len(kop), style="Table Grid")
    for vak, naam in zip(tabel.rows[0].cells, kop, strict=True):
        vak.text = ""
        vak.paragraphs[0].add_run(str(naam)).bold = True
        vak.paragraphs[0].paragraph_format.keep_with_next = True
    _herhaal_kop(tabel.rows[0])
    for rij in rijen:
        for vak, waarde in zip(tabel.add_row().cells, rij, strict=True):
            vak.text = schoon.naam(str(waarde))
    tabel.autofit = not breedtes
    for kolom, breed in zip(tabel.columns, breedtes, strict=False):
        kolom.width = breed * MM
        for vak in kolom.cells:
            vak.width = breed * MM


def _op_a4(blad: Any) -> None:
    """The library begins with American paper."""
    blad.page_width, blad.page_height = 210 * MM, 297 * MM
    blad.left_margin = blad.right_margin = blad.top_margin = blad.bottom_margin = 20 * MM


def _herhaal_kop(rij: Any) -> None:
    """Word repeats this row on every page, and reads it out as the head of its columns."""
    from docx.oxml import OxmlElement  # noqa: PLC0415

    rij._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


SCHRIJVERS: Final[dict[str, Callable[[Any, Inhoud], None]]] = {
    "plan": _plan,
    "begroting": _begroting,
    "monitoring": _monitoring,
}
