"""Where the pages of a document end: no heading stands alone, and a sum is read with what it adds up."""

from __future__ import annotations

import io
import json

import pytest
from pypdf import PdfReader

from kennisplatform.deelnemers.keuzes import Netwerkrol
from menukaart.plan.models import Planversie
from menukaart.stukken import pdf
from menukaart.stukken.soorten import STUKKEN
from tests import mensen
from tests.menukaart.plan.hulp import vol

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(not pdf.kan_pdf(), reason="pango is not on this machine")
def test_sums_stand_whole_below_their_heading() -> None:
    """With so many lines the second page was full just there: a heading on one page, and its table on the next."""
    buurt = mensen.buurt("bladenbuurt")
    vol(buurt, door=mensen.lid(buurt, Netwerkrol.KARTREKKER), plan="Soep")
    versie = Planversie.objects.get(plan__buurt=buurt)
    inhoud = json.loads(versie.inhoud)
    activiteit = inhoud["activiteiten"][0]
    een = activiteit["begroting"][0]
    for hoeveel in range(29, 36):
        activiteit["begroting"] = [een] * hoeveel
        versie.inhoud = json.dumps(inhoud)
        lezer = PdfReader(io.BytesIO(pdf.teken(STUKKEN["plan"], versie)))
        bladen = [blad.extract_text() for blad in lezer.pages]
        waar = [{nr for nr, blad in enumerate(bladen) if wat in blad} for wat in ("Per jaar en per betaler", "Waarvan")]
        assert waar[0] == waar[1] and len(waar[0]) == 1, f"{hoeveel}: {waar}"
