"""What a page does to read takes no lock of who writes."""

from __future__ import annotations

import pytest
from django.db import connections


@pytest.mark.django_db
def test_a_new_connection_knows_json_without_a_transaction() -> None:
    """Each thread's first page of a network began a transaction to ask, and stood behind an import for 20 s."""
    eigen = connections.create_connection("default")
    try:
        eigen.ensure_connection()
        if eigen.vendor != "sqlite":
            pytest.skip("PostgreSQL is not asked")
        gevraagd: list[str] = []
        eigen.connection.set_trace_callback(gevraagd.append)
        assert eigen.features.supports_json_field and eigen.features.has_json_object_function
        assert gevraagd == []
    finally:
        eigen.close()
