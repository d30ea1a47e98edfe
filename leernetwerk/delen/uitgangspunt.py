"""Something to start from: an intervention, an earlier example, a meeting, the text of a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from kennisplatform.basis.bestandspoort import VOOR_ANDEREN
from kennisplatform.basis.documenten.keuren import MAX_BYTES, Ongeschikt, keur_document
from kennisplatform.basis.documenten.proces import lees
from kennisplatform.basis.models import Begripsoort
from kennisplatform.basis.models.bestandstekst import RedenOnleesbaar
from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.delen.bijeenkomstbron import uit_bijeenkomst
from leernetwerk.delen.formulieren import MAX_TEKST
from leernetwerk.delen.models import Inzending

OVER: Final = (
    "titel",
    "aanleiding",
    "aanpak",
    "uren",
    "urenklasse",
    "kosten",
    "kostenklasse",
    "mensen",
    "lezers",
    "thema",
)
# Words that a heading over such a part begins with, in reports as professionals write them.
KOPPEN: Final = (
    (
        "wat_niet_werkte",
        r"(wat )?(werkte|ging|liep) (er )?niet|knelpunt|valkuil|leerpunt|wat ging mis|belemmer|minder goed",
    ),
    ("wat_werkte", r"wat (werkte|ging)( er)? (wel|goed)?|succes|opbrengst|wat werkte|bevorder"),
    ("resultaat", r"resulta|uitkomst|effect|evaluatie"),
    ("advies", r"advies|aanbeveling|tips?\b|vervolg"),
    ("kosten", r"kosten|geld|budget|financi"),
    ("uren", r"uren|tijd|inzet"),
    ("aanpak", r"aanpak|werkwijze|uitvoering|wat (deden|hebben) (we|wij)|activiteit|stappen"),
    ("aanleiding", r"aanleiding|probleem|inleiding|achtergrond|waarom|situatie|wat was er"),
)
MAX_KOP: Final = 70
KORT: Final = {"kosten": 250, "uren": 250}


def velden(keuze: Mapping[str, Any], wie: Gebruiker) -> dict[str, Any]:
    """Values for a new draft; {} for an empty sheet. Raises Ongeschikt for a document that can't be read."""
    uit: dict[str, Any] = {}
    if bijeenkomst := keuze.get("bijeenkomst"):
        uit |= uit_bijeenkomst(bijeenkomst, wie)
    if eerder := keuze.get("eerder"):
        uit |= uit_eerder(eerder)
    elif document := keuze.get("document"):
        uit |= uit_document(document)
    if interventie := keuze.get("interventie"):
        blad = interventie.specific
        uit |= {"gebruikt": [*uit.get("gebruikt", []), interventie]}
        uit.setdefault("thema", blad.hoofdthema)
        uit.setdefault("onderwerpen", [b for b in blad.begrippen.all() if b.soort == Begripsoort.ONDERWERP][:3])
    return uit


def uit_eerder(eerder: Inzending) -> dict[str, Any]:
    """Its own story is not this one's: what it took and where it belongs comes along, what was learned does not."""
    uit: dict[str, Any] = {naam: getattr(eerder, naam) for naam in OVER}
    return uit | {"gebruikt": list(eerder.gebruikt.all()), "onderwerpen": list(eerder.onderwerpen.all())}


def uit_document(bestand: Any) -> dict[str, str]:
    if (bestand.size or 0) > MAX_BYTES:
        raise Ongeschikt(_("Dit document is te groot: hoogstens 12 MB."))
    keur_document(bestand)
    bestand.seek(0)
    gelezen = lees(bestand)
    if not gelezen.tekst:
        raise Ongeschikt(_waarom_niet(gelezen.reden))
    return verdeel(gelezen.tekst)


def _waarom_niet(reden: str) -> str:
    """What is the matter with it, and what somebody can do who is not an editor."""
    woorden = {
        RedenOnleesbaar.OP_SLOT: _(
            "Op dit document zit een wachtwoord. Bewaar het zonder wachtwoord, of plak de tekst zelf in de vragen."
        ),
        RedenOnleesbaar.LETTERS: _(
            "In dit document staat elke letter los, en wij zien niet waar een woord eindigt. Kies het Word-bestand waar "
            "het van gemaakt is, of plak de tekst zelf in de vragen."
        ),
        RedenOnleesbaar.LEEG: _(
            "Er komt geen tekst uit dit document. Is het een scan? Plak de tekst dan zelf in de vragen."
        ),
    }
    anders = _("Dit document kunnen wij niet lezen. Bewaar het opnieuw, of plak de tekst zelf in de vragen.")
    if reden in VOOR_ANDEREN and reden not in woorden:
        return _("%(wat)s Of plak de tekst zelf in de vragen.") % {"wat": VOOR_ANDEREN[reden]}
    return woorden.get(RedenOnleesbaar(reden), anders) if reden in RedenOnleesbaar.values else anders


def is_ingekort(velden: Mapping[str, Any]) -> bool:
    """A document may be longer than a question has room for."""
    return any(isinstance(w, str) and len(w) >= KORT.get(veld, MAX_TEKST) for veld, w in velden.items())


def verdeel(tekst: str) -> dict[str, str]:
    """Lines of a document over the questions, by its headings. What stands before the first is what was the matter."""
    regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    uit: dict[str, list[str]] = {}
    nu = "aanleiding"
    for nummer, regel in enumerate(regels):
        if nummer == 0 and len(regel) <= 120:
            uit["titel"] = [regel]
        elif veld := _kop(regel):
            nu = veld
        else:
            uit.setdefault(nu, []).append(regel)
    return {veld: "\n\n".join(delen)[: KORT.get(veld, MAX_TEKST)] for veld, delen in uit.items()}


def _kop(regel: str) -> str:
    if len(regel) > MAX_KOP or regel.endswith((".", ";", ",")):
        return ""
    kaal = re.sub(r"^[\d.)\s•-]+", "", regel).lower()
    return next((veld for veld, patroon in KOPPEN if re.match(patroon, kaal)), "")
