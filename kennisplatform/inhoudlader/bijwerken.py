"""What Wagtail does after each save (who refers to whom, its own search), done once per record at the end of a load.

A page is saved twice before it is live. Both jobs read the whole record each time; together that was a third of a load.
Its search, told of one record, weighs the titles of all anew: it is told of all of a kind at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks.backends.dummy import DummyBackend
from modelsearch.backends import get_search_backends
from modelsearch.index import get_indexed_instance
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import Page
from wagtail.signals import page_published


@contextmanager
def eenmaal() -> Iterator[None]:
    """Jobs asked for inside are run at its end, each once. After a mistake none is: the load is undone."""
    gewoon = task_backends[DEFAULT_TASK_BACKEND_ALIAS]
    verzameld = DummyBackend(DEFAULT_TASK_BACKEND_ALIAS, {"OPTIONS": {}})
    task_backends[DEFAULT_TASK_BACKEND_ALIAS] = verzameld
    try:
        yield
    finally:
        task_backends[DEFAULT_TASK_BACKEND_ALIAS] = gewoon
    eens = {(werk.task.module_path, tuple(werk.args), tuple(werk.kwargs.items())): werk for werk in verzameld.results}
    zoek_mee(werk.args for werk in eens.values() if werk.task == insert_or_update_object_task)
    for werk in eens.values():
        if werk.task != insert_or_update_object_task:
            with suppress(ObjectDoesNotExist):  # saved, and thrown away again
                werk.task.func(*werk.args, **werk.kwargs)


def zoek_mee(dingen: Iterable[Sequence[Any]]) -> None:
    """Each: app, model and key, as a job of the search names what it adds."""
    sleutels = defaultdict(list)
    for app, naam, pk in dingen:
        sleutels[app, naam].append(pk)
    for (app, naam), pks in sleutels.items():
        per = defaultdict(list)
        for ding in apps.get_model(app, naam)._default_manager.filter(pk__in=pks):
            if (te_vinden := get_indexed_instance(ding, check_exists=False)) is not None:
                per[type(te_vinden)].append(te_vinden)
        for model, rij in per.items():
            mag = set(model.get_indexed_objects().filter(pk__in=[d.pk for d in rij]).values_list("pk", flat=True))
            for motor in get_search_backends(with_auto_update=True):
                motor.add_bulk(model, [ding for ding in rij if ding.pk in mag])


def zet_live(pagina: Page) -> None:
    """Publish what is in hand, checked by whoever calls.

    Wagtail's own way reads the page back from its revision, checks it twice more and saves it again: half of a load.
    """
    nu = timezone.now()
    pagina.live, pagina.expired, pagina.has_unpublished_changes = True, False, False
    pagina.first_published_at = pagina.first_published_at or nu
    pagina.last_published_at = nu
    revisie = pagina.save_revision(clean=False, changed=False, log_action=False)
    pagina.live_revision = revisie
    pagina.save(clean=False)
    page_published.send(sender=type(pagina), instance=pagina, revision=revisie)
