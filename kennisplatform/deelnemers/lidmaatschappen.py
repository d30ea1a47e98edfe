"""Every change of who belongs to a network. One transaction each, with its line in the log."""

from __future__ import annotations

import datetime as dt

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.deelnemers.positie import vergeet_positie


class Bezwaar(Exception):
    """It can't be done; the text says why and what can be done instead, in Dutch, for the person who tried."""


class AlLid(Bezwaar):
    """Somebody who is in the network already would get a second role: that is asked first, not just done."""

    def __init__(self, rollen: list[str], rol: str) -> None:
        self.rollen = rollen
        super().__init__(
            _("U bent hier al %(al)s; u krijgt er deze rol bij: %(rol)s.")
            % {"al": opgesomd(rollen), "rol": Netwerkrol(rol).label}
        )


def rollen_van(buurt: Buurt, persoon: Gebruiker) -> list[str]:
    """Current roles here, as codes, in the order of the table."""
    heeft = set(Lidmaatschap.objects.lopend().filter(buurt=buurt, persoon=persoon).values_list("rol", flat=True))
    return [rol.value for rol in Netwerkrol if rol in heeft]


def opgesomd(rollen: list[str]) -> str:
    return str(_(" en ")).join(str(Netwerkrol(rol).label) for rol in rollen)


def vraag_eerst(buurt: Buurt, persoon: Gebruiker, rol: str, erbij: bool) -> None:
    """Raises AlLid, unless the person was told (`erbij`). The same role twice is voeg_toe's to refuse."""
    rollen = rollen_van(buurt, persoon)
    if rollen and rol not in rollen and not erbij:
        raise AlLid(rollen, rol)


@transaction.atomic
def voeg_toe(
    *,
    buurt: Buurt,
    persoon: Gebruiker,
    rol: str,
    door: Gebruiker | None,
    wijkverpleegkundige: bool = False,
    functie: str = "",
    van: dt.date | None = None,
) -> Lidmaatschap:
    """Raises Bezwaar when the person has this role already, or the neighbourhood went up in another."""
    if vergrendel(buurt).opgeheven:
        raise Bezwaar(_("Deze buurt is opgegaan in een andere. Kies de nieuwe buurt."))
    if Lidmaatschap.objects.lopend().filter(buurt=buurt, persoon=persoon, rol=rol).exists():
        raise Bezwaar(_("%(wie)s is hier al %(rol)s.") % {"wie": persoon, "rol": Netwerkrol(rol).label})
    lid = Lidmaatschap.objects.create(
        buurt=buurt,
        persoon=persoon,
        rol=rol,
        wijkverpleegkundige=wijkverpleegkundige,
        functie=functie,
        van=van or timezone.localdate(),
    )
    noteer(
        Logregel.Soort.LID_ERBIJ,
        _("werd %(rol)s") % {"rol": lid.get_rol_display()},
        buurt=buurt,
        door=door,
        over=persoon,
    )
    vergeet_positie(persoon)
    return lid


@transaction.atomic
def beeindig(*, lidmaatschap: Lidmaatschap, door: Gebruiker | None) -> Lidmaatschap:
    """From today no longer a member. The last kartrekker has to hand over first: a network without one is nobody's."""
    lid = _vers(lidmaatschap)
    if lid.rol == Netwerkrol.KARTREKKER and _kartrekkers(lid.buurt).count() == 1:
        raise Bezwaar(
            _(
                "Dit is de enige kartrekker van %(buurt)s. Draag de rol eerst over aan een ander lid, of nodig een opvolger uit."
            )
            % {"buurt": lid.buurt}
        )
    _sluit(lid, door)
    return lid


