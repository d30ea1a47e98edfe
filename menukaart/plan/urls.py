"""Addresses of the buurtbeeld and the buurtplan, inside the workspace of a neighbourhood."""

from django.urls import path, re_path

from menukaart.plan.views import beeld, klaar, plan

_SOORT = r"(?P<soort>uitdaging|kracht|inzicht|regio)"
_BUURT = r"^werkplek/(?P<buurt>[-a-zA-Z0-9_]+)/"

urlpatterns = [
    path("werkplek/<slug:buurt>/buurtbeeld/", beeld.lezen, name="buurtbeeld"),
    path("werkplek/<slug:buurt>/buurtbeeld/vaststellen/", beeld.vaststellen, name="buurtbeeld_vaststellen"),
    path("werkplek/<slug:buurt>/buurtbeeld/openbaar/", beeld.openbaar, name="buurtbeeld_openbaar"),
    path("werkplek/<slug:buurt>/buurtbeeld/versie/<int:nummer>/", beeld.versie, name="buurtbeeld_versie"),
    path(
        "werkplek/<slug:buurt>/buurtbeeld/uitdaging/<int:pk>/verplaats/", beeld.verplaats, name="buurtbeeld_verplaats"
    ),
    re_path(rf"{_BUURT}buurtbeeld/{_SOORT}/nieuw/$", beeld.nieuw, name="buurtbeeld_nieuw"),
    re_path(rf"{_BUURT}buurtbeeld/{_SOORT}/(?P<pk>\d+)/$", beeld.wijzigen, name="buurtbeeld_wijzigen"),
    re_path(rf"{_BUURT}buurtbeeld/{_SOORT}/(?P<pk>\d+)/weg/$", beeld.weg, name="buurtbeeld_weg"),
    path("werkplek/<slug:buurt>/plan/", plan.lezen, name="buurtplan"),
    path("werkplek/<slug:buurt>/plan/beginnen/", plan.beginnen, name="buurtplan_beginnen"),
    path("werkplek/<slug:buurt>/plan/jaren/", plan.jaren, name="buurtplan_jaren"),
    path("werkplek/<slug:buurt>/plan/meten/", plan.monitoring, name="monitoringplan"),
    path("werkplek/<slug:buurt>/plan/klaar/", klaar.lezen, name="plan_klaar"),
    path("werkplek/<slug:buurt>/plan/klaar/bewaren/", klaar.bewaren, name="plan_klaar_bewaren"),
    path("werkplek/<slug:buurt>/plan/keuze/", plan.keuze, name="buurtplan_keuze"),
    path("werkplek/<slug:buurt>/plan/vaststellen/", plan.vaststellen, name="buurtplan_vaststellen"),
    path("werkplek/<slug:buurt>/plan/versie/<int:nummer>/", plan.planversie, name="planversie"),
    path("werkplek/<slug:buurt>/plan/thema/<slug:code>/", plan.thema, name="plan_thema"),
    path("werkplek/<slug:buurt>/plan/thema/<slug:code>/antwoord/", plan.antwoord, name="plan_antwoord"),
    path("werkplek/<slug:buurt>/plan/thema/<slug:code>/nieuw/", plan.activiteit_nieuw, name="planactiviteit_nieuw"),
    path("werkplek/<slug:buurt>/plan/activiteit/<int:pk>/", plan.activiteit, name="planactiviteit"),
    path("werkplek/<slug:buurt>/plan/activiteit/<int:pk>/weg/", plan.activiteit_weg, name="planactiviteit_weg"),
]
