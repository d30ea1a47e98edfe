"""Addresses of choosing: public ones under the menu, a network's own in its workspace."""

from django.urls import path

from menukaart.kiezen.views import elementen, keuzes, openbaar, opmaat, profiel

LIJST = "werkplek/<slug:buurt>/keuzes/"

urlpatterns = [
    path("menukaart/vergelijk/", openbaar.vergelijk, name="vergelijk"),
    path("menukaart/vergelijk/vergelijking.xlsx", openbaar.vergelijk_xlsx, name="vergelijk_xlsx"),
    path("menukaart/apart/", openbaar.apart_gelegd, name="apart"),
    path("menukaart/elementen/", elementen.lijst, name="elementen"),
    path("menukaart/elementen/<slug:code>/", elementen.een, name="element"),
    path("menukaart/op-maat/", opmaat.op_maat, name="op_maat"),
    path(LIJST, keuzes.keuzelijst_van, name="keuzelijst"),
    path(f"{LIJST}erbij/", keuzes.leg, name="keuze_erbij"),
    path(f"{LIJST}profiel/", profiel.profiel, name="buurtprofiel"),
    path(f"{LIJST}profiel/bewaren/", profiel.profiel_bewaren, name="buurtprofiel_bewaren"),
    path(f"{LIJST}<int:pk>/", keuzes.een_keuze, name="keuze"),
    path(f"{LIJST}<int:pk>/stem/", keuzes.stem, name="keuze_stem"),
    path(f"{LIJST}<int:pk>/opmerking/", keuzes.opmerking, name="keuze_opmerking"),
    path(f"{LIJST}<int:pk>/waarom/", keuzes.waarom, name="keuze_waarom"),
    path(f"{LIJST}<int:pk>/besluit/", keuzes.besluit, name="keuze_besluit"),
    path(f"{LIJST}<int:pk>/heropen/", keuzes.heropen, name="keuze_heropen"),
    path(f"{LIJST}<int:pk>/klaar/", keuzes.klaar, name="keuze_klaar"),
    path(f"{LIJST}<int:pk>/aanpassing/", keuzes.aanpassing, name="keuze_aanpassing"),
]
