from __future__ import annotations

from django.urls import path

from kennisplatform.volgen import views

urlpatterns = [
    path("", views.volgen, name="volgen"),
    path("zet/", views.zet, name="volgen_zet"),
    path("mail/", views.mail, name="volgen_mail"),
    path("gelezen/", views.gelezen, name="volgen_gelezen"),
    path("bericht/<int:pk>/", views.lees, name="volgen_lees"),
    path("stop/<str:token>/", views.stop, name="volgen_stop"),
]
