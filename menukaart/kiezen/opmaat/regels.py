"""The rules of 'op maat', as regels.toml lists them: each gives a plan a step, and says in words what speaks for and against.

Pure: no database, no clock. The same answers give the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final

from kennisplatform.basis.keuzes import Eenheid, Gezondheidsverschillen, Sesgeschiktheid
from menukaart.kiezen.opmaat import buurtregels
from menukaart.kiezen.opmaat.kandidaat import NIETS, Menukandidaat, Regeloordeel, Vraagregel, Woorden, en, noem
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.opmaat.taal import gettext as _

ALLE_BEWONERS: Final = "alle-bewoners"
WEKEN: Final = 52


def _loopt(a: Antwoorden, k: Menukandidaat, _w: Woorden) -> Regeloordeel:
    return Regeloordeel(weg=_("loopt al in uw buurt")) if k.slug in a.loopt else NIETS


def _uitdaging(a: Antwoorden, k: Menukandidaat, w: Woorden) -> Regeloordeel:
    if not (a.eerst or a.ook):
        return NIETS
    if not k.uitdagingen:
        return Regeloordeel(weg=_("zegt niet bij welke uitdaging het past"))
    eerst, ook = k.uitdagingen & set(a.eerst), k.uitdagingen & set(a.ook)
    if not (eerst or ook):
        return Regeloordeel(weg=_("past niet bij een uitdaging die u noemde"))
    voor = [_("Past bij wat u het eerst noemde: %(u)s") % {"u": noem(eerst, w.uitdaging)}] if eerst else []
    voor += [_("Past ook bij %(u)s") % {"u": noem(ook, w.uitdaging)}] if ook else []
    trap = 2 if not eerst else 0 if eerst == set(a.eerst) else 1
    return Regeloordeel(trap, tuple(voor))


def _voor(a: Antwoorden, k: Menukandidaat, w: Woorden) -> Regeloordeel:
    if not a.voor:
        return NIETS
    samen = k.doelgroepen & set(a.voor)
    if samen:
        return Regeloordeel(0, (_("Is voor %(d)s") % {"d": noem(samen, w.doelgroep)},))
    if not k.doelgroepen:
        return Regeloordeel(1, onbekend=(_("voor wie het is"),))
    if ALLE_BEWONERS in k.doelgroepen:
        return Regeloordeel(1, (_("Is voor alle bewoners, dus ook voor hen"),))
    return Regeloordeel(2, tegen=(_("Is gemaakt voor anderen: %(d)s") % {"d": noem(k.doelgroepen, w.doelgroep)},))


def _ses(a: Antwoorden, k: Menukandidaat, _w: Woorden) -> Regeloordeel:
    if not a.lage_ses:
        return NIETS
    tegen = (
        (_("Kan verschillen in gezondheid groter maken"),) if k.verschillen == Gezondheidsverschillen.VERGROOT else ()
    )
    if k.ses == Sesgeschiktheid.SPECIAAL:
        return Regeloordeel(0, (_("Is speciaal voor mensen met een lage SES"),), tegen)
    if k.ses == Sesgeschiktheid.BEPROEFD:
        return Regeloordeel(0, (_("Is beproefd bij mensen met een lage SES"),), tegen)
    if k.ses == Sesgeschiktheid.ALLE:
        return Regeloordeel(1, (_("Past volgens de beschrijving bij elke SES"),), tegen)
    if k.ses == Sesgeschiktheid.AANPASSING:
        return Regeloordeel(3, tegen=(_("Moet voor mensen met een lage SES worden aangepast"), *tegen))
    return Regeloordeel(2, tegen=tegen, onbekend=(_("of het past bij lage SES"),))


def _uren(a: Antwoorden, k: Menukandidaat, _w: Woorden) -> Regeloordeel:
    """Hours a neighbourhood a year, or of one group. Hours for one participant say nothing of a neighbourhood."""
    if a.uren is None:
        return NIETS
    bruikbaar = [(per, n) for per, n in k.uren if per in (Eenheid.BUURTJAAR, Eenheid.GROEP)]
    if not bruikbaar:
        return Regeloordeel(1, onbekend=(_("hoeveel uren het vraagt"),))
    per, nodig = bruikbaar[0]
    wat = _("voor één groep") if per == Eenheid.GROEP else _("per jaar")
    tekst = {"n": f"{nodig:g}".replace(".", ","), "wat": wat, "uw": a.uren * WEKEN}
    if nodig <= a.uren * WEKEN:
        return Regeloordeel(0, (_("Vraagt %(n)s uur %(wat)s: dat past in uw %(uw)s uur per jaar") % tekst,))
    return Regeloordeel(2, tegen=(_("Vraagt %(n)s uur %(wat)s: meer dan uw %(uw)s uur per jaar") % tekst,))


def _mensen(a: Antwoorden, k: Menukandidaat, w: Woorden) -> Regeloordeel:
    if not a.mensen:
        return NIETS
    if not k.mensen:
        return Regeloordeel(1, onbekend=(_("wie het uitvoert"),))
    er, niet = k.mensen & set(a.mensen), k.mensen - set(a.mensen)
    voor = (_("U hebt %(m)s") % {"m": en(er, w.mens)},) if er else ()
    tegen = (_("Noemt ook %(m)s: die noemde u niet") % {"m": en(niet, w.mens)},) if niet else ()
    return Regeloordeel(0 if er else 2, voor, tegen)


def _praktijk(_a: Antwoorden, k: Menukandidaat, _w: Woorden) -> Regeloordeel:
    if not k.plekken:
        return Regeloordeel(1, onbekend=(_("welke buurt dit al doet"),))
    voor = (_("Op %(n)s plek gedaan") if k.plekken == 1 else _("Op %(n)s plekken gedaan")) % {"n": k.plekken}
    tegen = (_("%(n)s stopte ermee") % {"n": k.gestopt},) if k.gestopt else ()
    return Regeloordeel(0, (voor,), tegen)


VRAGEN: Final[dict[str, Vraagregel]] = {
    "loopt": _loopt,
    "uitdaging": _uitdaging,
    "ziekte": buurtregels.ziekte,
    "voor": _voor,
    "leeftijd": buurtregels.leeftijd,
    "ses": _ses,
    "kracht": buurtregels.kracht,
    "aard": buurtregels.aard,
    "uren": _uren,
    "mensen": _mensen,
    "middelen": buurtregels.middelen,
    "zorgpad": buurtregels.zorgpad,
    "praktijk": _praktijk,
}

# Which answers a rule needs: without them it has nothing to say of any plan.
GEVRAAGD: Final[dict[str, Callable[[Antwoorden], bool]]] = {
    "loopt": lambda a: bool(a.loopt),
    "uitdaging": lambda a: bool(a.eerst or a.ook),
    "ziekte": lambda a: bool(a.ziekte),
    "voor": lambda a: bool(a.voor),
    "leeftijd": lambda a: bool(a.leeftijd),
    "ses": lambda a: a.lage_ses,
    "kracht": lambda a: bool(a.kracht),
    "aard": lambda a: bool(a.aard),
    "uren": lambda a: a.uren is not None,
    "mensen": lambda a: bool(a.mensen),
    "middelen": lambda a: bool(a.middelen),
    "zorgpad": lambda a: bool(a.loopt),
    "praktijk": lambda a: True,
}

# What of the answers its rule looks at: who asks something else of one question asks the same of the others.
VRAAGT_NAAR: Final[dict[str, Callable[[Antwoorden], Hashable]]] = {
    "loopt": lambda a: a.loopt,
    "uitdaging": lambda a: (a.eerst, a.ook),
    "ziekte": lambda a: a.ziekte,
    "voor": lambda a: a.voor,
    "leeftijd": lambda a: a.leeftijd,
    "ses": lambda a: a.lage_ses,
    "kracht": lambda a: a.kracht,
    "aard": lambda a: a.aard,
    "uren": lambda a: a.uren,
    "mensen": lambda a: a.mensen,
    "middelen": lambda a: a.middelen,
    "zorgpad": lambda a: a.loopt,
    "praktijk": lambda a: (),
}

# What of a plan its rule looks at: two thousand plans differ in a few dozen of these, and each is judged once.
HANGT_AF: Final[dict[str, Callable[[Menukandidaat], Hashable]]] = {
    "loopt": lambda k: k.slug,
    "uitdaging": lambda k: k.uitdagingen,
    "ziekte": lambda k: k.onderwerpen,
    "voor": lambda k: k.doelgroepen,
    "leeftijd": lambda k: k.leeftijden,
    "ses": lambda k: (k.ses, k.verschillen),
    "kracht": lambda k: (k.waar, k.mensen),
    "aard": lambda k: k.aarden,
    "uren": lambda k: k.uren,
    "mensen": lambda k: k.mensen,
    "middelen": lambda k: k.vraagt,
    "zorgpad": lambda k: k.paden,
    "praktijk": lambda k: (k.plekken, k.gestopt),
}
