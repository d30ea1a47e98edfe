from __future__ import annotations

import pytest
from django.db import IntegrityError, connection
from wagtail.models import Page

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a server checks by itself")
@pytest.mark.parametrize(
    "sql", ["DELETE FROM wagtailcore_locale", "UPDATE wagtailcore_page SET locale_id = 99999 WHERE depth = 1"]
)
def test_a_key_that_leads_nowhere_is_found_from_both_sides(sql: str) -> None:
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute(sql)
    with pytest.raises(IntegrityError, match="locale"):
        connection.check_constraints()
    connection.set_rollback(True)


def test_what_wrote_nothing_is_not_looked_at(django_assert_num_queries: object) -> None:
    connection.check_constraints()
    list(Page.objects.all()[:1])
    with django_assert_num_queries(0):  # type: ignore[operator]
        connection.check_constraints()
