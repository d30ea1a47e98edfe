"""Addresses of sharing. Names are what templates and mails use; the keys of drafts say nothing about what exists."""

from django.urls import path

from leernetwerk.delen.views import beeld, redactie, stand, stappen, start, vervolg

urlpatterns = [
    path("", start.overzicht, name="delen"),
    path("nieuw/", start.nieuw, name="delen_nieuw"),
    path("redactie/", redactie.wachtrij, name="delen_redactie"),
    path("besloten/", redactie.besloten, name="besloten"),
    path("vervolg/<int:pk>/", vervolg.vervolg, name="vervolg"),
    path("foto/<int:pk>.webp", beeld.foto, name="inzending_foto"),
    path("document/<int:pk>/", beeld.bijlage, name="inzending_bijlage"),
    path("<uuid:sleutel>/", stand.stand, name="inzending"),
    path("<uuid:sleutel>/versies/", stand.vergelijk, name="inzending_versies"),
    path("<uuid:sleutel>/intrekken/", stand.intrekken, name="inzending_intrekken"),
    path("<uuid:sleutel>/nieuwe-versie/", stand.nieuwe_versie, name="inzending_nieuwe_versie"),
    path("<uuid:sleutel>/weg/<slug:soort>/<int:pk>/", beeld.weg, name="inzending_weg"),
    path("<uuid:sleutel>/stap/<slug:stap>/", stappen.stap, name="inzending_stap"),
]
