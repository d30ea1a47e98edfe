"""Two pages of the menu become one: what networks chose, what runs and which elements it has go over to the other."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kennisplatform.basis.paginasporen import Paginaspoor, Paginawissel
from kennisplatform.basis.velden import regels
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Gebruiker, Lidmaatschap
from kennisplatform.volgen.melden import meld
from menukaart.kiezen.keuzes import Beschikbaar, Gebeurd, Keuzestand
from menukaart.kiezen.models import Buurtprofiel, Elementregel, Keuze, Keuzegebeurtenis, Keuzeopmerking, Stem
from menukaart.kiezen.models.keuze import LANG

# What weighs more, where both were on one list: what was chosen, then what is still talked about.
_GEWICHT = {Keuzestand.GEKOZEN: 2, Keuzestand.OVERWOGEN: 1, Keuzestand.NU_NIET: 0}
_BESLUIT = ("stand", "reden", "besloten_door", "besloten_op", "bewijs_toen")


def _kijk(wissel: Paginawissel) -> list[str]:
    buurten = list(Keuze.objects.filter(pagina__in=wissel.per_pk).values_list("buurt_id", flat=True))
    dubbel = Keuze.objects.filter(pagina=wissel.nieuw, buurt__in=buurten).count()
    uit = []
    if n := len(buurten):
        tekst = ngettext(
            "Op de keuzelijst van %(n)s netwerk staat zij: keuze, stemmen en opmerkingen gaan mee, en het netwerk hoort het.",
            "Op de keuzelijst van %(n)s netwerken staat zij: keuze, stemmen en opmerkingen gaan mee, en zij horen het.",
            n,
        )
        uit.append(tekst % {"n": n})
    if dubbel:
        tekst = ngettext(
            "Bij %(n)s daarvan staan beide op de lijst: dat wordt één keuze. Wat gekozen is, blijft gekozen.",
            "Bij %(n)s daarvan staan beide op de lijst: dat wordt telkens één keuze. Wat gekozen is, blijft gekozen.",
            dubbel,
        )
        uit.append(tekst % {"n": dubbel})
    if n := len(_profielen(wissel)):
        tekst = ngettext(
            "In het profiel van %(n)s buurt staat dat zij al loopt. Dat gaat mee.",
            "In het profiel van %(n)s buurten staat dat zij al loopt. Dat gaat mee.",
            n,
        )
        uit.append(tekst % {"n": n})
    for regel in _elementregels(wissel):
        mee = _("De regel bij ‘%(element)s’ gaat mee.")
        weg = _("De regel bij ‘%(element)s’ vervalt: de andere heeft hem niet bij ‘wat mag niet weg?’.")
        uit.append((mee if _blijft(regel, wissel) else weg) % {"element": regel.element.naam})
    return uit


def _doe(wissel: Paginawissel) -> None:
    for keuze in Keuze.objects.filter(pagina__in=wissel.per_pk).select_related("buurt").order_by("pk"):
        staat = Keuze.objects.filter(buurt=keuze.buurt, pagina=wissel.nieuw.pk).first()
        _noteer(_voeg(keuze, staat) if staat else _hang_om(keuze, wissel), keuze, wissel)
    for profiel in _profielen(wissel):
        loopt = [wissel.nieuw.slug if slug == wissel.oud.slug else slug for slug in profiel.loopt]
        Buurtprofiel.objects.filter(pk=profiel.pk).update(loopt=list(dict.fromkeys(loopt)))
    for regel in _elementregels(wissel):
        if _blijft(regel, wissel):
            regel.interventie = wissel.nieuw.slug
            regel.save(update_fields=["interventie"])
        else:
            regel.delete()


def _hang_om(keuze: Keuze, wissel: Paginawissel) -> Keuze:
    keuze.pagina_id, keuze.naam = wissel.nieuw.pk, wissel.nieuw.title
    keuze.save(update_fields=["pagina", "naam"])
    return keuze


def _voeg(gaat: Keuze, staat: Keuze) -> Keuze:
    """Both were on the list. Nothing that somebody wrote is lost: two reasons stand below each other."""
    if _GEWICHT[Keuzestand(gaat.stand)] > _GEWICHT[Keuzestand(staat.stand)]:
        for veld in _BESLUIT:
            setattr(staat, veld, getattr(gaat, veld))
    staat.waarom, staat.aangepast = _samen(staat.waarom, gaat.waarom), _samen(staat.aangepast, gaat.aangepast)
    weet = {wat: er for wat, er in staat.aanwezig.items() if er != Beschikbaar.ONBEKEND}
    staat.aanwezig = staat.aanwezig | gaat.aanwezig | weet
    staat.geraakt = list(dict.fromkeys([*staat.geraakt, *gaat.geraakt]))
    staat.save()
    for stem in Stem.objects.filter(keuze=gaat):
        dubbel = Stem.objects.filter(keuze=staat, persoon=stem.persoon_id).exclude(persoon=None).first()
        if dubbel and dubbel.op >= stem.op:
            continue  # the later word of the same person counts
        if dubbel:
            dubbel.delete()
        Stem.objects.filter(pk=stem.pk).update(keuze=staat)
    for model in (Keuzeopmerking, Keuzegebeurtenis):
        model.objects.filter(keuze=gaat).update(keuze=staat)
    Keuze.objects.filter(pk=gaat.pk).delete()
    return staat


def _samen(een: str, twee: str) -> str:
    delen = [deel for deel in dict.fromkeys((een.strip(), twee.strip())) if deel]
    return "\n".join(delen)[:LANG]


def _noteer(keuze: Keuze, gaat: Keuze, wissel: Paginawissel) -> None:
    """In the history of the choice, and a word to who is in that network."""
    namen = {"oud": wissel.oud.title, "nieuw": wissel.nieuw.title}
    tekst = _("‘%(oud)s’ is opgegaan in ‘%(nieuw)s’.") % namen
    if gaat.pk != keuze.pk or gaat.besloten:
        stond = ": ".join(filter(None, (gaat.get_stand_display(), gaat.reden)))
        tekst += " " + _("Daar stond: %(stond)s") % {"stond": stond}
    vorige = gaat.pk if gaat.pk != keuze.pk else None  # its address leads on
    Keuzegebeurtenis.objects.create(keuze=keuze, wat=Gebeurd.SAMEN, tekst=tekst, vorige=vorige, door=wissel.door)
    leden = Lidmaatschap.objects.lopend().filter(buurt=keuze.buurt, persoon__is_active=True).values("persoon")
    meld(
        soort="keuze",
        over=(),
        titel=_("‘%(oud)s’ op uw keuzelijst heet nu ‘%(nieuw)s’") % namen,
        uitleg=_("De redactie voegde twee beschrijvingen samen. Uw keuze, stemmen en opmerkingen gingen mee."),
        adres=reverse("keuze", args=[keuze.buurt.slug, keuze.pk]),
        kenmerk=f"samen:{wissel.oud.pk}:{keuze.buurt_id}",
        door=wissel.door,
        zichtbaarheid=Zichtbaarheid.EIGEN,
        buurt=keuze.buurt,
        extra_aan=Gebruiker.objects.filter(pk__in=leden),
    )


def _profielen(wissel: Paginawissel) -> list[Buurtprofiel]:
    return [p for p in Buurtprofiel.objects.all() if wissel.oud.slug in (p.loopt or ())]


def _elementregels(wissel: Paginawissel) -> list[Elementregel]:
    return list(Elementregel.objects.filter(interventie=wissel.oud.slug).select_related("element"))


def _blijft(regel: Elementregel, wissel: Paginawissel) -> bool:
    """A line is read beside the page that says it: one that the other page does not say has no place there."""
    zegt = regel.regel in regels(getattr(wissel.nieuw.specific, "werkzame_elementen", "") or "")
    er = Elementregel.objects.filter(element=regel.element_id, interventie=wissel.nieuw.slug).exists()
    return zegt and not er


SPOOR = Paginaspoor("keuzelijsten", _kijk, _doe, ("kiezen.Keuze.pagina",))
