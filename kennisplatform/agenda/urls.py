"""Addresses of the agenda, under /leernetwerk/agenda/. Names are what templates and mails use."""

from django.urls import path

from kennisplatform.agenda import feeds
from kennisplatform.agenda.views import afloop, beheer, deelname, deskundigen, openbaar

urlpatterns = [
    path("", openbaar.agenda, name="agenda"),
    path("feed.xml", feeds.rss, name="agenda_feed"),
    path("feed.json", feeds.json, name="agenda_json"),
    path("agenda.ics", openbaar.alle_ics, name="agenda_ics"),
    path("mijn/", deelname.mijn, name="agenda_mijn"),
    path("mijn/kalender/", deelname.kalender, name="agenda_kalender"),
    path("kalender/<str:sleutel>.ics", openbaar.eigen_ics, name="agenda_eigen_ics"),
    path("bevestigen/<str:sleutel>/", deelname.bevestigen, name="deelname_bevestigen"),
    path("deelname/<str:sleutel>/", deelname.eigen_deelname, name="deelname"),
    path("nieuw/", beheer.nieuw_programma, name="bijeenkomst_nieuw_programma"),
    path("van/<slug:buurt>/", beheer.van_buurt, name="bijeenkomsten_van"),
    path("van/<slug:buurt>/nieuw/", beheer.nieuw, name="bijeenkomst_nieuw"),
    path("ervaringsdeskundigen/", deskundigen.lijst, name="ervaringsdeskundigen"),
    path("ervaringsdeskundigen/van/<slug:buurt>/nieuw/", deskundigen.nieuw, name="ervaringsdeskundige_nieuw"),
    path("ervaringsdeskundigen/<int:pk>/wijzigen/", deskundigen.wijzigen, name="ervaringsdeskundige_wijzigen"),
    path("ervaringsdeskundigen/<int:pk>/weg/", deskundigen.verwijderen, name="ervaringsdeskundige_weg"),
    path("<slug:slug>/", openbaar.bijeenkomst, name="bijeenkomst"),
    path("<slug:slug>/agenda.ics", openbaar.een_ics, name="bijeenkomst_ics"),
    path("<slug:slug>/aanmelden/", deelname.aanmelden, name="bijeenkomst_aanmelden"),
    path("<slug:slug>/afmelden/", deelname.afmelden, name="bijeenkomst_afmelden"),
    path("<slug:slug>/wijzigen/", beheer.wijzigen, name="bijeenkomst_wijzigen"),
    path("<slug:slug>/afgelasten/", beheer.afgelasten, name="bijeenkomst_afgelasten"),
    path("<slug:slug>/nog-een-keer/", beheer.opnieuw, name="bijeenkomst_opnieuw"),
    path("<slug:slug>/opbrengst/", afloop.opbrengst, name="bijeenkomst_opbrengst"),
    path("<slug:slug>/deelnemers/", afloop.deelnemers, name="bijeenkomst_deelnemers"),
    path("<slug:slug>/deelnemers.csv", afloop.deelnemers_csv, name="bijeenkomst_deelnemers_csv"),
]
