"""What is stored of a working copy: everything in its one form."""

from dataclasses import replace

from django.utils.translation import gettext

from articles import body
from articles.core import NewsroomError, refuse
from articles.links import with_keys_of_targets
from articles.models import Story
from articles.stories import WorkingCopy, check_slug, free_slug


def tidy(copy: WorkingCopy, story: Story | None) -> WorkingCopy:
    """Return the copy as it is to be stored. Raise `NewsroomError` and `SlugTaken`."""
    headline = copy.headline.strip()
    if not headline:
        raise NewsroomError(gettext("A story needs a headline: write one, then save again."))
    if copy.slug:
        refuse(check_slug(copy.slug, story))
    clean = body.clean(copy.body)
    if story:
        blocks = with_keys_of_targets(story, body.read(story.body), body.read(clean))
        clean = body.write(blocks)
    return replace(
        copy,
        headline=headline,
        slug=copy.slug or free_slug(headline, story),
        summary=copy.summary.strip(),
        body=clean,
        authors=tuple(dict.fromkeys(copy.authors)),
        tags=tuple(sorted(set(copy.tags))),
    )
