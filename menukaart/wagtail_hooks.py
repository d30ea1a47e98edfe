from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from kennisplatform.basis.redactie import KennisFilters, KennisLijst
from menukaart.models import Interventie


class Interventiefilters(KennisFilters):
    class Meta:
        model = Interventie
        fields = ["bewijs_niveau", "ses_geschiktheid", "kostenklasse", "voorbeeld"]


class InterventieLijst(KennisLijst):
    model = Interventie
    icon = "list-ul"
    menu_label = _("Interventies")
    menu_order = 120
    filterset_class = Interventiefilters
    eigen_kolommen = (
        Column("get_bewijs_niveau_display", label=_("Bewijs"), sort_key="bewijs_niveau"),
        Column("bewijs_datum", label=_("Erkend op"), sort_key="bewijs_datum"),
    )


@hooks.register("register_admin_viewset")
def lijst() -> InterventieLijst:
    return InterventieLijst("interventies")
