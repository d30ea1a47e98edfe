"""A tagged PDF of a page, by WeasyPrint. That loads a library of the system (pango), so it is only loaded when one is drawn;
where it is missing the site says so and offers the page to print.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import hashlib
import logging
import sys
import threading
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.contrib.staticfiles import finders
from django.db.models import F, Q, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone, translation
from PIL import ImageFile

from kennisplatform.basis.losse_rijen import meld
from kennisplatform.ernaast import Ernaast
from menukaart.commitment.tekenen import getekend
from menukaart.commitment.voorwaarden import met_voorwaarden, voorwaarden_van
from menukaart.plan.models import Planversie
from menukaart.stukken.models import Planpdf
from menukaart.stukken.soorten import STUKKEN, Planstuk, context

log = logging.getLogger(__name__)
BIBLIOTHEKEN: Final = ("libgobject-2.0.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz.so.0")
OPMAAK: Final = ("css/stuk.css", "css/stuk_pdf.css")
MEESTE: Final = 200  # of one look
LAATST: Final = dt.timedelta(days=1)
EEN_TEGELIJK: Final = threading.Lock()  # fonts are shared by the drawings of a process


class GeenPdf(Exception):
    """This machine can't draw one."""


@cache
def kan_pdf() -> bool:
    """A quick look on Linux; elsewhere the libraries have other names, and loading it is the only answer."""
    if not sys.platform.startswith("linux"):
        return _weasyprint() is not None
    try:
        for naam in BIBLIOTHEKEN:
            ctypes.CDLL(naam)
    except OSError:
        return False
    return True


@cache
def _weasyprint() -> Any:
    heel = ImageFile.LOAD_TRUNCATED_IMAGES
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it warns of every rule that is for a screen
    try:
        # It takes a second, and libraries that may not be there.
        import weasyprint  # type: ignore[import-untyped]  # noqa: PLC0415
    except (ImportError, OSError):
        log.warning("WeasyPrint can't be loaded: no PDF, only pages to print")
        return None
    finally:
        # It tells Pillow, for the whole process, to make do with half a picture: the upload gate would let those in.
        ImageFile.LOAD_TRUNCATED_IMAGES = heel
    return weasyprint


def teken(stuk: Planstuk, versie: Planversie) -> bytes:
    """Raises GeenPdf. Nothing is fetched: style and fonts are files of ours."""
    weasy = _weasyprint() if kan_pdf() else None
    if weasy is None:
        raise GeenPdf
    with translation.override("nl"):
        html = render_to_string(stuk.sjabloon, context(stuk, versie) | {"als_pdf": True})
    with EEN_TEGELIJK:
        haler, letters, bladen = _opmaak()
        document = weasy.HTML(string=html, base_url="stuk:/", url_fetcher=haler)
        return document.write_pdf(stylesheets=bladen, font_config=letters, pdf_variant="pdf/ua-1")


@cache
def _opmaak() -> tuple[Any, Any, list[Any]]:
    """Style and fonts, read once a process: unpacking the fonts is more than half of a drawing."""
    weasy = _weasyprint()
    haler, letters = _haler(weasy), weasy.text.fonts.FontConfiguration()
    bladen = [weasy.CSS(filename=_pad(naam), url_fetcher=haler, font_config=letters) for naam in OPMAAK]
    return haler, letters, bladen


def _pad(naam: str) -> str:
    gevonden = finders.find(naam)
    assert isinstance(gevonden, str), naam
    return gevonden


def _haler(weasy: Any) -> Any:
    """Fonts and style of ours by their name; anything else, such as an address that somebody typed, is refused."""

    class Eigen(weasy.urls.URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            for map_, soort in (("lettertypen/", "font/woff2"), ("css/", "text/css")):
                naam = url.rpartition(map_)[2] if map_ in url else ""
                pad = finders.find(map_ + naam) if naam and ".." not in naam else None
                if isinstance(pad, str):
                    return weasy.urls.URLFetcherResponse(url, Path(pad).read_bytes(), {"Content-Type": soort})
            raise ValueError(f"no file of ours: {url[:80]}")

    return Eigen()


def bewaar(versie: Planversie) -> Planpdf | None:
    """The PDF of the plan, drawn once; None where it can't be. Drawn again it would have another fingerprint: that is done
    only when the committee set conditions afterwards and nobody signed yet.
    """
    bestaat = Planpdf.objects.filter(versie=versie).first()
    if bestaat is not None and not _mist_voorwaarden(bestaat, versie):
        return bestaat
    try:
        inhoud = teken(STUKKEN["plan"], versie)
    except GeenPdf:
        return bestaat
    vast = {"bestand": inhoud, "vingerafdruk": hashlib.sha256(inhoud).hexdigest()}
    if bestaat is None:
        return Planpdf.objects.get_or_create(versie=versie, defaults=vast)[0]
    # Of two that draw at once the first is kept; and none once somebody signed, also while this one was drawn.
    staat = Planpdf.objects.filter(pk=bestaat.pk, vingerafdruk=bestaat.vingerafdruk)
    staat.exclude(versie__in=getekend().values("pk")).update(**vast, gemaakt=timezone.now())
    return Planpdf.objects.get(pk=bestaat.pk)


def _mist_voorwaarden(bewaard: Planpdf, versie: Planversie) -> bool:
    besluit = voorwaarden_van(versie)
    later = besluit is not None and besluit.besloten_op is not None and besluit.besloten_op > bewaard.gemaakt
    return later and not getekend().filter(pk=versie.pk).exists()


def bij_vaststellen(versie: int) -> None:
    """After the plan was laid down, and outside its transaction: drawing takes seconds, so beside the request. Failing is no
    reason to undo that: the night tries again.
    """
    hoe = settings.STUKKEN["DIRECT"]
    if hoe == "draad":
        ernaast.wek()
    elif hoe == "meteen":
        _bewaar_zeker(Planversie.objects.select_related("plan__buurt").get(pk=versie))


def _bewaar_zeker(versie: Planversie) -> bool:
    try:
        return bewaar(versie) is not None
    except Exception as fout:
        meld("pdf van een vastgesteld plan", versie, fout)
        return False


def wachtend() -> QuerySet[Planversie]:
    """Versions without a PDF that were laid down lately or can be signed; and those where conditions came after theirs."""
    vers = Q(op__gte=timezone.now() - LAATST) | Q(indieningen__isnull=False)
    later = Q(pk__in=met_voorwaarden().values("pk"), indieningen__besloten_op__gt=F("pdf__gemaakt"))
    rij = Planversie.objects.filter(Q(pdf__isnull=True) & vers | later & ~Q(pk__in=getekend().values("pk")))
    return rij.select_related("plan__buurt").distinct().order_by("-op", "-pk")


def haal_in() -> int:
    """What waits; the last ones first, for somebody looks at those now. Also work of the night."""
    return sum(_bewaar_zeker(versie) for versie in list(wachtend()[:MEESTE])) if kan_pdf() else 0


ernaast: Final = Ernaast("PDFs of plans", haal_in)
