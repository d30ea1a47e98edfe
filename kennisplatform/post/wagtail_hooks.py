from __future__ import annotations

from wagtail import hooks

from kennisplatform.post.scherm import PostViewSet


@hooks.register("register_admin_viewset")
def postscherm() -> PostViewSet:
    return PostViewSet()
