"""Synthetic networks: as many as was asked, marked, the same for the same seed, and gone without a trace."""

from __future__ import annotations

from collections import Counter

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.db.models import Count, Q
from wagtail.fields import StreamField

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.netwerken.models import Uitnodiging
from kennisplatform.proefdata.management.commands.proefdata import modellen, vul, wis
from kennisplatform.register.models import Criterium
from tests import mensen

pytestmark = pytest.mark.django_db
M = 60


def stand() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in apps.get_models() if model._meta.managed}


def inhoud() -> list[tuple[object, ...]]:
    rij = Lidmaatschap.objects.filter(buurt__slug__startswith="proef-").order_by("pk")
    return list(rij.values_list("buurt__slug", "persoon__email", "rol", "van", "tot"))


def test_as_large_and_as_divided_as_a_real_programme() -> None:
    vul(0, M, 1)
    proef = Buurt.objects.filter(slug__startswith="proef-")
    rij = Lidmaatschap.objects.filter(buurt__in=proef)
    assert proef.count() == M and rij.count() == 30 * M
    lopend = rij.lopend()
    assert lopend.count() < rij.count() / 3  # most have ended
    eigen = lopend.exclude(rol__in=[Netwerkrol.COACH, Netwerkrol.COORDINATOR])
    assert 5 * M <= eigen.values("persoon").distinct().count() <= 7 * M
    kartrekkers = Counter(
        proef.order_by().annotate(n=Count("lidmaatschappen", filter=mag_trekken())).values_list("n", flat=True)
    )
    assert kartrekkers[2] > M / 2 and len(kartrekkers) > 1  # mostly two, not always
    per_coach = (
        lopend.filter(rol=Netwerkrol.COACH)
        .order_by()
        .values("persoon")
        .annotate(n=Count("pk"))
        .values_list("n", flat=True)
    )
    assert 8 <= max(per_coach) <= 15
    assert Criterium.objects.filter(buurt__in=proef).count() == 6 * M
    assert Logregel.objects.filter(buurt__in=proef).count() == 20 * M
    assert {u.staat for u in Uitnodiging.objects.filter(buurt__in=proef)} >= {"open", "verlopen"}
    assert proef.values("partner").distinct().count() > 5 and proef.values("fase").distinct().count() > 3
    assert proef.filter(lengtegraad=None).exists() and proef.exclude(cbs_code="").exists()
    for buurt in proef:
        buurt.clean_fields()


def mag_trekken() -> Q:
    return Q(lidmaatschappen__rol=Netwerkrol.KARTREKKER, lidmaatschappen__tot__isnull=True)


def test_recognisable_and_nobody_gets_in_with_it() -> None:
    voor = set(Gebruiker.objects.values_list("pk", flat=True))
    vul(0, 5, 1)
    for wie in Gebruiker.objects.exclude(pk__in=voor):
        assert wie.email.endswith("@proef.example") and wie.last_name == "(proef)" and not wie.has_usable_password()
    assert authenticate(email="lid-1@proef.example", password="!") is None


def test_one_seed_gives_the_same() -> None:
    vul(0, 6, 7)
    een = inhoud()
    wis()
    vul(0, 6, 7)
    assert inhoud() == een
    wis()
    vul(0, 6, 8)
    assert inhoud() != een


def test_erasing_leaves_all_the_rest() -> None:
    echte, buurt = mensen.persoon("echt"), mensen.buurt("echte-buurt")
    mensen.lid(buurt, Netwerkrol.KARTREKKER, echte)
    naamgenoot = Gebruiker.objects.create_user("iemand@voorbeeld.example", None, last_name="(proef)")
    voor = stand()
    vul(0, 8, 1)
    assert stand() != voor
    wis()
    assert stand() == voor and Gebruiker.objects.filter(pk__in=[echte.pk, naamgenoot.pk]).count() == 2


def test_who_was_added_by_hand_does_not_hinder_erasing_either() -> None:
    vul(0, 4, 1)
    echte, proef = mensen.persoon("echt"), Gebruiker.objects.filter(email__endswith="@proef.example").first()
    mensen.lid(Buurt.objects.filter(slug__startswith="proef-").first(), Netwerkrol.ANDERS, echte)
    mensen.lid(mensen.buurt("echte-buurt"), Netwerkrol.ANDERS, proef)
    wis()
    assert (
        not Buurt.objects.filter(slug__startswith="proef-").exists() and Gebruiker.objects.filter(pk=echte.pk).exists()
    )


def test_an_editor_can_open_and_save_every_sample_page() -> None:
    """Rules for sources, alarm sentences and amounts grow stricter; pages for scale tests keep to them."""
    vul(120, 10, 1)
    gezien = set()
    for soort, model in modellen().items():
        for pagina in model.objects.filter(slug__startswith="proef-"):
            gezien.add(soort)
            pagina.full_clean()
            for veld in pagina._meta.local_fields:
                if isinstance(veld, StreamField):
                    veld.stream_block.clean(getattr(pagina, veld.name))
    assert gezien == {"interventie", "artikel", "praktijkvoorbeeld", "zorgpad"}