def mag_over(lidmaatschap: Lidmaatschap, naar: Lidmaatschap) -> tuple[Lidmaatschap, Gebruiker]:
    """(the role as it stands now, who would get it), inside a transaction; Bezwaar when that can't be."""
    oud, ander = _vers(lidmaatschap), _vers(naar)
    if ander.buurt_id != oud.buurt_id or ander.persoon is None:
        raise Bezwaar(_("Kies iemand uit hetzelfde netwerk."))
    if oud.rol in rollen_van(oud.buurt, ander.persoon):
        raise Bezwaar(_("Kies iemand anders: deze persoon heeft de rol al."))
    return oud, ander.persoon


@transaction.atomic
def draag_over(*, lidmaatschap: Lidmaatschap, naar: Lidmaatschap, door: Gebruiker) -> Lidmaatschap:
    """Another member takes the role over; the one before stays a member."""
    oud, persoon = mag_over(lidmaatschap, naar)
    nieuw = voeg_toe(
        buurt=oud.buurt,
        persoon=persoon,
        rol=oud.rol,
        door=door,
        functie=naar.functie,
        wijkverpleegkundige=naar.wijkverpleegkundige,
    )
    _sluit(oud, door)
    if oud.persoon and not _elders(oud):  # who hands over a role stays in the network, unless they leave
        voeg_toe(
            buurt=oud.buurt,
            persoon=oud.persoon,
            rol=Netwerkrol.ANDERS,
            door=door,
            functie=oud.functie,
            wijkverpleegkundige=oud.wijkverpleegkundige,
        )
    return nieuw


@transaction.atomic
def wijzig(
    *, lidmaatschap: Lidmaatschap, rol: str, wijkverpleegkundige: bool, functie: str, door: Gebruiker
) -> Lidmaatschap:
    """Another role is a new row, so that history stays true; other facts are corrected in place."""
    lid = _vers(lidmaatschap)
    if rol != lid.rol:
        if lid.persoon is None:
            raise Bezwaar(_("Deze persoon heeft het platform verlaten."))
        if lid.rol == Netwerkrol.KARTREKKER and _kartrekkers(lid.buurt).count() == 1:
            raise Bezwaar(_("Dit is de enige kartrekker. Draag de rol eerst over aan een ander lid."))
        persoon = lid.persoon
        nieuw = voeg_toe(
            buurt=lid.buurt,
            persoon=persoon,
            rol=rol,
            door=door,
            functie=functie,
            wijkverpleegkundige=wijkverpleegkundige,
        )
        _sluit(lid, door)
        return nieuw
    lid.wijkverpleegkundige, lid.functie = wijkverpleegkundige, functie
    lid.save(update_fields=["wijkverpleegkundige", "functie"])
    return lid


def is_laatste_kartrekker(lid: Lidmaatschap) -> bool:
    return lid.rol == Netwerkrol.KARTREKKER and lid.loopt and _kartrekkers(lid.buurt).count() == 1


def _vers(lid: Lidmaatschap) -> Lidmaatschap:
    """As it stands now, locked with its neighbourhood: two people may press a button at the same time."""
    vergrendel(lid.buurt)
    vers = Lidmaatschap.objects.select_related("buurt", "persoon").get(pk=lid.pk)
    if not vers.loopt:
        raise Bezwaar(_("Dit lidmaatschap is intussen al beëindigd."))
    return vers


def _kartrekkers(buurt: Buurt) -> models.QuerySet[Lidmaatschap]:
    return Lidmaatschap.objects.lopend().filter(buurt=buurt, rol=Netwerkrol.KARTREKKER, persoon__isnull=False)


def _elders(lid: Lidmaatschap) -> bool:
    return Lidmaatschap.objects.lopend().filter(buurt=lid.buurt, persoon=lid.persoon).exists()


def _sluit(lid: Lidmaatschap, door: Gebruiker | None) -> None:
    lid.tot = timezone.localdate()
    lid.save(update_fields=["tot"])
    noteer(
        Logregel.Soort.LID_WEG,
        _("was %(rol)s") % {"rol": lid.get_rol_display()},
        buurt=lid.buurt,
        door=door,
        over=lid.persoon,
    )
    vergeet_positie(lid.persoon)
