"""How many notices somebody has not read, for the bar."""

from django import template
from django.http import HttpRequest

from articles.core import MOST_COUNTED, count_label
from articles.models import Notice
from newsroom.accounts.models import User

register = template.Library()


@register.simple_tag(takes_context=True)
def unread_of(context: template.Context, request: HttpRequest) -> str:
    """Return how many notices are unread, at most “99+”, as one query says; empty if none is.

    A page that knows says it as `unread_notices`.
    """
    known: str | None = context.get("unread_notices")
    if known is not None or not isinstance(request.user, User):
        return known or ""
    count = Notice.objects.unread_by(request.user).order_by()[: MOST_COUNTED + 1].count()
    return count_label(count)
