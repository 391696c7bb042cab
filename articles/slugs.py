"""Addresses of stories: made from headlines, one a site, never taken from another story."""

from itertools import count

from django.utils.text import slugify

from articles.exceptions import SlugTaken
from articles.models import Edition, Story

LONGEST = 100


def free_slug(headline: str, story: Story | None = None) -> str:
    """Give an address made from the headline that no other story has or has had."""
    base = slugify(headline, allow_unicode=True)[:LONGEST].strip("-_") or "story"
    for number in count(1):
        slug = base if number == 1 else f"{base}-{number}"
        if not is_taken(slug, story):
            return slug
    raise AssertionError("count() does not end")


def refuse_taken(slug: str, story: Story | None) -> None:
    """Raise `SlugTaken` if another story has, or ever published under, this address."""
    if is_taken(slug, story):
        raise SlugTaken(
            f"The address “{slug}” belongs to another story, and links to it must go on"
            " leading there. Choose another address, or leave it empty to have one made."
        )


def is_taken(slug: str, story: Story | None) -> bool:
    """Tell whether another story has, or ever published under, this address."""
    stories = Story.objects.filter(slug=slug)
    editions = Edition.objects.filter(slug=slug)
    if story:
        stories = stories.exclude(pk=story.pk)
        editions = editions.exclude(story=story)
    return stories.exists() or editions.exists()
