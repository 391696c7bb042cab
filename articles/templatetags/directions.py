"""Headlines in any script beside words of the desk, in their own direction."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.text import direction
from articles.text import isolated as isolate

register = template.Library()


@register.filter
def bdi(text: object) -> SafeString:
    """Return the text isolated, as HTML, in the direction of most of its letters."""
    runs = direction(str(text))
    return (
        format_html('<bdi dir="{}">{}</bdi>', runs, text)
        if runs
        else format_html("<bdi>{}</bdi>", text)
    )


@register.filter
def isolated(text: object) -> str:
    """Return the text isolated, for where no HTML can be: the title of a page."""
    return isolate(str(text))
