"""Addresses of the admin that are ours instead of a library's. Named in the roof before those."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from kennisplatform.redactie import vertaalbestand
from kennisplatform.redactie.vertalen import VertalingenBijwerken

urlpatterns = [
    path(
        "localize/update/<int:translation_source_id>/",
        require_admin_access(VertalingenBijwerken.as_view()),
        name="vertalingen_bijwerken",
    ),
    path(
        "localize/translate/<int:translation_id>/pofile/upload/",
        require_admin_access(vertaalbestand.terugzetten),
        name="vertaling_terugzetten",
    ),
]
