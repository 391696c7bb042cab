"""Slugs of stories: made from headlines, one a site, never taken from another story."""

from itertools import count

from django.utils.text import slugify
from django.utils.translation import gettext

from articles.core import SlugTaken
from articles.models import PublishedVersion, Story

LONGEST = 100


def free_slug(headline: str, story: Story | None = None) -> str:
    """Return a slug made from the headline that no other story has or has had."""
    base = slugify(headline, allow_unicode=True)[:LONGEST].strip("-_") or "story"
    for number in count(1):
        slug = base if number == 1 else f"{base}-{number}"
        if not is_taken(slug, story):
            return slug
    raise AssertionError("count() does not end")


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
    stories = Story.objects.filter(slug=slug)
    versions = PublishedVersion.objects.filter(slug=slug)
    if story:
        stories = stories.exclude(pk=story.pk)
        versions = versions.exclude(story=story)
    return stories.exists() or versions.exists()
