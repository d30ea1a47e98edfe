"""Public addresses from tree paths, without asking the database again."""

from django.conf import settings


def pad_op_site(url_path: str, taal: str) -> str:
    """'/start-ar/preventie/x/' in Arabic → '/ar/preventie/x/': the home's own slug goes, the language comes."""
    rest = url_path.split("/", 2)[2]
    return f"/{rest}" if taal == settings.LANGUAGE_CODE else f"/{taal}/{rest}"
