"""Free words, made at once: as taggit would make them one by one."""

from __future__ import annotations

from typing import Any

import pytest
from taggit.models import Tag

from kennisplatform.inhoudlader import trefwoorden

pytestmark = pytest.mark.django_db


def test_what_is_there_is_taken_and_the_rest_made_as_taggit_would(django_assert_num_queries: Any) -> None:
    er_al = Tag.objects.create(name="Kwikzilver")
    Tag.objects.create(name="kwik zilver")
    with django_assert_num_queries(3):
        tags = trefwoorden.op_naam(["Kwikzilver", "kwik-zilver", "Kwik Zilver", "ضغط الدم"])
    assert tags["Kwikzilver"] == er_al
    assert {naam: Tag.objects.get(name=naam).slug for naam in tags} == {
        "Kwikzilver": "kwikzilver",
        "Kwik Zilver": "kwik-zilver_1",
        "kwik-zilver": "kwik-zilver_2",
        "ضغط الدم": "ضغط-الدم",
    }
    assert trefwoorden.op_naam(["ضغط الدم"])["ضغط الدم"].pk == tags["ضغط الدم"].pk
