"""Addresses of the board, of one activity on it, and of the overview."""

from django.urls import path

from menukaart.uitvoeren.views import bord, overzicht

urlpatterns = [
    path("werkplek/<slug:buurt>/uitvoeren/", bord.bord, name="uitvoeren"),
    path("werkplek/<slug:buurt>/plan/activiteit/<int:pk>/stand/", bord.activiteit, name="planactiviteit_stand"),
    path("werkplek/<slug:buurt>/uitvoeren/herinneren/", bord.herinneringen, name="uitvoeren_herinneren"),
    path("voortgang/", overzicht.voortgang, name="voortgang"),
    path("voortgang/programma/", overzicht.op_een_blad, name="programma"),
    path("voortgang/export/", overzicht.export, name="voortgang_export"),
]
