"""The documents of a version, for its network; and the PDF of what somebody signed, for who has its fingerprint."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kennisplatform.deelnemers.deur import Verzoek, deur, voor_iedereen
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.rechten import Doe
from menukaart.commitment.tekenen import getekend
from menukaart.commitment.voorwaarden import voorwaarden_van
from menukaart.plan.models import Planversie
from menukaart.stukken import pdf, word
from menukaart.stukken.soorten import STUKKEN, Planstuk, context

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@deur(Doe.ZIEN, "buurtplan")
def lijst(request: Verzoek, buurt: Buurt) -> HttpResponse:
    versie = Planversie.objects.filter(plan__buurt=buurt).select_related("plan").defer("inhoud").first()
    bewaard = versie.pdf if versie and hasattr(versie, "pdf") else None
    inhoud = {
        "buurt": buurt,
        "versie": versie,
        "stukken": STUKKEN.values(),
        "kan_pdf": pdf.kan_pdf(),
        "bewaard": bewaard,
        "voorwaarden": voorwaarden_van(versie) if versie else None,
    }
    return render(request, "stukken/lijst.html", inhoud)


@require_safe
@deur(Doe.ZIEN, "buurtplan")
def blad(request: Verzoek, buurt: Buurt, nummer: int, soort: str) -> HttpResponse:
    """To read on the screen, and to print: also where no PDF can be made."""
    stuk, versie = _vind(buurt, nummer, soort)
    return render(request, stuk.sjabloon, context(stuk, versie))


@require_safe
@deur(Doe.ZIEN, "buurtplan")
def als_pdf(request: Verzoek, buurt: Buurt, nummer: int, soort: str) -> HttpResponse:
    """Of the plan, always the one that was kept: its fingerprint is known."""
    stuk, versie = _vind(buurt, nummer, soort)
    try:
        bewaard = pdf.bewaar(versie) if stuk.code == "plan" else None
        inhoud = bytes(bewaard.bestand) if bewaard else pdf.teken(stuk, versie)
    except pdf.GeenPdf:
        messages.info(
            request, _("Hier kan nu geen PDF worden gemaakt. Druk deze bladzijde af, of bewaar haar als PDF.")
        )
        return redirect("stuk", buurt.slug, nummer, soort)
    return _bestand(inhoud, PDF, f"{soort}-{buurt.slug}-{nummer}.pdf")


@require_safe
@deur(Doe.ZIEN, "buurtplan")
def als_word(request: Verzoek, buurt: Buurt, nummer: int, soort: str) -> HttpResponse:
    stuk, versie = _vind(buurt, nummer, soort)
    if not stuk.word:
        raise Http404
    return _bestand(word.maak(stuk, versie), DOCX, f"{soort}-{buurt.slug}-{nummer}.docx")


@require_safe
@voor_iedereen
def bewezen_pdf(request: Verzoek, vingerafdruk: str) -> HttpResponse:
    """The very file that was kept of a version which somebody signed."""
    versie = get_object_or_404(getekend().select_related("pdf"), vingerafdruk=vingerafdruk, pdf__isnull=False)
    return _bestand(bytes(versie.pdf.bestand), PDF, f"buurtplan-{vingerafdruk[:12]}.pdf")


def _vind(buurt: Buurt, nummer: int, soort: str) -> tuple[Planstuk, Planversie]:
    if soort not in STUKKEN:
        raise Http404
    versies = Planversie.objects.select_related("plan__buurt")
    return STUKKEN[soort], get_object_or_404(versies, plan__buurt=buurt, nummer=nummer)


def _bestand(inhoud: bytes, soort: str, naam: str) -> HttpResponse:
    antwoord = HttpResponse(inhoud, content_type=soort)
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord["X-Robots-Tag"] = "noindex"
    return antwoord
