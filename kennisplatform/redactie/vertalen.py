"""Nothing is public in a language until somebody published it there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.models import Page
from wagtail_localize import models as localizemodellen
from wagtail_localize.views import edit_translation
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from kennisplatform.naderhand import na_commit
from kennisplatform.redactie import nieuwer, vertaalgang, vertaalscherm
from kennisplatform.redactie.vertaalwerk import nederlandse

DAG: Final = "%d-%m-%Y"


class VertalingenBijwerken(UpdateTranslationsView):
    """Takes over what changed in the Dutch page. Publishing is a decision about one page, made on that page."""

    def get_form(self) -> Any:
        formulier = super().get_form()
        veld = formulier.fields["publish_translations"]
        veld.disabled, veld.initial, veld.widget = True, False, veld.hidden_widget()
        return formulier


def verbind() -> None:
    post_save.connect(ouder_blijft_concept, dispatch_uid="vertaalde-ouder")
    post_save.connect(nieuwer.los_of_vast, sender=localizemodellen.Translation, dispatch_uid="vertaling-los-of-vast")
    edit_translation.render = vertaalscherm.met_knoppen(edit_translation.render)
    edit_translation.user_can_edit_instance = vertaalgang.niet_op_slot(edit_translation.user_can_edit_instance)
    WorkflowActionView.post = vertaalgang.niet_half_goedgekeurd(WorkflowActionView.post)
    bron = localizemodellen.TranslationSource
    bron.update_from_db = nieuwer.alleen_als_anders(bron.update_from_db)
    bron.refresh_segments = nieuwer.en_zeg_het(bron.refresh_segments)
    klaarzetten = SubmitPageTranslationView
    klaarzetten.get_object = uit_het_nederlands(klaarzetten.get_object)
    klaarzetten.get_success_message = met_de_weg_erheen(klaarzetten.get_success_message)
    Page.update_aliases = concept_blijft_concept(Page.update_aliases)
    for module in (edit_translation, localizemodellen):
        module.DATE_FORMAT = DAG  # its own has the month in English


def ouder_blijft_concept(sender: type, instance: Any, created: bool, **rest: Any) -> None:
    """Translating a page copies the pages above it, live and in Dutch: those too wait until somebody publishes them."""
    if not created or rest.get("raw") or not isinstance(instance, Page) or instance.alias_of_id is None:
        return
    if not instance.live or instance.alias_of.locale_id == instance.locale_id:
        return
    soort = ContentType.objects.get_for_model(instance)
    na_commit(partial(_trek_in, soort.model_class(), instance.pk), "keeping a translated parent a draft")


def _trek_in(model: type[Page] | None, pk: int) -> None:
    pagina = model._default_manager.filter(pk=pk, live=True, alias_of__isnull=False).first() if model else None
    if pagina is not None:
        pagina.live = False
        pagina.save(update_fields=["live"], clean=False)


def concept_blijft_concept(gewoon: Callable[..., None]) -> Callable[..., None]:
    """Publishing the Dutch list above a translated page published the copy of that list too, in Dutch, under the other
    language: whatever follows a page is made live when it is. A draft in another language waits for its own decision.
    """

    def update_aliases(
        self: Page, *, revision: Any = None, _content: Any = None, _updated_ids: list[int] | None = None
    ) -> None:
        elders = Page.objects.filter(alias_of=self.pk, live=False).exclude(locale=self.locale_id)
        overslaan = [*(_updated_ids or ()), *elders.values_list("pk", flat=True)]
        gewoon(self, revision=revision, _content=_content, _updated_ids=overslaan)

    update_aliases.alters_data = True  # type: ignore[attr-defined]  # as theirs: no template may call it
    return update_aliases


def uit_het_nederlands(gewoon: Callable[[Any], Page]) -> Callable[[Any], Page]:
    """'Vertaal deze pagina' on a translation is about the page that it is a translation of."""

    def get_object(self: Any) -> Page:
        return nederlandse(gewoon(self)).specific

    return get_object


def met_de_weg_erheen(gewoon: Callable[[Any, str], str]) -> Callable[[Any, str], str]:
    """Of one language its page opens. Of more the list of Dutch pages did, and nothing there said where they are."""

    def get_success_message(self: Any, locales: str) -> str:
        talen = self.request.POST.getlist("locales")
        paginas = Page.objects.filter(translation_key=self.object.translation_key, locale__in=talen)
        wegen = [
            (reverse("wagtailadmin_pages:edit", args=[pagina.pk]), pagina.locale.get_display_name())
            for pagina in paginas.select_related("locale").order_by("locale__language_code")
        ]
        tekst = gewoon(self, locales)
        if len(wegen) < 2:
            return tekst
        return format_html("{} {}", tekst, format_html_join(" · ", '<a href="{}">{}</a>', wegen))

    return get_success_message
