"""Addresses of the workspace. Names are what templates and mails use."""

from django.urls import path

from kennisplatform.netwerken.views import (
    aanvragen,
    afspraken,
    bellen,
    leden,
    overdragen,
    uitnodigingen,
    werkplek,
    werkwijze,
)

urlpatterns = [
    path("uitnodiging/<str:sleutel>/", uitnodigingen.uitnodiging, name="uitnodiging"),
    path("werkplek/", werkplek.werkplek, name="werkplek"),
    path("werkplek/aanvraag/<int:pk>/intrekken/", aanvragen.intrekken, name="aanvraag_intrekken"),
    path("werkplek/<slug:buurt>/", werkplek.netwerk, name="netwerk"),
    path("werkplek/<slug:buurt>/bellen/", bellen.wijzigen, name="bellen_wijzigen"),
    path("werkplek/<slug:buurt>/fase/", werkplek.fase, name="fase"),
    path("werkplek/<slug:buurt>/afspraken/", afspraken.lijst, name="afspraken"),
    path("werkplek/<slug:buurt>/afspraken/excel/", afspraken.excel, name="afspraken_excel"),
    path("werkplek/<slug:buurt>/afspraken/nieuw/", afspraken.nieuw, name="afspraak_nieuw"),
    path("werkplek/<slug:buurt>/afspraken/<int:pk>/", afspraken.wijzigen, name="afspraak_wijzigen"),
    path("werkplek/<slug:buurt>/afspraken/<int:pk>/gedaan/", afspraken.gedaan, name="afspraak_gedaan"),
    path("werkplek/<slug:buurt>/logboek/", werkplek.logboek, name="logboek"),
    path("werkplek/<slug:buurt>/leden/", werkplek.geschiedenis, name="geschiedenis"),
    path("werkplek/<slug:buurt>/leden/<int:pk>/wijzigen/", leden.wijzigen, name="lid_wijzigen"),
    path("werkplek/<slug:buurt>/leden/<int:pk>/beeindigen/", leden.beeindigen, name="lid_beeindigen"),
    path("werkplek/<slug:buurt>/leden/<int:pk>/overdragen/", overdragen.vragen, name="lid_overdragen"),
    path("werkplek/<slug:buurt>/overdrachten/<int:pk>/", overdragen.antwoorden, name="overdracht"),
    path("werkplek/<slug:buurt>/meedoen/", aanvragen.meedoen, name="meedoen"),
    path("werkplek/<slug:buurt>/aanvragen/<int:pk>/", aanvragen.beslissen, name="aanvraag"),
    path("werkplek/<slug:buurt>/wil-meedoen/<int:pk>/", aanvragen.meedoewens, name="meedoewens"),
    path("werkplek/<slug:buurt>/uitnodigingen/", uitnodigingen.overzicht, name="uitnodigingen"),
    path("werkplek/<slug:buurt>/uitnodigen/", uitnodigingen.nieuw, name="uitnodigen"),
    path("werkplek/<slug:buurt>/uitnodigen/lijst/", uitnodigingen.lijst, name="uitnodiglijst"),
    path("werkplek/<slug:buurt>/uitnodigingen/<int:pk>/opnieuw/", uitnodigingen.opnieuw, name="uitnodiging_opnieuw"),
    path(
        "werkplek/<slug:buurt>/uitnodigingen/<int:pk>/intrekken/", uitnodigingen.intrekken, name="uitnodiging_intrekken"
    ),
    path("werkplek/<slug:buurt>/zo-werken-wij/", werkwijze.lezen, name="werkwijze"),
    path("werkplek/<slug:buurt>/zo-werken-wij/<int:nummer>/", werkwijze.lezen, name="werkwijze_versie"),
    path("werkplek/<slug:buurt>/zo-werken-wij/wijzigen/", werkwijze.wijzigen, name="werkwijze_wijzigen"),
    path("werkplek/<slug:buurt>/zo-werken-wij/bevestigen/", werkwijze.bevestigen, name="werkwijze_bevestigen"),
]
