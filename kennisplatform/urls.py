"""The roof: every public address. No room imports this file."""

from functools import partial

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from kennisplatform.adreswijzer import Adres, Adreswijzer
from kennisplatform.api import api, niets
from kennisplatform.basis import serveren, uploads
from kennisplatform.basis import views as basis
from kennisplatform.basis.sitemap import OpenbareKaart
from kennisplatform.beheer import cspmelding, metingen
from kennisplatform.cijfers import views as cijfers
from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.netwerken.views import buurten, meepraten
from kennisplatform.post import proefpost
from kennisplatform.preventie import views as preventie
from kennisplatform.preventie import zonder_internet
from kennisplatform.preventie.feeds import CollectieFeed, OnderwerpFeed
from kennisplatform.redactie import meelezen
from kennisplatform.tekening.getekend import getekend
from kennisplatform.terugmelding import views as terugmelding
from kennisplatform.vinden import views as vinden
from kennisplatform.vragenlijsten import views as vragenlijsten
from leernetwerk import feeds as leernetwerkfeeds
from leernetwerk import views as leernetwerk

voor_altijd = partial(RedirectView.as_view, permanent=True, query_string=True)

adressen: list[Adres] = [
    path("healthz", basis.leeft),
    path("readyz", basis.klaar),
    path("metrics", metingen.metrics),
    path("csp-melding", cspmelding.ontvang),
    path("straat/<slug:palet>/<int:breed>/<slug:slug>.svg", getekend(basis.straatbeeld), name="straat"),
    path("favicon.ico", basis.straatbeeld, {"palet": "zorgzame-buurt", "breed": 120, "slug": "merk"}),
    path("account/", include("kennisplatform.toegang.urls")),
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),  # one door, not two
    path("admin/", include("kennisplatform.toegang.admindeur")),  # before Wagtail's own
    path("admin/", include("kennisplatform.redactie.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    path("api/v1/", api.urls),
    re_path(r"^api/", niets),
    path("zoeken/gekozen", vinden.gekozen, name="gekozen"),
    path("opensearch.xml", vinden.opensearch, name="opensearch"),
    path("", include("kennisplatform.eigenkamer.urls")),
    path("", include("kennisplatform.netwerken.urls")),
    path("", include("kennisplatform.cijfers.urls")),
    path("", include("kennisplatform.cijfersessies.urls")),
    path("", include("kennisplatform.vragenlijsten.urls")),
    path("", include("kennisplatform.register.urls")),
    path("", include("menukaart.kiezen.urls")),
    path("", include("zorgpaden.lokaal.urls")),
    path("", include("menukaart.plan.urls")),
    path("", include("menukaart.begroting.urls")),
    path("", include("menukaart.commitment.urls")),
    path("", include("menukaart.uitvoeren.urls")),
    path("", include("menukaart.stukken.urls")),
    path("kennis-naar-de-buurt/", include("kennisplatform.leren.urls")),
    path("professionals/", preventie.professionals, name="professionals"),
    path("meelezen/<str:bewijs>/", meelezen.lees, name="meelezen"),
    path("bewaard/", zonder_internet.bewaard, name="bewaard"),
    path("bewaarder.js", zonder_internet.bewaarder, name="bewaarder"),
    path("collecties/<int:pk>/feed.xml", getekend(CollectieFeed()), name="collectie_feed"),
    path("onderwerpen/<slug:onderwerp>/feed.xml", getekend(OnderwerpFeed()), name="onderwerp_feed"),
    path("woorden/", preventie.woorden, name="woorden"),
    path("prent/<slug:naam>.svg", getekend(preventie.prent), name="prent"),
    path("leernetwerk/feed.xml", leernetwerkfeeds.rss, name="leernetwerk_feed"),
    path("leernetwerk/feed.json", leernetwerkfeeds.json, name="leernetwerk_json"),
    path("leernetwerk/agenda/", include("kennisplatform.agenda.urls")),
    path("leernetwerk/contact/", include("leernetwerk.contact.urls")),
    path("leernetwerk/delen/", include("leernetwerk.delen.urls")),
    path("leernetwerk/gesprek/", include("kennisplatform.gesprek.urls")),
    path("leernetwerk/uitgelicht/", include("leernetwerk.podium.urls")),
    path("leernetwerk/volgen/", include("kennisplatform.volgen.urls")),
    path("sitemap.xml", getekend(sitemap), {"sitemaps": {"paginas": OpenbareKaart}}),
    path("robots.txt", basis.robots),
    path(".well-known/security.txt", basis.beveiliging),
    *uploads.adressen(settings.MEDIA_URL),
]

if settings.DEMO:  # nobody's mail may be read by everybody on a real site
    adressen += [
        path("proefpost/", voor_iedereen(proefpost.lijst), name="proefpost"),
        path("proefpost/<str:naam>/", voor_iedereen(proefpost.een), name="proefbrief"),
    ]

urlpatterns: list[Adres] = [Adreswijzer(adressen)]
urlpatterns += i18n_patterns(
    path("zoeken/", vinden.zoeken, name="zoeken"),
    path("leernetwerk/vergelijk/<int:pk>/", leernetwerk.vergelijk, name="vergelijk_voorbeelden"),
    path("buurten/", buurten.lijst, name="buurten"),
    path("buurten/<slug:slug>/", buurten.buurt, name="buurt"),
    path("buurten/<slug:slug>/meepraten/", meepraten.meepraten, name="meepraten"),
    path("buurten/<slug:slug>/cijfers/", cijfers.buurtcijfers, name="buurtcijfers"),
    path("buurten/<slug:slug>/vergelijkbaar/", cijfers.vergelijkbaar, name="vergelijkbaar"),
    path("buurten/<slug:slug>/cijfers.csv", cijfers.buurtcijfers_csv, name="buurtcijfers_csv"),
    path("invullen/ingevuld/<int:pk>/", preventie.ingevuld, name="ingevuld"),
    path("terugmelding/<int:pk>/", terugmelding.terugmelding, name="terugmelding"),
    path("terugmelding/<int:pk>/nuttig/", terugmelding.nuttig, name="nuttig"),
    path("vragen/", vragenlijsten.met_code, name="vragen_code"),
    path("vragen/<str:sleutel>/", vragenlijsten.invullen, name="vragen_invullen"),
    # Where they were before: links in mails and on other sites lead on.
    path("leernetwerk/buurten/", voor_altijd(pattern_name="buurten"), name="buurten_eerder"),
    path("leernetwerk/buurten/<slug:slug>/", voor_altijd(pattern_name="buurt"), name="buurt_eerder"),
    re_path(serve_pattern, serveren.pagina, name="pagina"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler400 = "kennisplatform.basis.fouten.ongeldig"
handler403 = "kennisplatform.basis.fouten.verboden"
handler404 = "kennisplatform.basis.fouten.niet_gevonden"
handler500 = "kennisplatform.basis.fouten.stuk"
