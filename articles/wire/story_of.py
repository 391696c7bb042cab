"""Which story a piece of copy is about, by its headline."""

from articles.models import Story, WireCopy
from articles.wire.parse.copy_parts import Copy
from articles.wire.parse.notices import versions
from articles.wire.parse.notices.versions import Kind


def story_of(copy: Copy) -> tuple[Kind, Story | None]:
    """Return what the copy says of a story, and the newest story of its headline, if there is one.

    A version that an agency labels as such is also found by the headline under which the story
    arrived, as editors may have changed it. "Update: …" is a label only if the rest is the
    headline of a story.
    """
    if story := _by_headline(copy.headline, labelled=bool(copy.kind)):
        return copy.kind, story
    if copy.kind:
        return copy.kind, None
    version = versions.split(copy.headline, any_case=True)
    story = _by_headline(version.headline, labelled=True) if version.kind else None
    return (version.kind, story) if story else ("", None)


def _by_headline(headline: str, *, labelled: bool) -> Story | None:
    key = Story.key_of(headline)
    if story := Story.objects.filter(headline_key=key).order_by("-pk").first():
        return story
    if not labelled:
        return None
    copies = WireCopy.objects.in_story().filter(headline_key=key, story__isnull=False)
    newest = copies.select_related("story").defer("source", "report").first()
    return newest.story if newest else None
