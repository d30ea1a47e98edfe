"""Whom to call now, in words that the reader reads: the same that stand above a search by who may be in danger."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from kennisplatform.zoeken.taal.crisis import BRON, blok, heeft_blok

register = template.Library()
# Language → when to call the huisartsenpost: it has no line in the panel above a search.
POST = {
    "en": "GP closed, and it can’t wait",
    "tr": "aile hekimi kapalıysa ve bekleyemiyorsanız",
    "ar": "عيادة طبيب الأسرة مغلقة والأمر لا يحتمل الانتظار",
    "pl": "lekarz rodzinny nie przyjmuje, a sprawa nie może czekać",
    "uk": "сімейний лікар не приймає, а чекати не можна",
}


@register.simple_tag
def noodwoorden() -> dict[str, str]:
    """Nothing where the page is in Dutch, which has shorter ones, or where nobody translated them."""
    taal = get_language() or BRON
    return {**blok(taal), "post": POST.get(taal, "")} if taal != BRON and heeft_blok(taal) else {}
