"""Addresses of the register."""

from django.urls import path

from kennisplatform.register.views import berichten, indelen, invoeren, register, selectie

urlpatterns = [
    path("register/", register.lijst, name="register"),
    path("register/export/", register.uitvoer, name="register_export"),
    path("register/nieuw/", register.nieuw, name="register_nieuw"),
    path("register/invoeren/", invoeren.invoeren, name="register_invoeren"),
    path("register/invoeren/<int:pk>/", invoeren.invoer, name="register_invoer"),
    path("register/indelen/", indelen.indelen, name="register_indelen"),
    path("register/indelen/<int:pk>/ongedaan/", indelen.ongedaan, name="register_ongedaan"),
    path("register/bericht/", berichten.bericht, name="register_bericht"),
    path("register/fasen/", berichten.fasen, name="register_fasen"),
    path("register/selectie/", selectie.lijst, name="register_selectie"),
    path("register/selectie/<slug:buurt>/", selectie.een, name="register_selectie_buurt"),
    path("werkplek/<slug:buurt>/scan/", selectie.scan, name="buurtscan"),
    path("werkplek/<slug:buurt>/scan/invullen/", selectie.invullen, name="buurtscan_invullen"),
    path("register/logboek/", register.logboek, name="register_logboek"),
    path("register/buurt/<slug:buurt>/", register.een, name="register_buurt"),
    path("register/buurt/<slug:buurt>/wijzigen/", register.wijzigen, name="register_wijzigen"),
]
