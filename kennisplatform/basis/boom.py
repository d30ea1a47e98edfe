"""The page tree by hand: the Dutch home, and 'the child with this slug, made when it isn't there'."""

from __future__ import annotations

from wagtail.models import Page

from kennisplatform.basis.models.prullenbak import lag_op


def start() -> Page:
    return Page.objects.get(depth=2, locale__language_code="nl").specific


def kind(ouder: Page, model: type[Page], slug: str, titel: str, **velden: object) -> Page:
    """The child with this slug, made when it isn't there. What an editor threw away is not made anew behind their back."""
    pagina = model.objects.child_of(ouder).filter(slug=slug).first()
    pagina = pagina or lag_op([f"{ouder.url_path}{slug}/"]).type(model).specific().first()
    if pagina is None:
        pagina = model(title=titel, slug=slug, locale=ouder.locale, **velden)
        type(ouder).objects.get(pk=ouder.pk).add_child(instance=pagina)
        pagina.save_revision(log_action=False).publish(log_action=False)
    return pagina


def gebied(model: type[Page]) -> Page:
    """The one Dutch page of this type: the parent of everything in an area."""
    return model.objects.get(locale__language_code="nl")
