"""What Wagtail does after each save (who refers to whom, its own search), done once per record at the end of a load.

A page is saved twice before it is live. Both jobs read the whole record each time; together that was a third of a load.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks.backends.dummy import DummyBackend
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
    for werk in eens.values():
        try:
            werk.task.func(*werk.args, **werk.kwargs)
        except ObjectDoesNotExist:
            continue  # saved, and thrown away again


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
