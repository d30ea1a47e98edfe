"""A pasted list of people to invite: one a line, `e-mail; role; function`. Read strictly, faults named by line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.lidmaatschappen import opgesomd
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap
from kennisplatform.netwerken.uitnodigen import Gast, StaatOpen, bezwaar_tegen
from kennisplatform.tekst import adres

MAX_REGELS: Final = 200
MAILKOPPEN: Final = frozenset({"mail", "e-mail", "email", "mailadres", "e-mailadres", "emailadres"})
# What people write for a role, beside its own name and code.
WOORDEN: Final = {
    "wijkverpleegkundige": Netwerkrol.KARTREKKER,
    "huisarts": Netwerkrol.HUISARTSENPRAKTIJK,
    "huisartsenpraktijk": Netwerkrol.HUISARTSENPRAKTIJK,
    "praktijk": Netwerkrol.HUISARTSENPRAKTIJK,
    "poh": Netwerkrol.HUISARTSENPRAKTIJK,
    "sociaal domein": Netwerkrol.SOCIAAL_DOMEIN,
    "welzijn": Netwerkrol.SOCIAAL_DOMEIN,
    "wijkteam": Netwerkrol.SOCIAAL_DOMEIN,
    "gemeente": Netwerkrol.GEMEENTE,
    "bewoner": Netwerkrol.BURGER,
    "burger": Netwerkrol.BURGER,
    "burgervertegenwoordiger": Netwerkrol.BURGER,
    "lid": Netwerkrol.ANDERS,
    "anders": Netwerkrol.ANDERS,
    "coach": Netwerkrol.COACH,
    "coördinator": Netwerkrol.COORDINATOR,
    "coordinator": Netwerkrol.COORDINATOR,
}


@dataclass(frozen=True)
class Gastregel:
    nummer: int
    tekst: str
    gast: Gast | None
    fout: str = ""
    open: int = 0  # the invitation that stands already
    mis: bool = False  # wrong in itself, and to be mended; not what is there already
    heeft: str = ""  # roles that this person has here already: this one comes beside them


def lees(tekst: str, buurt: Buurt, mag: frozenset[str]) -> list[Gastregel]:
    """Every line that isn't empty, with a guest or a fault. `mag`: roles that the inviter may give.

    Raises ValidationError when there are too many lines to look at.
    """
    regels = [(nummer, rauw.strip()) for nummer, rauw in enumerate(tekst.splitlines(), 1) if rauw.strip()]
    if regels and _is_kop(regels[0][1]):
        del regels[0]
    if len(regels) > MAX_REGELS:
        raise ValidationError(
            _("Plak hooguit %(max)s regels tegelijk; u plakte er %(n)s. Uw tekst staat er nog.")
            % {"max": MAX_REGELS, "n": len(regels)}
        )
    uit: list[Gastregel] = []
    eerder: dict[str, Gastregel] = {}
    for nummer, rauw in regels:
        regel = _regel(nummer, rauw, buurt, mag)
        if regel.gast:
            regel = _naast(regel, eerder.setdefault(regel.gast.email, regel))
        uit.append(regel)
    rollen = _rollen_per_adres(buurt)
    return [replace(r, heeft=opgesomd(rollen.get(r.gast.email, []))) if r.gast else r for r in uit]


def _rollen_per_adres(buurt: Buurt) -> dict[str, list[str]]:
    """Of who is in this network now: one question, however long the list."""
    uit: dict[str, list[str]] = {}
    leden = Lidmaatschap.objects.lopend().filter(buurt=buurt, persoon__isnull=False)
    for email, rol in leden.order_by("van", "pk").values_list("persoon__email", "rol"):
        uit.setdefault(email.lower(), []).append(rol)
    return uit


def _naast(regel: Gastregel, eerste: Gastregel) -> Gastregel:
    """One person gets one letter: twice the same is left out, another role is a slip until somebody says otherwise."""
    if eerste is regel or not (eerste.gast and regel.gast):
        return regel
    if eerste.gast.rol == regel.gast.rol:
        return Gastregel(regel.nummer, regel.tekst, None, _("Staat al op regel %(n)s.") % {"n": eerste.nummer})
    fout = _("Dit adres staat op regel %(n)s met een andere rol. Kies er één; een tweede rol kan later apart.")
    return Gastregel(regel.nummer, regel.tekst, None, fout % {"n": eerste.nummer}, mis=True)


def _delen(rauw: str) -> tuple[str, str, str]:
    """Address, role and function; a mail program writes a name before the address, with a comma in it as likely as not."""
    email, rest = adres.mail_uit(rauw)
    if not email:
        email, _teken, rest = rauw.partition(_scheiding(rauw))
        while "@" not in email and "@" in rest:  # pasted out of Excel, with a column of names before it
            email, _teken, rest = rest.partition(_scheiding(rauw))
    rol, _teken, functie = rest.partition(_scheiding(rest))
    return adres.mail(email.strip()).lower(), rol.strip(), functie.strip()


def _is_kop(regel: str) -> bool:
    """The names of columns, pasted along."""
    woorden = {deel.strip(" :*").lower() for deel in regel.split(_scheiding(regel))}
    return "@" not in regel and bool(woorden & MAILKOPPEN)


def _scheiding(tekst: str) -> str:
    return next((teken for teken in ("\t", ";", ",") if teken in tekst), ";")


def _regel(nummer: int, rauw: str, buurt: Buurt, mag: frozenset[str]) -> Gastregel:
    email, rolwoord, functie = _delen(rauw)
    try:
        validate_email(email)
    except ValidationError:
        return Gastregel(nummer, rauw, None, _("‘%(wat)s’ is geen e-mailadres.") % {"wat": email[:60]}, mis=True)
    rol = rol_van(rolwoord)
    if rol is None:
        fout = (
            _("De rol ‘%(wat)s’ ken ik niet. Kies uit: %(rollen)s.")
            if rolwoord
            else _("Schrijf de rol achter het adres. Kies uit: %(rollen)s.")
        )
        return Gastregel(
            nummer,
            rauw,
            None,
            fout % {"wat": rolwoord[:40], "rollen": ", ".join(str(Netwerkrol(r).label) for r in sorted(mag))},
            mis=True,
        )
    if rol not in mag:
        return Gastregel(
            nummer, rauw, None, _("Voor deze rol mag u niet uitnodigen; dat doet het transitieteam."), mis=True
        )
    if (bezwaar := bezwaar_tegen(buurt=buurt, email=email, rol=rol)) is not None:
        return Gastregel(
            nummer, rauw, None, str(bezwaar), bezwaar.uitnodiging.pk if isinstance(bezwaar, StaatOpen) else 0
        )
    return Gastregel(nummer, rauw, Gast(email, rol, functie[:120], rolwoord.lower() == "wijkverpleegkundige"))


def rol_van(woord: str) -> str | None:
    schoon = " ".join(woord.lower().split()).removeprefix("lid voor de ").removeprefix("lid voor het ")
    if schoon in WOORDEN:
        return WOORDEN[schoon].value
    return next((rol.value for rol in Netwerkrol if schoon in {rol.value, str(rol.label).lower()}), None)
