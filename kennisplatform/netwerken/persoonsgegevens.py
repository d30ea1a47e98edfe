"""What the networks keep about a person, for 'Mijn gegevens'."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.netwerken.models import Aanvraag, Afspraak, Meedoewens, Overdracht, Uitnodiging, Werkwijze


def _aanvragen(wie: Gebruiker) -> list[dict[str, Any]]:
    return [
        {
            _t("buurt"): a.buurt.naam,
            _t("op"): a.gemaakt.isoformat(),
            _t("functie"): a.functie,
            _t("bericht"): a.bericht,
            _t("antwoord"): a.get_besluit_display(),
            _t("reden"): a.reden,
        }
        for a in Aanvraag.objects.filter(persoon=wie).select_related("buurt")
    ]


def _uitnodigingen(wie: Gebruiker) -> list[dict[str, Any]]:
    aan = Uitnodiging.objects.filter(email__iexact=wie.email).select_related("buurt")
    van = Uitnodiging.objects.filter(door=wie).select_related("buurt")
    return [
        {_t("soort"): soort, _t("buurt"): u.buurt.naam, _t("rol"): u.get_rol_display(), _t("op"): u.gemaakt.isoformat()}
        for soort, rij in ((_t("aan u"), aan), (_t("door u verstuurd"), van))
        for u in rij
    ]


def _vergeet_uitnodigingen(wie: Gebruiker) -> None:
    Uitnodiging.objects.filter(email__iexact=wie.email).delete()


def _meedoewensen(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Meedoewens.objects.filter(mail__iexact=wie.email).select_related("buurt")
    return [{_t("buurt"): w.buurt.naam, _t("op"): w.gemaakt.isoformat(), _t("bericht"): w.tekst} for w in rij]


def _vergeet_meedoewensen(wie: Gebruiker) -> None:
    Meedoewens.objects.filter(mail__iexact=wie.email).delete()


def _werkwijzen(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Werkwijze.objects.filter(door=wie) | Werkwijze.objects.filter(bevestigd_door=wie)
    return [
        {_t("buurt"): w.buurt.naam, _t("versie"): w.nummer, _t("op"): w.op.isoformat()}
        for w in rij.select_related("buurt").distinct()
    ]


def _afspraken(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Afspraak.objects.filter(wie=wie) | Afspraak.objects.filter(door=wie)
    return [{_t("buurt"): a.buurt.naam, _t("afspraak"): a.wat} for a in rij.select_related("buurt").distinct()]


def _overdrachten(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Overdracht.objects.filter(naar=wie) | Overdracht.objects.filter(door=wie)
    return [
        {
            _t("buurt"): o.buurt.naam,
            _t("rol"): o.lid.get_rol_display(),
            _t("u bent"): _t("gevraagd") if o.naar_id == wie.pk else _t("de vrager"),
            _t("antwoord"): o.get_stand_display(),
        }
        for o in rij.select_related("buurt", "lid").distinct()
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "overdrachten",
        _("Rollen die u werd gevraagd over te nemen, of aan een ander vroeg"),
        _("Zodat een rol pas overgaat als de ander ja zegt."),
        _("Zolang het lidmaatschap er is. Wat u gevraagd is, gaat weg met uw account."),
        _overdrachten,
        gegevens.niets,  # what was asked of somebody goes with the account's row; SET_NULL for who asked
    ),
    gegevens.Persoonsgegevens(
        "afspraken",
        _("Afspraken die u maakte, of zou doen"),
        _("Zodat uw netwerk weet wie wat doet."),
        _("De tekst blijft bij het netwerk. Uw naam gaat eraf."),
        _afspraken,
        gegevens.niets,  # SET_NULL
    ),
    gegevens.Persoonsgegevens(
        "aanvragen",
        _("Waar u vroeg om mee te doen"),
        _("Zodat de kartrekkers u konden antwoorden."),
        _("Een jaar na het antwoord. Gaat weg met uw account."),
        _aanvragen,
        gegevens.niets,  # goes with the account's row
    ),
    gegevens.Persoonsgegevens(
        "meedoewensen",
        _("Berichten waarin u zonder account vroeg om mee te doen"),
        _("Zodat het netwerk u kon antwoorden."),
        _("Tot het netwerk antwoordt, hooguit twee maanden. Gaat weg met uw account."),
        _meedoewensen,
        _vergeet_meedoewensen,
    ),
    gegevens.Persoonsgegevens(
        "uitnodigingen",
        _("Uitnodigingen aan u en van u"),
        _("Zodat een uitnodiging één keer werkt en alleen voor u."),
        _("Tot een maand na de laatste dag dat ze geldt. Wat naar u ging, gaat weg met uw account."),
        _uitnodigingen,
        _vergeet_uitnodigingen,
    ),
    gegevens.Persoonsgegevens(
        "werkwijze",
        _("Versies van ‘Zo werken wij hier’ die u schreef of bevestigde"),
        _("Zodat uw netwerk weet van wie een tekst komt."),
        _("De tekst blijft bij het netwerk. Uw naam gaat eraf."),
        _werkwijzen,
        gegevens.niets,  # SET_NULL
    ),
]
