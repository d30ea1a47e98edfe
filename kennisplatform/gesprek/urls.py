from __future__ import annotations

from django.urls import path

from kennisplatform.gesprek.views import lezen, schrijven, toezicht

urlpatterns = [
    path("", lezen.gesprekken, name="gesprekken"),
    path("beheer/", toezicht.beheer, name="gesprek_beheer"),
    path("bij/<int:pagina>/", schrijven.schrijf, name="gesprek_schrijf"),
    path("<int:pk>/", lezen.gesprek, name="gesprek"),
    path("<int:pk>/antwoord/", schrijven.antwoord, name="gesprek_antwoord"),
    path("<int:pk>/wijzig/", schrijven.wijzig, name="gesprek_wijzig"),
    path("<int:pk>/weg/", schrijven.weg, name="gesprek_weg"),
    path("<int:pk>/hielp/", schrijven.hielp, name="gesprek_hielp"),
    path("<int:pk>/meld/", toezicht.meld, name="gesprek_meld"),
    path("<int:pk>/verberg/", toezicht.verberg, name="gesprek_verberg"),
    path("<int:pk>/toon/", toezicht.toon, name="gesprek_toon"),
    path("<int:pk>/afgehandeld/", toezicht.afgehandeld, name="gesprek_afgehandeld"),
    path("<int:pk>/slot/", toezicht.slot, name="gesprek_slot"),
]
