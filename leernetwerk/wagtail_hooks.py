from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from kennisplatform.basis.redactie import KennisFilters, KennisLijst
from leernetwerk.besloten import weiger
from leernetwerk.models import Praktijkvoorbeeld


class Voorbeeldfilters(KennisFilters):
    class Meta:
        model = Praktijkvoorbeeld
        fields = ["staat", "uitkomst", "buurt", "voorbeeld"]


class PraktijkLijst(KennisLijst):
    model = Praktijkvoorbeeld
    icon = "group"
    menu_label = _("Praktijkvoorbeelden")
    menu_order = 140
    filterset_class = Voorbeeldfilters
    eigen_kolommen = (
        Column("plaats", label=_("Plaats"), sort_key="plaats"),
        Column("get_uitkomst_display", label=_("Werkte het?"), sort_key="uitkomst"),
    )


hooks.register("before_serve_page", weiger)


@hooks.register("register_admin_viewset")
def lijst() -> PraktijkLijst:
    return PraktijkLijst("praktijkvoorbeelden")
