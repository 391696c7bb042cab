"""Changes of one field in several working copies, each saved as its form would save it.

They raise what `writing.save` does.
"""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext

from articles import writing
from articles.core import NotPossible
from articles.models import Author, Section, Story
from articles.stories import WorkingCopy, working_copy_of
from articles.text import tag_key
from newsroom.accounts.models import User


def move_to_section(story: Story, *, by: User, section: Section) -> None:
    """Put the story into the section. Raise NotPossible where it is in it already."""
    copy = working_copy_of(story)
    _save(story, copy, replace(copy, section=section), by)


def add_author(story: Story, *, by: User, author: Author) -> None:
    """Name the author last in the byline. Raise NotPossible where it names them already."""
    copy = working_copy_of(story)
    authors = copy.authors if author in copy.authors else (*copy.authors, author)
    _save(story, copy, replace(copy, authors=authors), by)


def change_tags(story: Story, *, by: User, add: Sequence[str], remove: Sequence[str]) -> None:
    """Add and remove tags; one that is in both stays. Raise NotPossible if nothing changes."""
    copy = working_copy_of(story)
    added = {tag_key(tag) for tag in add}
    kept = [tag for tag in copy.tags if tag_key(tag) in added or tag not in remove]
    had = {tag_key(tag) for tag in kept}
    tags = (*kept, *(tag for tag in add if tag_key(tag) not in had))
    _save(story, copy, replace(copy, tags=tags), by)


def _save(story: Story, old: WorkingCopy, new: WorkingCopy, by: User) -> None:
    if new == old:
        raise NotPossible(
            gettext("“%(story)s” has this already, so nothing was changed.") % {"story": story}
        )
    writing.save(story, new, by=by)
