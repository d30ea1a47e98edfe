"""Addresses of the two-monthly session, inside the workspace."""

from django.urls import path

from kennisplatform.cijfersessies import views

_SESSIES = "werkplek/<slug:buurt>/cijfersessies/"

urlpatterns = [
    path(_SESSIES, views.lijst, name="cijfersessies"),
    path(f"{_SESSIES}beginnen/", views.beginnen, name="cijfersessie_beginnen"),
    path(f"{_SESSIES}stap/<int:nummer>/", views.stap, name="cijfersessie_stap"),
    path(f"{_SESSIES}weggooien/", views.weggooien, name="cijfersessie_weggooien"),
    path(f"{_SESSIES}afronden/", views.afronden, name="cijfersessie_afronden"),
]
