from django.urls import path

from leernetwerk.contact import views

urlpatterns = [
    path("", views.lijst, name="contact"),
    path("vraag/<slug:slug>/", views.vraag, name="contact_vraag"),
    path("vraag/<slug:slug>/<int:pk>/", views.vraag, name="contact_vraag_over"),
    path("<uuid:sleutel>/", views.gesprek, name="contactverzoek"),
    path("<uuid:sleutel>/sluiten/", views.sluiten, name="contact_sluiten"),
    path("<uuid:sleutel>/geholpen/", views.geholpen, name="contact_geholpen"),
]
