"""The network's side: which version is signed, who is asked, who signed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kennisplatform.deelnemers.deur import Verzoek, deur
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from menukaart.commitment import herinneren, tekenen
from menukaart.commitment.formulieren import VraagHandtekening
from menukaart.commitment.models import Handtekening, Handtekeningstand
from menukaart.commitment.tekenen import Tekenbezwaar, te_tekenen
from menukaart.commitment.verschil import verschillen
from menukaart.commitment.voorwaarden import voorwaarden_van
from menukaart.plan.bevriezen import in_vieren, lees
from menukaart.plan.lezen import gelezen
from menukaart.plan.models import Planversie

VERSCHILLEN = 40  # lines on the page


@require_safe
@deur(Doe.ZIEN, "buurtplan")
def lezen(request: Verzoek, buurt: Buurt) -> HttpResponse:
    versie = te_tekenen(buurt)
    context: dict[str, object] = {
        "buurt": buurt,
        "versie": versie,
        "van_vroeger": tekenen.van_vroeger(buurt),
        "vragen": mag(request.user, Doe.BESLISSEN, buurt, "buurtplan"),
    }
    if versie:
        rij = list(versie.handtekeningen.exclude(stand=Handtekeningstand.VERVALLEN))
        eerder = _vorige(versie)
        nieuwer = Planversie.objects.filter(plan=versie.plan_id, nummer__gt=versie.nummer).first()
        anders = verschillen(lees(eerder), lees(versie)) if eerder else []
        context |= {
            "gelezen": gelezen(versie),
            "voorwaarden": voorwaarden_van(versie),
            "vieren": in_vieren(versie.vingerafdruk),
            "handtekeningen": rij,
            "getekend": sum(h.stand == Handtekeningstand.GETEKEND for h in rij),
            "iemand_wacht": any(h.wacht for h in rij),
            "eerder": eerder,
            "verschillen": anders[:VERSCHILLEN],
            "meer": max(0, len(anders) - VERSCHILLEN),
            "opnieuw": _opnieuw(eerder) if eerder and not rij else [],
            "straks": rij if nieuwer else [],
            "nee": _nee(rij),
            "nieuwer": nieuwer,
        }
    return render(request, "commitment/commitment.html", context)


def _vorige(versie: Planversie) -> Planversie | None:
    """The last version before this one that somebody was asked to sign."""
    eerder = Planversie.objects.filter(plan=versie.plan_id, nummer__lt=versie.nummer, handtekeningen__isnull=False)
    return eerder.order_by("-nummer").first()


def _opnieuw(eerder: Planversie) -> list[Handtekening]:
    """Whose signature is needed once more, when another version counts."""
    return list(eerder.handtekeningen.exclude(stand=Handtekeningstand.VERVALLEN))


def _nee(rij: list[Handtekening]) -> set[int]:
    """Who declined and was not asked again since."""
    anders = {h.email for h in rij if h.stand != Handtekeningstand.GEWEIGERD}
    return {h.pk for h in rij if h.stand == Handtekeningstand.GEWEIGERD and h.email not in anders}


@require_http_methods(["GET", "HEAD", "POST"])
@deur(Doe.BESLISSEN, "buurtplan")
def vraag(request: Verzoek, buurt: Buurt) -> HttpResponse:
    versie = te_tekenen(buurt)
    if versie is None:
        messages.error(
            request, _("De commissie ging nog niet akkoord met plan en begroting. Daarna vraagt u handtekeningen.")
        )
        return redirect("commitment", buurt.slug)
    formulier = VraagHandtekening(
        request.POST or None, instance=Handtekening(buurt=buurt, versie=versie, **_als_eerder(request, buurt))
    )
    if request.method == "POST" and formulier.is_valid():
        try:
            gevraagd = tekenen.vraag(handtekening=formulier.save(commit=False), door=request.user)
        except Tekenbezwaar as fout:
            formulier.add_error("email", str(fout))
        else:
            messages.success(request, _("%(wie)s krijgt een mail met een link.") % {"wie": gevraagd.naam})
            return redirect("commitment", buurt.slug)
    context = {
        "buurt": buurt,
        "formulier": formulier,
        "kop": _("Vraag een handtekening"),
        "vooraf": _("Deze persoon krijgt meteen een mail met een link. Wie de link opent, heeft nog niet getekend."),
        "knop": _("Stuur de vraag"),
        "terug": "..",
    }
    return render(request, "plan/rij.html", context)


def _als_eerder(request: Verzoek, buurt: Buurt) -> dict[str, str]:
    """Who is asked once more, of `?als=`: nobody types that again."""
    wens = request.GET.get("als", "")
    if not (wens.isascii() and wens.isdecimal() and len(wens) < 10):
        return {}
    eerder = Handtekening.objects.filter(buurt=buurt, pk=wens).first()
    return {naam: getattr(eerder, naam) for naam in VraagHandtekening.Meta.fields} if eerder else {}


@require_POST
@deur(Doe.BESLISSEN, "buurtplan")
def herinner(request: Verzoek, buurt: Buurt, pk: int) -> HttpResponse:
    handtekening = get_object_or_404(Handtekening, buurt=buurt, pk=pk)
    if (zet := request.POST.get("vanzelf", "")) in {"aan", "uit"}:
        herinneren.zet(handtekening=handtekening, aan=zet == "aan")
        tekst = (
            _("%(wie)s krijgt weer vanzelf een herinnering.")
            if zet == "aan"
            else _("%(wie)s krijgt vanzelf geen mail meer.")
        )
        messages.success(request, tekst % {"wie": handtekening.naam})
        return redirect("commitment", buurt.slug)
    try:
        tekenen.herinner(handtekening=handtekening, door=request.user)
    except Tekenbezwaar as fout:
        messages.error(request, str(fout))
    else:
        messages.success(
            request, _("%(wie)s krijgt een nieuwe mail. De oude link werkt niet meer.") % {"wie": handtekening.naam}
        )
    return redirect("commitment", buurt.slug)


@require_POST
@deur(Doe.BESLISSEN, "buurtplan")
def vraag_opnieuw(request: Verzoek, buurt: Buurt) -> HttpResponse:
    versie = te_tekenen(buurt)
    eerder = _vorige(versie) if versie else None
    if versie and eerder:
        keer = tekenen.vraag_opnieuw(van=eerder, naar=versie, door=request.user)
        tekst = ngettext(
            "Eén persoon krijgt een mail met wat er veranderde.",
            "%(n)s mensen krijgen een mail met wat er veranderde.",
            keer,
        )
        messages.success(request, tekst % {"n": keer})
    return redirect("commitment", buurt.slug)
