from django.urls import path

from leernetwerk.podium.views import beheer, brief, lezer, openbaar

urlpatterns = [
    path("", openbaar.uitgelicht, name="uitgelicht"),
    path("nieuwsbrief/", lezer.archief, name="nieuwsbrieven"),
    path("nieuwsbrief/<int:pk>/", lezer.nieuwsbrief, name="nieuwsbrief"),
    path("nieuwsbrief/aanmelden/", lezer.aanmelden, name="nieuwsbrief_aanmelden"),
    path("nieuwsbrief/lid/", lezer.lid, name="nieuwsbrief_lid"),
    path("nieuwsbrief/bevestigen/<str:bewijs>/", lezer.bevestigen, name="nieuwsbrief_bevestigen"),
    path("nieuwsbrief/afmelden/<str:bewijs>/", lezer.afmelden, name="nieuwsbrief_afmelden"),
    path("beheer/", beheer.overzicht, name="podium"),
    path("beheer/nieuw/<int:pk>/", beheer.nieuw, name="podium_nieuw"),
    path("beheer/<int:pk>/", beheer.wijzigen, name="podium_wijzigen"),
    path("beheer/<int:pk>/einde/", beheer.beeindigen, name="podium_beeindigen"),
    path("beheer/nieuwsbrief/", brief.lijst, name="brieven"),
    path("beheer/nieuwsbrief/nieuw/", brief.nieuw, name="brief_nieuw"),
    path("beheer/nieuwsbrief/<int:pk>/", brief.zien, name="brief_zien"),
    path("beheer/nieuwsbrief/<int:pk>/wijzigen/", brief.wijzigen, name="brief_wijzigen"),
    path("beheer/nieuwsbrief/<int:pk>/proef/", brief.proef, name="brief_proef"),
    path("beheer/nieuwsbrief/<int:pk>/versturen/", brief.verstuur, name="brief_versturen"),
]
