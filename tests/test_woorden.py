"""docs/woorden.md says what each domain word is and where: every record of ours is in it, and every word in it is there."""

from __future__ import annotations

import ast
import re
from collections import Counter

from django.apps import apps

from tests.alle import van_alle
from tests.huis import WORTEL
from tests.test_bouw import kamer_van

RIJ = re.compile(r"^\| (\w+) \| (.+?) \| \[`([\w/]+\.py)`\]\(\.\./([\w/]+\.py)\) \|$", re.MULTILINE)
WOORDEN = RIJ.findall((WORTEL / "docs" / "woorden.md").read_text(encoding="utf-8"))


@van_alle(WOORDEN)
def test_the_class_stands_where_the_table_says(rij: tuple[str, str, str, str]) -> None:
    woord, _wat, waar, link = rij
    boom = ast.parse((WORTEL / waar).read_text(encoding="utf-8"))
    assert waar == link
    assert woord in {knoop.name for knoop in boom.body if isinstance(knoop, ast.ClassDef)}


def test_every_record_has_a_row_and_no_word_has_two() -> None:
    namen = Counter(woord for woord, *_rest in WOORDEN)
    assert not [woord for woord, aantal in namen.items() if aantal > 1]
    ours = {model.__name__ for model in apps.get_models() if kamer_van(model.__module__)}
    assert ours - set(namen) == set()
