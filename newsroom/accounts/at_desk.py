"""Who is logged in at the desk, for what lies outside of its URLs."""

from django.contrib import admin
from django.http import HttpRequest

from newsroom.accounts.models import User
from newsroom.accounts.sessions import is_over


def person_at_desk(request: HttpRequest) -> User | None:
    """Return the person who asks, if they may use the desk and their session is not over."""
    if is_over(request) or not admin.site.has_permission(request):
        return None
    return request.user if isinstance(request.user, User) else None
