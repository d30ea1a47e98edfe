"""What the networks' own records may be kept for; once a night."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.utils import timezone

from kennisplatform.netwerken.models import Aanvraag, Meedoewens, Uitnodiging

# An address of somebody who never came is nobody's business any longer; a month to see that it lapsed and ask again.
UITNODIGING: Final = dt.timedelta(days=30)
MEEDOEWENS: Final = dt.timedelta(days=60)  # who heard nothing for two months writes again; said on the form
AANVRAAG: Final = dt.timedelta(days=365)  # who was let in, and why not, for as long as somebody may ask


def ruim_op() -> None:
    nu = timezone.now()
    Uitnodiging.objects.filter(verloopt__lt=nu - UITNODIGING).delete()
    Meedoewens.objects.filter(gemaakt__lt=nu - MEEDOEWENS).delete()
    Aanvraag.objects.exclude(besluit=Aanvraag.Besluit.OPEN).filter(besloten__lt=nu - AANVRAAG).delete()
