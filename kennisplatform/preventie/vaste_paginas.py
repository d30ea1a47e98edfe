"""The trunk of the tree: a home per language, the four areas, themes and topics."""

from __future__ import annotations

from django.conf import settings
from wagtail.models import Locale, Page, Site

from kennisplatform.basis.boom import kind
from kennisplatform.basis.models import Begrip
from kennisplatform.preventie.models import (
    AlgemenePagina,
    HulpmiddelenPagina,
    InvulbladenPagina,
    ModulesPagina,
    OnderwerpPagina,
    PreventiePagina,
    StartPagina,
)

START = {
    "nl": (
        "Hoe gaat het met u?",
        "Typ wat er is. Gewone woorden zijn goed.",
        "Bijvoorbeeld: bang om te vallen",
    ),
    "en": (
        "How are you?",
        "Type what is wrong. Most pages are in Dutch.",
        "For example: afraid of falling",
    ),
    "tr": (
        "Nasılsınız?",
        "Neyiniz olduğunu yazın. Sayfaların çoğu Felemenkçedir.",
        "Örneğin: düşme korkusu",
    ),
    "ar": (
        "كيف حالك؟",
        "اكتب ما بك. معظم الصفحات باللغة الهولندية.",
        "مثلاً: الخوف من السقوط",
    ),
    "pl": (
        "Jak się czujesz?",
        "Napisz, co się dzieje. Większość stron jest po niderlandzku.",
        "Na przykład: boję się upadku",
    ),
    "uk": (
        "Як ви почуваєтеся?",
        "Напишіть, що сталося. Більшість сторінок нідерландською мовою.",
        "Наприклад: боюся впасти",
    ),
}

# The residents' area exists in every language; the areas for professionals are Dutch, and a missing address says so.
GEZOND = {
    "nl": ("Gezond blijven", "Wat kunt u zelf doen, en wanneer vraagt u hulp?"),
    "en": ("Staying healthy", "What can you do yourself, and when do you ask for help? Most articles are in Dutch."),
    "tr": (
        "Sağlıklı kalmak",
        "Kendiniz neler yapabilirsiniz ve ne zaman yardım istersiniz? Yazıların çoğu Felemenkçedir.",
    ),
    "ar": ("حافظ على صحتك", "ماذا يمكنك أن تفعل بنفسك، ومتى تطلب المساعدة؟ معظم المقالات باللغة الهولندية."),
    "pl": (
        "Dbaj o zdrowie",
        "Co można zrobić samemu, a kiedy poprosić o pomoc? Większość artykułów jest po niderlandzku.",
    ),
    "uk": (
        "Бути здоровим",
        "Що ви можете зробити самі, а коли звернутися по допомогу? Більшість статей нідерландською мовою.",
    ),
}


def plant() -> None:
    alle = starts()
    start = alle["nl"]
    titel, inleiding = GEZOND["nl"]
    nederlands = kind(start, PreventiePagina, "preventie", titel, inleiding=inleiding)
    for code in alle.keys() & GEZOND.keys() - {"nl"}:
        titel, inleiding = GEZOND[code]
        if not nederlands.get_translations().filter(locale__language_code=code).exists():
            kind(
                alle[code],
                PreventiePagina,
                "preventie",
                titel,
                inleiding=inleiding,
                translation_key=nederlands.translation_key,
            )
    kind(
        start,
        HulpmiddelenPagina,
        "hulpmiddelen",
        "Hulpmiddelen",
        inleiding="Voor wie in een buurt werkt: normen, instrumenten, werkafspraken, scholing en onderzoek.",
    )
    kind(
        start,
        ModulesPagina,
        "kennis-naar-de-buurt",
        "Kennis naar de buurt",
        inleiding="Korte lessen in stappen, met een kaart om op te hangen. Alleen of met een groep.",
    )
    kind(
        start,
        InvulbladenPagina,
        "invullen",
        "Invullen en meenemen",
        inleiding="Vul in, druk af en neem het mee. Wij bewaren niets van wat u typt.",
    )
    kind(start, AlgemenePagina, "themas", "Thema's", samenvatting="De vijf thema's waarmee buurten aan de slag gaan.")
    kind(start, AlgemenePagina, "stap-voor-stap", "Stap voor stap", samenvatting="Wat doet u eerst, en wat kan later?")
    kind(start, AlgemenePagina, "onderwerpen", "Onderwerpen", samenvatting="Alles over één onderwerp bij elkaar.")


def starts() -> dict[str, StartPagina]:
    """Home pages by language. They are translations of each other; each has a slug of its own at the root."""
    wortel = Page.get_first_root_node()
    if not StartPagina.objects.exists():
        Page.objects.filter(depth=2, content_type__model="page").delete()  # Wagtail's own welcome page
        wortel = Page.get_first_root_node()
    bestaand = {p.locale.language_code: p for p in StartPagina.objects.select_related("locale")}
    for code, _naam in settings.LANGUAGES:
        if code not in bestaand:
            titel, inleiding, voorbeeld = START[code]
            pagina = StartPagina(
                title=titel,
                slug="start" if code == "nl" else f"start-{code}",
                inleiding=inleiding,
                zoekvoorbeeld=voorbeeld,
                locale=Locale.objects.get(language_code=code),
            )
            if "nl" in bestaand:
                pagina.translation_key = bestaand["nl"].translation_key
            wortel.add_child(instance=pagina)
            pagina.save_revision(log_action=False).publish(log_action=False)
            bestaand[code] = pagina
            wortel = Page.get_first_root_node()
    Site.objects.get_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": bestaand["nl"], "site_name": settings.WAGTAIL_SITE_NAME},
    )
    return bestaand


def plant_onderwerpen() -> None:
    """A page per topic, so that an editor can write its introduction."""
    ouder = AlgemenePagina.objects.get(slug="onderwerpen", locale__language_code="nl")
    bestaand = set(OnderwerpPagina.objects.child_of(ouder).values_list("slug", flat=True))
    for begrip in Begrip.objects.filter(soort="onderwerp", locale__language_code="nl"):
        if begrip.code not in bestaand:
            kind(ouder, OnderwerpPagina, begrip.code, begrip.label, samenvatting=begrip.definitie[:160], begrip=begrip)
