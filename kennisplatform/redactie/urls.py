"""Addresses of the admin that are ours instead of a library's. Named in the roof before those."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from kennisplatform.redactie.vertalen import VertalingenBijwerken

urlpatterns = [
    path(
        "localize/update/<int:translation_source_id>/",
        require_admin_access(VertalingenBijwerken.as_view()),
        name="vertalingen_bijwerken",
    ),
]
