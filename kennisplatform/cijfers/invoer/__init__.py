"""Files of others become figures. One module a format; `openen.py` finds out which it is, `opnemen.py` writes."""
