"""Near-empty examples of an older load lead to the one page; the one that somebody wrote on stays."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.inhoudlader.models import Geladen
from leernetwerk import verhuisd
from tests.voorbeelden import geplaatst


def test_what_was_only_loaded_leads_on_and_what_an_editor_changed_stays(db: None, client: Any) -> None:
    buurt = Buurt.objects.first()
    geladen, gewijzigd, zonder_spoor = (
        geplaatst(buurt, slug, titel=slug) for slug in ("de-wulverhorst", "g10-buurtbeelden", "laefhoes-america")
    )
    later, eerder = timezone.now() + dt.timedelta(minutes=1), timezone.now() - dt.timedelta(days=1)
    for pagina, op in ((geladen, later), (gewijzigd, eerder)):
        Geladen.objects.create(pad=f"x/{pagina.slug}.toml", hash="x", sleutel=f"pagina:{pagina.pk}", op=op)
    verhuisd.leid_door()
    live = {p.slug: p.live for p in Page.objects.filter(pk__in=[geladen.pk, gewijzigd.pk, zonder_spoor.pk])}
    assert live == {"de-wulverhorst": False, "g10-buurtbeelden": True, "laefhoes-america": True}
    antwoord = client.get("/leernetwerk/de-wulverhorst/")
    assert (antwoord.status_code, antwoord.url.rstrip("/").rpartition("/")[2]) == (301, verhuisd.NAAR)
    assert client.get(gewijzigd.url).status_code == 200
