from __future__ import annotations

import pytest
from django import forms
from wagtail.models import Page

pytestmark = pytest.mark.django_db
REUS = "9" * 40


def test_a_number_that_no_database_holds_is_none_of_the_choices() -> None:
    wortel = Page.objects.get(depth=1)
    assert list(Page.objects.filter(pk__in=[REUS, f"-{REUS}", wortel.pk])) == [wortel]
    assert not Page.objects.filter(pk__in=[REUS]).exists()
    assert Page.objects.filter(pk__in=Page.objects.filter(depth=1).values("pk")).get() == wortel
    with pytest.raises(forms.ValidationError) as fout:
        forms.ModelMultipleChoiceField(Page.objects.all()).clean([REUS, str(wortel.pk)])
    assert fout.value.code == "invalid_choice"
