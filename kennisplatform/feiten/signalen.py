"""Pages that show a changed sentence or fact are taken up by the search again."""

from __future__ import annotations

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.db.models.signals import post_delete, post_save
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex, get_page_models

from kennisplatform.feiten.models import Alarmzin, Feit
from kennisplatform.zoeken.wachtrij import zet_in_wachtrij


def bij_alarmzin(sender: type, instance: Alarmzin, **kwargs: object) -> None:
    verwijzingen = ReferenceIndex.get_references_to(instance).values_list("base_content_type__app_label", "object_id")
    zet_in_wachtrij({f"pagina:{pk}" for _app, pk in verwijzingen})


def bij_feit(sender: type, instance: Feit, **kwargs: object) -> None:
    if not kwargs.get("created"):
        zet_in_wachtrij({f"pagina:{pk}" for pk in paginas_met(f"{{feit:{instance.naam}}}")})


def paginas_met(naam: str) -> set[int]:
    """Pages of which some text names this, as it is typed."""
    gevonden: set[int] = set()
    for model in get_page_models():
        velden = [v for v in model._meta.get_fields() if isinstance(v, TextField | StreamField) and v.model is not Page]
        als_tekst = {f"_{veld.name}": Cast(veld.name, TextField()) for veld in velden}
        vraag = Q()
        for veld in als_tekst:
            vraag |= Q(**{f"{veld}__contains": naam})
        if vraag:
            gevonden |= set(model.objects.annotate(**als_tekst).filter(vraag).values_list("pk", flat=True))
    return gevonden


def verbind() -> None:
    for signaal in (post_save, post_delete):
        signaal.connect(bij_alarmzin, sender=Alarmzin, dispatch_uid=f"alarmzin-{id(signaal)}")
        signaal.connect(bij_feit, sender=Feit, dispatch_uid=f"feit-{id(signaal)}")
