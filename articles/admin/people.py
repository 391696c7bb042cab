"""Who is asking, and what people are called."""

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from articles import permissions


def acting(request: HttpRequest) -> User:
    """Give the account that acts; raise PermissionDenied where nobody is logged in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def refuse_strangers(request: HttpRequest) -> None:
    """Raise PermissionDenied to who may not read drafts."""
    if not permissions.can_read_drafts(request.user):
        raise PermissionDenied


def name_of(user: User | None) -> str:
    """Give a person's name, or the account's; the newsroom itself where nobody acted."""
    return (user.get_full_name() or user.get_username()) if user else "the newsroom"
