"""Screens of the desk, inside Wagtail's own addresses: under one name, behind its door."""

from __future__ import annotations

from typing import Final

from django.urls import path

from kennisplatform.redactie import volgorde
from kennisplatform.redactie.views import (
    begrippen,
    collectie,
    controles,
    kalender,
    meelezen,
    ongebruikt,
    prullenbak,
    rapporten,
    regels,
    samengaan,
    versies,
    werk,
)
from kennisplatform.redactie.views.volgorde import ZetVoor

app_name = "redactie"
urlpatterns: Final = [
    path("begrippen/<int:pk>/", begrippen.Begripblad.as_view(), name="begrip"),
    path("begrippen/<int:pk>/samen/", begrippen.Samenvoegen.as_view(), name="begrip_samen"),
    path("collectie/", collectie.nu, name="collectie_nu"),
    path("kalender/", kalender.Redactiekalender.as_view(), name="kalender"),
    path("ongebruikt/", ongebruikt.Ongebruikt.as_view(), name="ongebruikt"),
    path("prullenbak/", prullenbak.Prullenbaklijst.as_view(), name="prullenbak"),
    path("prullenbak/<int:pk>/", prullenbak.Prullenbakblad.as_view(), name="weggegooid"),
    path("regels/<int:pk>/", regels.Regelblad.as_view(), name="regel"),
    path("werk/", werk.Werklijst.as_view(), name="werken"),
    path("werk/inlezen/", werk.Inlezen.as_view(), name="inlezen"),
    path("werk/<int:pk>/", werk.Werkblad.as_view(), name="werk"),
    path("rapporten/", rapporten.Rapporten.as_view(), name="rapporten"),
    path("rapporten/weergave/<int:pk>/weg/", rapporten.VergeetWeergave.as_view(), name="weergave_weg"),
    path("rapporten/<slug:code>/", rapporten.Rapport.as_view(), name="rapport"),
    path("rapporten/<slug:code>/lijst/", rapporten.Rapport.as_view(results_only=True), name="rapport_lijst"),
    path("rapporten/<slug:code>/bewaren/", rapporten.BewaarWeergave.as_view(), name="weergave_bewaren"),
    path("volgorde/<int:pk>/", ZetVoor.as_view(), name="zet_voor"),
    path("volgorde/<int:pk>/<int:vanaf>/", volgorde.verplaats, name="volgorde"),
    path("pagina/<int:page_id>/meelezen/", meelezen.Meelezen.as_view(), name="meelezen"),
    path("pagina/<int:page_id>/samen/", samengaan.PaginasSamen.as_view(), name="paginas_samen"),
    path("pagina/<int:page_id>/versies/", versies.Versies.as_view(), name="versies"),
    path("pagina/<int:page_id>/controles/", controles.Controles.as_view(), name="controles"),
    path("pagina/<int:page_id>/controles/getypt/", controles.GetypteControles.as_view(), name="controles_getypt"),
    path(
        "pagina/nieuw/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/controles/",
        controles.NieuweControles.as_view(),
        name="controles_nieuw",
    ),
]
