"""Who is acting at the desk."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

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
