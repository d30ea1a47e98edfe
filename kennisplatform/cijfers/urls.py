"""Addresses of taking in figures, for the team."""

from django.urls import path

from kennisplatform.cijfers import invoerviews

urlpatterns = [
    path("register/cijfers/", invoerviews.invoeren, name="cijferinvoeren"),
    path("register/cijfers/sjabloon.csv", invoerviews.sjabloon, name="cijfersjabloon"),
    path("register/cijfers/<int:pk>/", invoerviews.een, name="cijferinvoer"),
]
