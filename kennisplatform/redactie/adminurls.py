"""Screens of the desk, inside Wagtail's own addresses: under one name, behind its door."""

from __future__ import annotations

from typing import Final

from django.urls import path

from kennisplatform.redactie.views import controles

app_name = "redactie"
urlpatterns: Final = [
    path("pagina/<int:page_id>/controles/", controles.Controles.as_view(), name="controles"),
    path("pagina/<int:page_id>/controles/getypt/", controles.GetypteControles.as_view(), name="controles_getypt"),
    path(
        "pagina/nieuw/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/controles/",
        controles.NieuweControles.as_view(),
        name="controles_nieuw",
    ),
]
