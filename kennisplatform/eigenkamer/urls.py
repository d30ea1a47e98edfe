"""Addresses of a network's own room, inside its workspace."""

from django.urls import path, re_path

from kennisplatform.eigenkamer import views

_KAMER = "werkplek/<slug:buurt>/kamer/"

urlpatterns = [
    path(_KAMER, views.kamer, name="netwerkkamer"),
    path(f"{_KAMER}excel/", views.excel, name="netwerkkamer_excel"),
    path(f"{_KAMER}verslag/nieuw/", views.verslag_nieuw, name="netwerkverslag_nieuw"),
    path(f"{_KAMER}verslag/<int:pk>/", views.verslag, name="netwerkverslag"),
    path(f"{_KAMER}verslag/<int:pk>/wijzigen/", views.verslag_wijzigen, name="netwerkverslag_wijzigen"),
    path(f"{_KAMER}bestand/nieuw/", views.bestand_nieuw, name="netwerkbestand_nieuw"),
    path(f"{_KAMER}bestand/<int:pk>/", views.bestand, name="netwerkbestand"),
    path(f"{_KAMER}onderwerp/nieuw/", views.onderwerp_nieuw, name="netwerkonderwerp_nieuw"),
    re_path(
        r"^werkplek/(?P<buurt>[-a-zA-Z0-9_]+)/kamer/(?P<soort>verslag|bestand)/(?P<pk>\d+)/weg/$",
        views.weg,
        name="netwerkkamer_weg",
    ),
]
