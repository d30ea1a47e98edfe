"""Writing and removing many rows at once, without Django's per-row work: only for synthetic data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, models
from django.dispatch import Signal

from kennisplatform.basis.happen import HAP, happen


def schrijf_ruw(model: type[models.Model], rijen: Sequence[models.Model]) -> None:
    """Inserts the rows exactly as given, also columns that `auto_now_add` would fill, and also for a model with a parent table whose rows exist already.

    Django's bulk_create refuses the second and spoils the first. Primary keys that count by themselves are left to do so.
    """
    kolommen = [veld for veld in model._meta.local_concrete_fields if not isinstance(veld, models.AutoField)]
    grootte = connection.ops.bulk_batch_size(kolommen, rijen) or HAP
    for hap in happen(rijen, min(grootte, HAP)):
        alle = model._base_manager.get_queryset()
        # What bulk_create builds on; the stubs leave it out.
        alle._insert(hap, fields=kolommen, using=connection.alias, raw=True)  # type: ignore[attr-defined]


@contextmanager
def zonder_signalen(*signalen: Signal) -> Iterator[None]:
    """Listeners cost 40 ms a page and have nothing to tidy on rows that were written without them."""
    bewaard = [signaal.receivers for signaal in signalen]
    try:
        for signaal in signalen:
            signaal.receivers = []
            signaal.sender_receivers_cache.clear()
        yield
    finally:
        for signaal, ontvangers in zip(signalen, bewaard, strict=True):
            signaal.receivers = ontvangers
            signaal.sender_receivers_cache.clear()
