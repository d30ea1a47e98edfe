"""What Wagtail does after each save (who refers to whom, its own search), done once per record at the end of a load.

A page is saved three times before it is published. Both jobs read the whole record each time; together that was a third
of a load.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ObjectDoesNotExist
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks.backends.dummy import DummyBackend


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
