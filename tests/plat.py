"""A page as one line: templates are laid out for who reads them, and tests ask for what a page says."""

import re


def plat(html: str) -> str:
    """White space is one space, and none beside a tag."""
    return re.sub(r" ?(<[^>]+>) ?", r"\1", re.sub(r"\s+", " ", html))
