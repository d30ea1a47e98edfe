"""What a file is stands in it, also when it is long and was filled up."""

from __future__ import annotations

import io

import pytest

from kennisplatform.tekst import bestandssoort
from kennisplatform.tekst.bestandssoort import EINDE


@pytest.mark.parametrize("vulling", [b"", b"\x00" * (EINDE + 7), b"\r\n" * EINDE])
@pytest.mark.parametrize("lang", [10, EINDE - 3, EINDE, 3 * EINDE + 11])
def test_the_end_is_the_last_that_stands_in_it(lang: int, vulling: bytes) -> None:
    inhoud = bytes(48 + n % 70 for n in range(lang))
    einde = bestandssoort._einde(io.BytesIO(inhoud + vulling))
    assert inhoud.endswith(einde) and len(einde) == min(lang, EINDE)
