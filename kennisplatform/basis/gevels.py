"""Fronts of houses as the outline of one path, in the order in which a row of them stands: drawn, never chosen by hand."""

from __future__ import annotations

# In a field of 112 by 40: a door on home.
BREED = (
    "M0 40V26h16v-7h16v-7h16V5h16v7h16v7h16v7h16v14z",
    "M0 40V26q22 0 25-10Q27 4 56 4t31 12q3 10 25 10v14z",
    "M0 40V26L44 10V3h24v7l44 16v14z",
    "M0 40V27L56 3l56 24v13z",
    "M0 40V12h6V5h100v7h6v28z",
    "M0 40V24h20V14h20V5h32v9h20v10h20v16z",
)
# In a field of 48 by 48: a house on the road of a network.
SMAL = (
    "M4 46V20h5v-6h5V8h5V3h10v5h5v6h5v6h5v26z",
    "M4 46V24h5c2 0 4-3 4-8 0-8 5-12 11-12s11 4 11 12c0 5 2 8 4 8h5v22z",
    "M4 46V20L18 9V3h12v6l14 11v26z",
    "M4 46V22L24 4l20 18v24z",
    "M4 46V12h5V5h30v7h5v34z",
    "M4 46V20h4v-5h5v-5h5V4h12v6h5v5h5v5h4v26z",
    "M4 46V22c4 0 8-4 8-10h24c0 6 4 10 8 10v24z",
)


def gevel(rij: tuple[str, ...], nummer: int) -> str:
    """The front of house `nummer`, counted from 1; after the last the row begins again."""
    return rij[(nummer - 1) % len(rij)]
