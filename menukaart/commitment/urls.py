"""Addresses of signing: inside the workspace, behind a mailed link, and the page that proves a version."""

from django.urls import path, re_path

from menukaart.commitment.views import bewijs, netwerk, teken

_AFDRUK = r"^bewijs/(?P<vingerafdruk>[0-9a-f]{64})"

urlpatterns = [
    path("werkplek/<slug:buurt>/commitment/", netwerk.lezen, name="commitment"),
    path("werkplek/<slug:buurt>/commitment/vraag/", netwerk.vraag, name="commitment_vraag"),
    path("werkplek/<slug:buurt>/commitment/opnieuw/", netwerk.vraag_opnieuw, name="commitment_opnieuw"),
    path("werkplek/<slug:buurt>/commitment/<int:pk>/herinner/", netwerk.herinner, name="commitment_herinner"),
    path("tekenen/<str:sleutel>/", teken.teken, name="commitment_teken"),
    path("bewijs/", bewijs.zoek, name="bewijs_zoek"),
    re_path(rf"{_AFDRUK}/$", bewijs.bewijs, name="bewijs"),
    re_path(rf"{_AFDRUK}/tekst\.json$", bewijs.tekst, name="bewijs_tekst"),
]
