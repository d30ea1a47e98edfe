"""Rules about the neighbourhood itself: what is common, who lives there, what goes well, what is there to begin with."""

from __future__ import annotations

from menukaart.kiezen.opmaat.kandidaat import NIETS, Menukandidaat, Regeloordeel, Woorden, noem
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.opmaat.regelboek import regelboek
from menukaart.kiezen.opmaat.taal import gettext as _


def ziekte(a: Antwoorden, k: Menukandidaat, w: Woorden) -> Regeloordeel:
    if not a.ziekte:
        return NIETS
    samen = k.onderwerpen & set(a.ziekte)
    if not samen:
        return Regeloordeel(1)
    return Regeloordeel(0, (_("Past bij wat veel voorkomt, omdat het gaat over %(z)s") % {"z": noem(samen, w.ziekte)},))


def leeftijd(a: Antwoorden, k: Menukandidaat, w: Woorden) -> Regeloordeel:
    if not a.leeftijd:
        return NIETS
    if not k.leeftijden:
        return Regeloordeel(1, onbekend=(_("voor welke leeftijd het is"),))
    samen = k.leeftijden & set(a.leeftijd)
    if samen:
        voor = _("Past bij wie er wonen, omdat het ook is voor %(l)s") % {"l": noem(samen, w.leeftijd)}
        return Regeloordeel(0, (voor,))
    return Regeloordeel(2, tegen=(_("Is voor een andere leeftijd: %(l)s") % {"l": noem(k.leeftijden, w.leeftijd)},))


def kracht(a: Antwoorden, k: Menukandidaat, _w: Woorden) -> Regeloordeel:
    """A strength that it does not build on speaks not against it: it may need none."""
    if not a.kracht:
        return NIETS
    if not (k.waar or k.mensen):
        return Regeloordeel(1, onbekend=(_("waar het is en wie het doet"),))
    raak = [s for s in regelboek().krachten if s.code in a.kracht and (s.waar & k.waar or s.mensen & k.mensen)]
    if not raak:
        return Regeloordeel(1)
    tekst = _("Past bij wat goed gaat: ‘%(k)s’, omdat %(omdat)s")
    return Regeloordeel(0, tuple(tekst % {"k": s.naam, "omdat": s.omdat} for s in raak))


def aard(a: Antwoorden, k: Menukandidaat, _w: Woorden) -> Regeloordeel:
    namen = regelboek().aardnamen
    if a.aard not in namen:
        return NIETS
    if not k.aarden:
        return Regeloordeel(1, onbekend=(_("of het voor een dorp of voor een stad is bedacht"),))
    if a.aard in k.aarden:
        return Regeloordeel(0, (_("Past bij %(a)s, omdat de beschrijving dat noemt") % {"a": namen[a.aard]},))
    anders = noem(k.aarden, namen)
    return Regeloordeel(2, tegen=(_("De beschrijving noemt een andere buurt: %(a)s") % {"a": anders},))


def middelen(a: Antwoorden, k: Menukandidaat, _w: Woorden) -> Regeloordeel:
    """What it asks in its own words, so that whoever reads can judge whether we recognised it."""
    if not a.middelen:
        return NIETS
    if not k.vraagt:
        return Regeloordeel(1, onbekend=(_("wat er verder voor moet zijn"),))
    namen = regelboek().middelnamen
    if k.vraagt[0][0] not in namen:
        return Regeloordeel(1, onbekend=(_("of er is wat het vraagt: ‘%(zin)s’") % {"zin": k.vraagt[0][1]},))
    er = [code for code in dict(k.vraagt) if code in a.middelen]
    voor = tuple(_("Er is wat het vraagt: %(m)s") % {"m": namen[code]} for code in er)
    tegen = tuple(
        _("Vraagt %(m)s, en dat noemde u niet: ‘%(zin)s’") % {"m": namen[code], "zin": zin}
        for code, zin in k.vraagt
        if code not in a.middelen
    )
    return Regeloordeel(2 if tegen else 0, voor, tegen)


def zorgpad(a: Antwoorden, k: Menukandidaat, _w: Woorden) -> Regeloordeel:
    """Only where somebody said what runs: else nobody knows whether the pathway does."""
    if not k.paden or not a.loopt:
        return NIETS
    loopt = [titel for slug, titel in k.paden if slug in a.loopt]
    niet = [titel for slug, titel in k.paden if slug not in a.loopt]
    voor = tuple(_("Sluit aan op het zorgpad ‘%(t)s’, dat bij u loopt") % {"t": titel} for titel in loopt)
    tegen = tuple(_("Hoort bij het zorgpad ‘%(t)s’: dat loopt nog niet") % {"t": titel} for titel in niet)
    return Regeloordeel(0 if loopt else 1, voor, () if loopt else tegen)
