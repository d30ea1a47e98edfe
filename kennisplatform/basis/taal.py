"""In which language a piece of the page is, where that is not the page's own; and the Dutch page behind a missing one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.db import DatabaseError
from django.urls import Resolver404, resolve
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, gettext
from wagtail.models import Locale, Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.openbaar import openbaar

PROEFZIN = "Waar zoekt u naar?"  # on every page: when this has no translation, the interface has none
# Language → 'this page is not there yet', 'read it in Dutch', and the language's name in Dutch.
NOG_NIET = {
    "en": ("This page is not available in English yet", "Read it in Dutch", "Engels"),
    "tr": ("Bu sayfa henüz Türkçe olarak yok", "Felemenkçe okuyun", "Turks"),
    "ar": ("هذه الصفحة غير متوفرة بالعربية بعد", "اقرأها بالهولندية", "Arabisch"),
    "pl": ("Tej strony nie ma jeszcze po polsku", "Przeczytaj ją po niderlandzku", "Pools"),
    "uk": ("Цієї сторінки ще немає українською", "Прочитайте її нідерландською", "Oekraïens"),
}
# Language → 'the Dutch page changed since': above a translation that says something older.
NIEUWER = {
    "en": "The Dutch page has changed since this translation was made.",
    "tr": "Bu çeviri yapıldıktan sonra Felemenkçe sayfa değişti.",
    "ar": "تغيّرت الصفحة الهولندية بعد إعداد هذه الترجمة.",
    "pl": "Strona niderlandzka zmieniła się, odkąd powstało to tłumaczenie.",
    "uk": "Нідерландська сторінка змінилася після того, як зробили цей переклад.",
}
# Language → 'part of this page is Dutch': below the title of a page that is not translated as a whole.
DEELS = {
    "en": "Part of this page is still in Dutch.",
    "tr": "Bu sayfanın bir bölümü hâlâ Felemenkçe.",
    "ar": "جزء من هذه الصفحة ما زال بالهولندية.",
    "pl": "Część tej strony jest nadal po niderlandzku.",
    "uk": "Частина цієї сторінки ще нідерландською.",
}
# Language → 'what follows is Dutch': above a screen of ours, whose words nobody translated.
VOLGT = {
    "en": "What follows is in Dutch.",
    "tr": "Aşağıdakiler Felemenkçedir.",
    "ar": "ما يلي باللغة الهولندية.",
    "pl": "Dalsza część jest po niderlandzku.",
    "uk": "Далі — нідерландською мовою.",
}
# Where people come by a link, and views stand in Dutch only.
SCHERMEN = {
    *("leernetwerk", "werkplek", "account", "woorden", "professionals", "kennis-naar-de-buurt"),
    *("menukaart", "zorgpaden", "bewijs"),
}
# Language → 'this page is not there', what to do, home, search, and '112' in a sentence.
NIET_ER = {
    "en": (
        "This page does not exist",
        "Perhaps it has moved, or the address is not quite right.",
        "Home page",
        "Search",
        "Are you in danger now? Call",
    ),
    "tr": (
        "Bu sayfa yok",
        "Sayfa taşınmış ya da adres yanlış olabilir.",
        "Ana sayfa",
        "Ara",
        "Şu anda tehlikede misiniz? Arayın:",
    ),
    "ar": (
        "هذه الصفحة غير موجودة",
        "ربما نُقلت الصفحة، أو أن العنوان غير صحيح.",
        "الصفحة الرئيسية",
        "بحث",
        "هل أنت في خطر الآن؟ اتصل بالرقم",
    ),
    "pl": (
        "Tej strony nie ma",
        "Być może została przeniesiona albo adres jest nieprawidłowy.",
        "Strona główna",
        "Szukaj",
        "Grozi Ci niebezpieczeństwo? Zadzwoń pod",
    ),
    "uk": (
        "Такої сторінки немає",
        "Можливо, її перенесли або адреса неправильна.",
        "Головна сторінка",
        "Пошук",
        "Ви зараз у небезпеці? Телефонуйте",
    ),
}


@dataclass(frozen=True)
class NogNiet:
    """A page that exists in Dutch only, said in the reader's language and in Dutch."""

    taal: str
    kant: str
    kop: str
    lees: str
    naam: str  # of the language, in Dutch
    titel: str  # empty for a view, which has none before it is asked
    adres: str


