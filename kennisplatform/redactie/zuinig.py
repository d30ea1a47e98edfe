"""What Wagtail's screens ask each time and hardly ever changes: the languages, the site, which parts are restricted. Kept as
drawings are, and forgotten when it does change. And what one request asks twice, asked once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, Final

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.filters import LocaleFilter, WagtailFilterSet
from wagtail.admin.forms.comments import CommentFormSet
from wagtail.admin.models import EditingSession
from wagtail.admin.templatetags import wagtailadmin_tags
from wagtail.admin.templatetags.wagtailadmin_tags import avatar_url
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet
from wagtail.admin.viewsets.pages import PageViewSetRegistry
from wagtail.models import DraftStateMixin, Locale, Page, PageViewRestriction, Revision, Site
from wagtail.models.pages import PageLogEntryQuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.query import PageQuerySet

from kennisplatform.basis.paginanieuws import BEPERKT, WORTELS
from kennisplatform.redactie.bekende_versies import gepland, geplande_dagen, met_versies, soort_van
from kennisplatform.redactie.taaldelen import NEDERLANDS
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud

RUIM_NA_S: Final = 600  # who left a form open an hour ago is no longer shown; when that is cleared matters little
OP_DE_RIJ: Final = {"content_type", "sites_rooted_here", "locale"}  # one question each for what every process knows
LOCALIZE: Final = "wagtail_localize.wagtail_hooks"
IS_GEPLAND: Final = Exists(
    Revision.objects.filter(
        object_id=Cast(OuterRef("pk"), CharField()),
        base_content_type__app_label="wagtailcore",
        base_content_type__model="page",
        approved_go_live_at__isnull=False,
    )
)
_geruimd = {"op": 0.0}


class Talen:
    """In place of the model where Wagtail only wants to name them all."""

    @staticmethod
    def all() -> list[Locale]:
        return onthoud("talen", lambda: list(Locale.objects.all()))


class Taalnamen:
    objects = Talen


def stel_bij() -> None:
    _velden()
    _verkenner()
    _formulier()
    PageViewSetRegistry.get_content_type_id_by_page_id = soort_van(PageViewSetRegistry.get_content_type_id_by_page_id)
    Page.get_latest_revision_as_object = met_versies(Page.get_latest_revision_as_object)
    Site._find_for_request = staticmethod(_site(Site._find_for_request))
    wagtailadmin_tags.Locale = Taalnamen
    PageLogEntryQuerySet.with_instances = _paginas
    Page.get_scheduled_revision_as_object = geplande_dagen(Page.get_scheduled_revision_as_object)
    Page.scheduled_revision = cached_property(gepland(DraftStateMixin.scheduled_revision.func))
    Page.scheduled_revision.__set_name__(Page, "scheduled_revision")


def _velden() -> None:
    """The language and the kind of a page, as often as they are read."""
    taal, soort = Page.locale, Page.content_type
    gewoon = taal.get_object

    def locale(pagina: Page) -> Any:
        bekend = {rij.pk: rij for rij in Talen.all()}
        return bekend.get(pagina.locale_id) or gewoon(pagina)

    taal.get_object = locale
    soort.get_object = lambda pagina: ContentType.objects.get_for_id(pagina.content_type_id)


def op_de_rij(rijen: PageQuerySet) -> PageQuerySet:
    """A list of pages without asking for what `_velden` gives."""
    rijen._prefetch_related_lookups = tuple(
        wat for wat in rijen._prefetch_related_lookups if not (isinstance(wat, str) and wat in OP_DE_RIJ)
    )
    return rijen


def _verkenner() -> None:
    """The list under one page: which page they stand under is the page itself, and there is one site to choose from."""
    ExplorableIndexView.base_columns = [kolom for kolom in ExplorableIndexView.base_columns if kolom.name != "parent"]
    ExplorableIndexView.get_translations = _vertalingen("parent_page", "wagtailadmin_explore")
    GenericPageFilterSet.base_filters.pop("site", None)
    gewoon = WagtailFilterSet._add_locale_filter

    def _add_locale_filter(self: Any) -> None:
        if self._meta.model is None or not issubclass(self._meta.model, Page):
            gewoon(self)
            return
        keuzes = [(taal.language_code, taal.get_display_name()) for taal in Talen.all()]
        if len(keuzes) > 1 and "locale" not in self.filters:
            self.filters["locale"] = LocaleFilter(
                label=gettext_lazy("Locale"),
                choices=keuzes,
                empty_label=None,
                null_label=gettext_lazy("All"),
                null_value=None,
                widget=forms.RadioSelect,
            )

    WagtailFilterSet._add_locale_filter = _add_locale_filter


def _formulier() -> None:
    wagtailadmin_tags.get_breadcrumbs_items_for_page = _kruimels(wagtailadmin_tags.get_breadcrumbs_items_for_page)
    CommentFormSet.serialize = _zonder_opmerkingen(CommentFormSet.serialize)
    EditView.get_translations = _vertalingen("page", "wagtailadmin_pages:edit")
    EditingSession.cleanup = classmethod(_nu_en_dan(EditingSession.cleanup.__func__))
    haken = hooks._hooks["before_edit_page"]
    hooks._hooks["before_edit_page"] = [
        (_alleen_vertaald(doe) if doe.__module__ == LOCALIZE else doe, plek) for doe, plek in haken
    ]


def _vertalingen(naam: str, adres: str) -> Callable[[Any], list[dict[str, Any]]]:
    """The other languages of a page, whole rows: Wagtail leaves out what it then asks of each. The page knows whether there
    are any, so its button for them asks no more (lijsten.bijwerkknop).
    """

    def get_translations(self: Any) -> list[dict[str, Any]]:
        pagina = getattr(self, naam)
        rijen = list(Page.objects.filter(translation_key=pagina.translation_key).exclude(pk=pagina.pk))
        pagina.heeft_vertalingen = bool(rijen)
        mag = [rij for rij in rijen if rij.permissions_for_user(self.request.user).can_edit()]
        return [{"locale": rij.locale, "url": reverse(adres, args=[rij.pk])} for rij in mag]

    return get_translations


def weet_boven(pagina: Any) -> None:
    """What a page stands under, for who asks what is right above it, and for the way up that is drawn on top."""
    paden = [pagina.path[:einde] for einde in range(Page.steplen, len(pagina.path), Page.steplen)]
    pagina.boven = list(Page.objects.filter(path__in=paden).order_by("path"))
    pagina._cached_parent_obj = pagina.boven[-1] if pagina.boven else None


def _kruimels(gewoon: Callable[..., list[dict[str, Any]]]) -> Callable[..., list[dict[str, Any]]]:
    def get_breadcrumbs_items_for_page(  # noqa: PLR0917  as Wagtail calls it
        page: Any,
        user: Any,
        url: str = "wagtailadmin_explore",
        wortel: str | None = None,
        zelf: bool = True,
        vraag: str = "",
    ) -> list[dict[str, Any]]:
        begin = PagePermissionPolicy().explorable_root_instance(user) if hasattr(page, "boven") else None
        if begin is None:
            return gewoon(page, user, url, wortel, zelf, vraag)
        weg = [een for een in [*page.boven, *([page] if zelf else [])] if een.path.startswith(begin.path)]
        return [
            {
                "url": (reverse(wortel) if een.is_root() and wortel else reverse(url, args=[een.pk])) + vraag,
                "label": een.get_admin_display_title(),
            }
            for een in weg
        ]

    return get_breadcrumbs_items_for_page


def _zonder_opmerkingen(gewoon: Callable[[Any, bool, Any], dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Of who wrote remarks Wagtail asks the names; where nobody did, it asked for who looks."""

    def serialize(self: Any, bound: bool, user: Any) -> dict[str, Any]:
        if self.forms:
            return gewoon(self, bound, user)
        zelf = {"name": get_user_display_name(user), "avatar_url": avatar_url(user)}
        return {"comments": [], "user": user.pk, "authors": {str(user.pk): zelf}}

    return serialize


