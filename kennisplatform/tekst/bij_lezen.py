"""Half a sign (a lone surrogate) in JSON of before the rule is left out where it is read: no page could be sent that shows it.

SQLite keeps such JSON, PostgreSQL refuses it. Other text can't hold one: no database takes it.
"""

from __future__ import annotations

import json
from typing import Any

from django.db.models import JSONField

_GEWOON = JSONField.from_db_value


def _uit_de_tabel(self: JSONField, value: Any, expression: Any, connection: Any) -> Any:
    uit = _GEWOON(self, value, expression, connection)
    if isinstance(value, str) and ("\\ud" in value or "\\uD" in value):  # whole signs above U+FFFF are written so too
        return json.loads(json.dumps(uit, ensure_ascii=False).encode(errors="ignore"))
    return uit


def verbind() -> None:
    JSONField.from_db_value = _uit_de_tabel  # type: ignore[method-assign]  # Django's and Wagtail's fields ask this one
