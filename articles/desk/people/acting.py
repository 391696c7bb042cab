"""Who is acting at the desk, and what people are called."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext

from articles.people import permissions
from newsroom.accounts.models import User


def acting(request: HttpRequest) -> User:
    """Return the account that acts. Raise PermissionDenied where nobody is logged in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def require_draft_access(request: HttpRequest) -> None:
    """Raise PermissionDenied if the user may not view drafts."""
    if not permissions.can_read_drafts(request.user):
        raise PermissionDenied


def name_of(user: User | None) -> str:
    """Return a person's name, or the account's; the newsroom itself where nobody acted."""
    if user is None:
        return gettext("the newsroom")
    return user.get_full_name() or user.get_username()
