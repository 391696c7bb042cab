"""What readers' pages of places are called: renamed and merged, while datelines stay as printed."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NotPossible, refuse
from articles.models import SlugKind, Term, TermKind
from articles.publishing.terms import forget_slug, move_slug
from articles.text import name_slug, one_form


def check_rename_place(slug: str, name: str) -> NotPossible | None:
    """Return why the page of the place with this slug cannot have this name; None if it can."""
    present = name_slug(one_form(name))
    if not present:
        return NotPossible(gettext("A place needs a letter or a digit."))
    if present == slug:
        # Capitals and accents make no other page.
        return NotPossible(
            gettext(
                "The page has this name already. Where only capitals differ, the newest story"
                " decides."
            )
        )
    if not Term.objects.filter(kind=TermKind.PLACE, slug=slug).exists():
        return NotPossible(gettext("No story was published from this place."))
    return None


@transaction.atomic
def rename_place(slug: str, name: str) -> str:
    """Let the page of the place lead to that of the place with this name, and return its slug.

    If there is none, the page gets that name; else both become one. What was and will be published
    from either place is listed there. Datelines stay as they were printed. Raise `NotPossible`.
    """
    refuse(check_rename_place(slug, name))
    name = one_form(name)
    present = name_slug(name)
    # Another place keeps its name as it is printed, whatever capitals somebody typed here.
    printed = Term.objects.filter(kind=TermKind.PLACE, slug=present).order_by("-published_at")
    name = printed.values_list("name", flat=True).first() or name
    move_slug(SlugKind.PLACE, slug, present, name)
    return present


def part_place(slug: str) -> None:
    """Let the place with this former slug have a page of its own again."""
    forget_slug(SlugKind.PLACE, slug)
