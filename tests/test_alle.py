"""What is asked of many at once: every one that is wrong is named, and none that comes after it is skipped."""

from __future__ import annotations

import pytest

from tests.alle import van_alle


def test_all_that_are_wrong_are_named() -> None:
    @van_alle([1, 2, 3, 4], lambda n: f"nummer {n}")
    def even(n: int) -> None:
        """Even."""
        assert n % 2 == 0, "oneven"

    with pytest.raises(AssertionError) as fout:
        even()
    gezegd = str(fout.value)
    assert "nummer 1: oneven" in gezegd and "nummer 3: oneven" in gezegd
    assert "nummer 2" not in gezegd and even.__doc__ == "Even."
