from django.urls import path

from kennisplatform.leren import views

urlpatterns = [
    path("af/<int:pk>/", views.les_af, name="les_af"),
    path("bewaren/<int:pk>/", views.les_bewaren, name="les_bewaren"),
    path("mijn/", views.mijn_lessen, name="mijn_lessen"),
    path("mijn/<int:pk>/weg/", views.les_vergeten, name="les_vergeten"),
    path("mijn/bewijs/<slug:reeks>/", views.lesbewijs, name="lesbewijs"),
]
