"""Slugs of stories: made from headlines, one a site, never taken from another story."""

import re
from collections.abc import Iterable

from django.utils.crypto import get_random_string
from django.utils.translation import gettext

from articles.core import SlugTaken
from articles.models import HAS_PERIOD, PublishedVersion, Story
from articles.text import make_slug

LONGEST = 100
#: Up to this many stories with one headline get numbers; more are rare, and get letters.
MOST_NUMBERS = 300


def free_slug(headline: str, story: Story | None = None) -> str:
    """Return a slug made from the headline that no other story has or has had.

    It takes one query, however many have the headline.
    """
    base = _base(headline)
    numbered = [base, *(f"{base}-{number}" for number in range(2, MOST_NUMBERS + 1))]
    taken = _taken(numbered, story)
    free = (slug for slug in numbered if slug not in taken)
    return next(free, None) or f"{base}-{get_random_string(8, 'bcdfghjkmnpqrstvwxz')}"


def follows_headline(story: Story) -> bool:
    """Return whether the story's slug is to change with its headline.

    It is to change if it was made from the headline, and no page at that URL was or will be public.
    """
    if story.published_versions.filter(HAS_PERIOD).exists():
        return False
    made = rf"{re.escape(_base(story.headline))}(-\d{{1,3}})?"
    return re.fullmatch(made, story.slug) is not None


def check_slug(slug: str, story: Story | None) -> SlugTaken | None:
    """Return a refusal if another story has this slug, or was ever published under it."""
    if not is_taken(slug, story):
        return None
    return SlugTaken(
        gettext(
            "The slug “%(slug)s” belongs to another story, and links to that story must keep"
            " working. Choose another slug, or leave it empty to have one made."
        )
        % {"slug": slug}
    )


def is_taken(slug: str, story: Story | None) -> bool:
    """Return whether another story has this slug, or was ever published under it."""
    return slug in _taken([slug], story)


def stories_of(slugs: Iterable[str]) -> dict[str, set[int]]:
    """Return the keys of the stories that have each slug, or were ever published under it."""
    found: dict[str, set[int]] = {}
    sought = list(slugs)
    stories = Story.objects.filter(slug__in=sought).order_by().values_list("slug", "pk")
    versions = PublishedVersion.objects.filter(slug__in=sought).order_by()
    for slug, story in stories.union(versions.values_list("slug", "story_id")):
        found.setdefault(slug, set()).add(story)
    return found


def _taken(slugs: list[str], story: Story | None) -> set[str]:
    """Return those of the slugs that another story has, or was ever published under."""
    stories = Story.objects.filter(slug__in=slugs)
    versions = PublishedVersion.objects.filter(slug__in=slugs)
    if story:
        stories, versions = stories.exclude(pk=story.pk), versions.exclude(story=story)
    both = (
        stories.order_by()
        .values_list("slug", flat=True)
        .union(versions.order_by().values_list("slug", flat=True))
    )
    return set(both)


def _base(headline: str) -> str:
    return make_slug(headline, LONGEST) or "story"
