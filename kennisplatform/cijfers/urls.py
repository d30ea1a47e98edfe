"""Addresses of outcomes in the workspace, and of taking in figures."""

from django.urls import path

from kennisplatform.cijfers import invoerviews, onderzoekviews, uitkomstviews

urlpatterns = [
    path("onderzoek/", onderzoekviews.onderzoek, name="onderzoek"),
    path("onderzoek/dcat.jsonld", onderzoekviews.dcat, name="onderzoek_dcat"),
    path("onderzoek/gegevens.zip", onderzoekviews.bundel, name="onderzoek_bundel"),
    path("werkplek/<slug:buurt>/uitkomsten/", uitkomstviews.dashboard, name="uitkomsten"),
    path("werkplek/<slug:buurt>/uitkomsten/<slug:code>.csv", uitkomstviews.uitkomst_csv, name="uitkomst_csv"),
    path("register/uitkomsten/", uitkomstviews.team, name="uitkomsten_team"),
    path("register/cijfers/", invoerviews.invoeren, name="cijferinvoeren"),
    path("register/cijfers/sjabloon.csv", invoerviews.sjabloon, name="cijfersjabloon"),
    path("register/cijfers/<int:pk>/", invoerviews.een, name="cijferinvoer"),
]
