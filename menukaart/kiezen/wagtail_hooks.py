from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from menukaart.kiezen.models import Element


class ElementViewSet(SnippetViewSet):
    model = Element
    icon = "tag"
    menu_label = _("Werkzame elementen")
    menu_order = 297
    add_to_admin_menu = True
    list_display: Any = ["naam", "code"]
    ordering = ["naam"]


register_snippet(ElementViewSet)
