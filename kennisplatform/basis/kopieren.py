"""A copy of a page begins with an address that is free."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms.pages import CopyForm
from wagtail.coreutils import find_available_slug


class Kopieerformulier(CopyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ouder = self.page.get_parent()
        self.fields["new_slug"].initial = find_available_slug(ouder, self.page.slug) if ouder else self.page.slug
