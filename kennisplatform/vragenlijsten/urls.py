"""Addresses in the workspace; those of residents stand in the roof, since they come in every language."""

from django.urls import path

from kennisplatform.vragenlijsten import werkviews

RONDEN = "werkplek/<slug:buurt>/vragenlijsten/"

urlpatterns = [
    path(RONDEN, werkviews.lijst, name="vragenronden"),
    path(f"{RONDEN}nieuw/", werkviews.nieuw, name="vragenronde_nieuw"),
    path(f"{RONDEN}<int:pk>/", werkviews.een, name="vragenronde"),
    path(f"{RONDEN}<int:pk>/sluiten/", werkviews.sluiten, name="vragenronde_sluiten"),
    path(f"{RONDEN}<int:pk>/poster/", werkviews.poster, name="vragenronde_poster"),
]
