from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from kennisplatform.deelnemers.models import Buurt


class BuurtViewSet(SnippetViewSet):
    model = Buurt
    icon = "site"
    menu_label = _("Buurten")
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["naam", "gemeente", "partner", "provincie", "ses_klasse"]
    list_filter = ["partner", "provincie", "ses_klasse"]
    search_fields = ["naam", "gemeente", "partner"]
    list_per_page = 50


register_snippet(BuurtViewSet)
