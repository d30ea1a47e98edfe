"""Public addresses of every kind, from what stands in the demo: pages of each type and language, lists, feeds."""

from __future__ import annotations

import re

from django.urls import reverse
from wagtail.models import Page, get_page_models

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.gesprek.models import Bijdrage
from kennisplatform.preventie.models import Collectie
from menukaart.models import Interventie

PER_SOORT = 2
SLEUTEL = re.compile(
    rb'name="(?:csrfmiddlewaretoken|sleutel)" value="[\w-]+"'
)  # another one each time, for the same person too
LIJSTEN = (
    "/menukaart/?thema=zorgzame-buurt",
    "/menukaart/?q=vallen&volgorde=sterkte",
    "/menukaart/?volgorde=praktijk&apart=in-balans",
    "/menukaart/vergelijk/?v=in-balans&v=otago&verschillen=1",
    "/leernetwerk/?volgorde=nieuw",
    "/zoeken/?q=vallen",
    "/zoeken/?q=emmen",
    "/preventie/?pagina=2",
    "/sitemap.xml",
    "/leernetwerk/feed.xml",
    "/leernetwerk/feed.json",
    "/leernetwerk/agenda/",
    "/leernetwerk/agenda/?eerder=1",
    "/leernetwerk/agenda/feed.xml",
    "/leernetwerk/agenda/feed.json",
    "/leernetwerk/agenda/agenda.ics",
    "/leernetwerk/gesprek/",
    "/buurten/",
    "/onderzoek/",
    "/buurten/?q=emmen",
    "/leernetwerk/uitgelicht/",
    "/straat/zorgzame-buurt/320/emmen.svg",
)


def openbare_adressen(talen: tuple[str, ...] = ("nl", "en", "ar"), per_soort: int = PER_SOORT) -> list[str]:
    uit = list(LIJSTEN)
    for model in get_page_models():
        for taal in talen:
            rij = openbaar(model.objects.filter(locale__language_code=taal, depth__gt=1)).order_by("pk")
            uit += [pad_op_site(pad, taal) for pad in rij.values_list("url_path", flat=True)[:per_soort]]
    for slug in ("emmen", *Buurt.objects.order_by("pk").values_list("slug", flat=True)[:per_soort]):
        uit += [reverse(naam, args=[slug]) for naam in ("buurt", "buurtcijfers", "buurtcijfers_csv", "vergelijkbaar")]
    komend = Bijeenkomst.objects.openbaar().komend()[:per_soort]
    uit += [een.get_absolute_url() for een in komend]
    uit += [reverse("bijeenkomst_ics", args=[een.slug]) for een in komend]
    openbare = Bijdrage.objects.filter(vraag__isnull=True).te_lezen(None)
    uit += [reverse("gesprek", args=[een.pk]) for een in openbare[:per_soort]]
    met_gesprek = Page.objects.filter(pk__in=openbare.values("pagina"))[:per_soort]
    uit += [pad_op_site(een.url_path, een.locale.language_code) for een in met_gesprek]
    uit.append(reverse("vergelijk_voorbeelden", args=[Interventie.objects.get(slug="in-balans").pk]))
    uit += [reverse("collectie_feed", args=[een.pk]) for een in openbaar(Collectie.objects.all())[:per_soort]]
    return list(dict.fromkeys(uit))
