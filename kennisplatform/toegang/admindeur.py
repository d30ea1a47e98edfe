"""Addresses of the admin's own door, which lead to ours."""

from django.urls import path

from kennisplatform.toegang import views

urlpatterns = [
    path("login/", views.admin_aanmelden, name="admin_aanmelden"),
    path("password_reset/", views.admin_wachtwoord, name="admin_wachtwoord"),
    path("password_reset/<path:rest>", views.admin_wachtwoord, name="admin_wachtwoord_rest"),
]
