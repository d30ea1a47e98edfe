"""Addresses of a budget inside a neighbourhood's workspace, and of the committee."""

from django.urls import path

from menukaart.begroting.views import begroting, commissie, rooster, tarieven

urlpatterns = [
    path("werkplek/<slug:buurt>/begroting/", begroting.lezen, name="begroting"),
    path("werkplek/<slug:buurt>/begroting/rooster/", rooster.rooster, name="begroting_rooster"),
    path("werkplek/<slug:buurt>/begroting/indienen/", begroting.dien_in, name="begroting_indienen"),
    path("werkplek/<slug:buurt>/begroting/excel/", begroting.excel, name="begroting_excel"),
    path("werkplek/<slug:buurt>/begroting/inlezen/", begroting.lees_in, name="begroting_inlezen"),
    path("werkplek/<slug:buurt>/begroting/bij/<int:activiteit>/", begroting.nieuw, name="begrotingsregel_nieuw"),
    path("werkplek/<slug:buurt>/begroting/regel/<int:pk>/", begroting.regel, name="begrotingsregel"),
    path("werkplek/<slug:buurt>/begroting/regel/<int:pk>/weg/", begroting.weg, name="begrotingsregel_weg"),
    path("werkplek/<slug:buurt>/begroting/vraag/<int:pk>/", begroting.antwoord, name="commissievraag"),
    path("begrotingen/tarieven/", tarieven.lijst, name="tarieven"),
    path("begrotingen/tarieven/nieuw/", tarieven.nieuw, name="tarief_nieuw"),
    path("begrotingen/tarieven/<int:pk>/verbeteren/", tarieven.verbeteren, name="tarief_verbeteren"),
    path("begrotingen/tarieven/<int:pk>/beeindigen/", tarieven.beeindigen, name="tarief_beeindigen"),
    path("begrotingen/", commissie.rij, name="begrotingen"),
    path("begrotingen/<int:pk>/", commissie.beoordelen, name="begroting_beoordelen"),
]
