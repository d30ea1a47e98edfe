"""Addresses of documents: of a version inside the workspace, and of a signed one behind its fingerprint."""

from django.urls import path, re_path

from menukaart.stukken import views

_VAN = "werkplek/<slug:buurt>/plan/versie/<int:nummer>/<slug:soort>"

urlpatterns = [
    path("werkplek/<slug:buurt>/plan/stukken/", views.lijst, name="stukken"),
    path(f"{_VAN}/", views.blad, name="stuk"),
    path(f"{_VAN}/pdf/", views.als_pdf, name="stuk_pdf"),
    path(f"{_VAN}/word/", views.als_word, name="stuk_word"),
    re_path(r"^bewijs/(?P<vingerafdruk>[0-9a-f]{64})/plan\.pdf$", views.bewezen_pdf, name="bewijs_pdf"),
]