@dataclass(frozen=True)
class NietEr:
    """An address that is nothing, in the language that it begins with."""

    taal: str
    kant: str
    kop: str
    tekst: str
    thuis: str
    zoek: str
    gevaar: str


def nieuwere(taal: str) -> tuple[str, str]:
    """(what it is, the words of the link to it), in a language that the site has and in English for another."""
    taal = taal if taal in NIEUWER else "en"
    return NIEUWER[taal], NOG_NIET[taal][1]


def deels_nederlands(taal: str) -> str:
    """In a language that the site has, and in English for another."""
    return DEELS.get(taal, DEELS["en"])


def volgt_nederlands(*, deels: bool) -> str:
    """In the page's language, that what follows is Dutch, or in part; empty where the interface speaks that language."""
    zinnen = DEELS if deels else VOLGT
    return zinnen.get(get_language() or "nl", zinnen["en"]) if interface_is_vreemd() else ""


def niet_er(pad: str) -> NietEr | None:
    taal = (pad.split("/") + ["", ""])[1]
    if taal not in NIET_ER or taal not in dict(settings.LANGUAGES):
        return None
    return NietEr(taal, kant_van(taal), *NIET_ER[taal])


def interface_is_vreemd() -> bool:
    """True when the words of buttons and headings are Dutch on a page that is not."""
    return (get_language() or "nl") != "nl" and gettext(PROEFZIN) == PROEFZIN


def merk(taal: str) -> SafeString | str:
    """The attributes for text in this language; nothing where it is the page's own."""
    if not taal or taal == (get_language() or "nl"):
        return ""
    return format_html(' lang="{}" dir="{}"', taal, kant_van(taal))


def merk_eigen() -> SafeString | str:
    """The attributes for a piece within Dutch of which every word is in the page's own language."""
    code = get_language() or "nl"
    return format_html(' lang="{}" dir="{}"', code, kant_van(code)) if interface_is_vreemd() else ""


def kant_van(taal: str) -> str:
    try:
        return "rtl" if get_language_info(taal)["bidi"] else "ltr"
    except KeyError:  # a language that Django has no words in
        return "ltr"


@lru_cache(maxsize=32)
def taal_van(locale_id: int) -> str:
    """Languages are as many as fingers and never change: asked once a process, not once a card."""
    return Locale.objects.values_list("language_code", flat=True).get(pk=locale_id)


def nog_niet(pad: str) -> NogNiet | None:
    """For '/ar/menukaart/': the Dutch page at '/menukaart/', when the public may see it."""
    _begin, taal, rest = (pad.split("/", 2) + ["", ""])[:3]
    if taal not in NOG_NIET or taal not in dict(settings.LANGUAGES) or not rest:
        return None
    kop, lees, naam = NOG_NIET[taal]
    try:
        start = Page.objects.filter(depth=2, locale__language_code="nl").values_list("url_path", flat=True).first()
        paginas = openbaar(Page.objects.filter(url_path=f"{start}{rest.strip('/')}/"))
        gevonden = paginas.order_by().values_list("title", "url_path").first()
    except DatabaseError:
        return None
    if gevonden is not None:
        return NogNiet(taal, kant_van(taal), kop, lees, naam, gevonden[0], pad_op_site(gevonden[1], "nl"))
    if _is_scherm(f"/{rest}"):
        return NogNiet(taal, kant_van(taal), kop, lees, naam, "", f"/{rest}")
    return None


def _is_scherm(pad: str) -> bool:
    """A view of ours that stands in Dutch only, such as the agenda; says nothing of what is behind the address."""
    try:
        return pad.split("/")[1] in SCHERMEN and resolve(pad).url_name != "pagina"
    except Resolver404:
        return False
