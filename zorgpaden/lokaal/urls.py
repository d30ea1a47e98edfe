"""Addresses of a neighbourhood's own pathways: its workspace, and what it made public."""

from django.urls import path

from zorgpaden.lokaal import views

PADEN = "werkplek/<slug:buurt>/zorgpaden/"

urlpatterns = [
    path(PADEN, views.lijst, name="buurtpaden"),
    path(f"{PADEN}nieuw/", views.nieuw, name="buurtpad_nieuw"),
    path(f"{PADEN}<int:pk>/", views.een, name="buurtpad"),
    path(f"{PADEN}<int:pk>/wijzigen/", views.wijzigen, name="buurtpad_wijzigen"),
    path(f"{PADEN}<int:pk>/kern/", views.kernwijziging, name="buurtpad_kern"),
    path(f"{PADEN}<int:pk>/goedkeuren/", views.goedkeuren, name="buurtpad_goedkeuren"),
    path(f"{PADEN}<int:pk>/openbaar/", views.openbaar, name="buurtpad_openbaar"),
    path(f"{PADEN}<int:pk>/weg/", views.weg, name="buurtpad_weg"),
    path(f"{PADEN}<int:pk>/folder/", views.folder, name="buurtpad_folder"),
    path("zorgpaden/in/<slug:slug>/<slug:pad>/", views.openbaar_pad, name="openbaar_buurtpad"),
    path("zorgpaden/in/<slug:slug>/<slug:pad>/folder/", views.openbare_folder, name="openbare_folder"),
]
