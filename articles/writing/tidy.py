"""What is stored of a working copy: everything in its one form."""

from dataclasses import asdict, replace

from django.utils.translation import gettext

from articles import body
from articles.core import NewsroomError, refuse, translate
from articles.links import check_related, with_keys_of_targets
from articles.models import Story
from articles.stories import (
    LeadWords,
    WorkingCopy,
    check_slug,
    follows_headline,
    free_slug,
    known_tags,
)
from articles.text import one_form, without_invisible


def tidy(copy: WorkingCopy, story: Story | None) -> WorkingCopy:
    """Return the copy as it is to be stored. Raise `NewsroomError` and `SlugTaken`."""
    headline = one_form(copy.headline)
    if not headline:
        raise NewsroomError(gettext("A story needs a headline: write one, then save again."))
    slug = copy.slug
    if story and slug == story.slug and headline != story.headline and follows_headline(story):
        slug = ""
    if slug:
        refuse(check_slug(slug, story))
    related = tuple(
        replace(link, url=link.url.strip(), headline=one_form(link.headline))
        for link in copy.related
    )
    refuse(check_related(related, story))
    try:
        clean = body.clean(copy.body)
    except body.BodyRefused as error:
        raise NewsroomError(translate(error.message)) from error
    if story:
        blocks = with_keys_of_targets(story, body.read(story.body), body.read(clean))
        clean = body.write(blocks)
    return replace(
        copy,
        headline=headline,
        slug=slug or free_slug(headline, story),
        summary=without_invisible(copy.summary).strip(),
        body=clean,
        authors=tuple(dict.fromkeys(copy.authors)),
        tags=known_tags(copy.tags),
        related=related,
        lead_words=LeadWords(
            **{name: one_form(words) for name, words in asdict(copy.lead_words).items()}
        ).besides(copy.lead_picture),
    )
