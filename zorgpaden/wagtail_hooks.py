from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from kennisplatform.basis.redactie import KennisFilters, KennisLijst
from zorgpaden.models import Zorgpad


class Zorgpadfilters(KennisFilters):
    class Meta:
        model = Zorgpad
        fields = ["staat", "voorbeeld"]


class ZorgpadLijst(KennisLijst):
    model = Zorgpad
    icon = "arrow-right-full"
    menu_label = _("Zorgpaden")
    menu_order = 130
    filterset_class = Zorgpadfilters
    eigen_kolommen = (Column("get_staat_display", label=_("Staat"), sort_key="staat"),)


@hooks.register("register_admin_viewset")
def lijst() -> ZorgpadLijst:
    return ZorgpadLijst("zorgpaden")
