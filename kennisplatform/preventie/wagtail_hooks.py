from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from kennisplatform.basis.redactie import KennisFilters, KennisLijst
from kennisplatform.preventie.models import Artikel, Collectie, Hulpmiddel, Invulblad, Module, Routepagina


class Artikelfilters(KennisFilters):
    class Meta:
        model = Artikel
        fields = ["voorbeeld"]


class ArtikelLijst(KennisLijst):
    model = Artikel
    icon = "doc-full"
    menu_label = _("Artikelen")
    menu_order = 110
    filterset_class = Artikelfilters
    eigen_kolommen = (Column("nagekeken_op", label=_("Nagekeken op"), sort_key="nagekeken_op"),)


@hooks.register("register_admin_viewset")
def lijst() -> ArtikelLijst:
    return ArtikelLijst("artikelen")


class RouteLijst(KennisLijst):
    model = Routepagina
    icon = "list-ol"
    menu_label = _("Routes")
    menu_order = 111


@hooks.register("register_admin_viewset")
def routes() -> RouteLijst:
    return RouteLijst("routes")


class HulpmiddelLijst(KennisLijst):
    model = Hulpmiddel
    icon = "folder-open-inverse"
    menu_label = _("Hulpmiddelen")
    menu_order = 112
    eigen_kolommen = (Column("get_hulpmiddelsoort_display", label=_("Soort"), sort_key="hulpmiddelsoort"),)


@hooks.register("register_admin_viewset")
def hulpmiddelen() -> HulpmiddelLijst:
    return HulpmiddelLijst("hulpmiddelen")


class ModuleLijst(KennisLijst):
    model = Module
    icon = "openquote"
    menu_label = _("Modules")
    menu_order = 113
    eigen_kolommen = (Column("get_reeks_display", label=_("Reeks"), sort_key="reeks"),)


@hooks.register("register_admin_viewset")
def modules() -> ModuleLijst:
    return ModuleLijst("modules")


class InvulbladLijst(KennisLijst):
    model = Invulblad
    icon = "form"
    menu_label = _("Invulbladen")
    menu_order = 114


@hooks.register("register_admin_viewset")
def invulbladen() -> InvulbladLijst:
    return InvulbladLijst("invulbladen")


class CollectieLijst(KennisLijst):
    model = Collectie
    icon = "list-ul"
    menu_label = _("Collecties")
    menu_order = 115


@hooks.register("register_admin_viewset")
def collecties() -> CollectieLijst:
    return CollectieLijst("collecties")