def _nu_en_dan(gewoon: Callable[[Any], None]) -> Callable[[Any], None]:
    def cleanup(klas: Any) -> None:
        if time.monotonic() - _geruimd["op"] > RUIM_NA_S:
            _geruimd["op"] = time.monotonic()
            gewoon(klas)

    return cleanup


def _alleen_vertaald(gewoon: Callable[..., Any]) -> Callable[..., Any]:
    """A Dutch page is no translation: it is the source."""

    def before_edit_page(request: HttpRequest, page: Page) -> Any:
        return None if page.locale.language_code == NEDERLANDS else gewoon(request, page)

    return before_edit_page


def _site(gewoon: Callable[[HttpRequest], Site | None]) -> Callable[[HttpRequest], Site | None]:
    """Where there is one site, it is that one, under whatever name it was asked."""

    def lees() -> list[Site]:
        toont(WORTELS)
        return list(Site.objects.select_related("root_page")[:2])

    def _find_for_request(request: HttpRequest) -> Site | None:
        sites = onthoud("sites", lees)
        return sites[0] if len(sites) == 1 and sites[0].is_default_site else gewoon(request)

    return _find_for_request


def _paginas(self: Any) -> Iterator[tuple[Any, Page | None]]:
    """Lines of what happened with their pages: of all kinds in one question, since only their title is shown."""
    regels = list(self)
    paginas = Page.objects.filter(pk__in={regel.page_id for regel in regels}).specific(defer=True).in_bulk()
    for regel in regels:
        yield regel, paginas.get(regel.page_id)


def weet_beperkingen(request: HttpRequest) -> None:
    """Under the name where Wagtail keeps them, after asking for all of them."""

    def lees() -> tuple[str, ...]:
        toont(BEPERKT)
        return tuple(PageViewRestriction.objects.order_by().values_list("page__path", flat=True))

    request.all_page_view_restriction_paths = onthoud("beperkte-paden", lees)  # type: ignore[attr-defined]
