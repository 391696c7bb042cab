"""Rename, merge and give synonyms to tags: drafts get the new word, readers' pages are joined.

Each verb waits for those who save stories, as they wait for it: nobody is to write a tag that
somebody else is about to rename, merge or delete.
"""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext
from taggit.models import Tag, TaggedItem

from articles.core import NotPossible, locked, refuse
from articles.links import lock_matching
from articles.models import FormerSlug, SlugKind
from articles.publishing import forget_slug, forget_slugs, move_slug
from articles.text import name_slug, one_form, tag_key
from articles.writing.tasks import index_stories_of_tag


def check_rename_tag(tag: Tag, name: str) -> NotPossible | None:
    """Return why the tag cannot have this name; None if it can."""
    key, slug = tag_key(one_form(name)), name_slug(name)
    if not key:
        return NotPossible(gettext("A tag needs a word."))
    # Neither database compares all scripts without regard to capitals.
    for other in Tag.objects.exclude(pk=tag.pk):
        if tag_key(other.name) == key or (slug and name_slug(other.name) == slug):
            return NotPossible(
                gettext(
                    "There is already a tag “%(tag)s”: choose both in the list, and merge them."
                )
                % {"tag": other.name}
            )
    return None


@transaction.atomic
def rename_tag(tag: Tag, name: str) -> Tag:
    """Rename the tag in all drafts; the former word is a synonym from now on.

    Raise `NotPossible`, and `Gone` if somebody has deleted it.
    """
    lock_matching()
    tag = locked(tag)
    refuse(check_rename_tag(tag, name))
    former, tag.name = tag.name, one_form(name)
    tag.save(update_fields=["name"])
    _lead(former, tag)
    _find_by(tag)
    return tag


def check_merge_tags(tags: Sequence[Tag]) -> NotPossible | None:
    """Return why the tags cannot become one; None if they can."""
    if len(tags) > 1:
        return None
    return NotPossible(gettext("Choose at least two tags to merge."))


@transaction.atomic
def merge_tags(tags: Iterable[Tag], *, into: Tag | None = None) -> Tag:
    """Merge the tags into one of them, and return it; the rest are synonyms.

    If it is not given, that is the one that most drafts have. Raise `NotPossible` for fewer than
    two that still are there.
    """
    lock_matching()
    keys = [tag.pk for tag in tags]
    counted = Tag.objects.filter(pk__in=keys).annotate(uses=Count("taggit_taggeditem_items"))
    found = sorted(counted.order_by("-uses", "pk"), key=lambda tag: tag != into)
    refuse(check_merge_tags(found))
    kept, *others = found
    for other in others:
        uses = TaggedItem.objects.filter(tag=other)
        for kind in uses.values_list("content_type", flat=True).distinct():
            have = TaggedItem.objects.filter(content_type=kind, tag=kept).values("object_id")
            uses.filter(content_type=kind).exclude(object_id__in=have).update(tag=kept)
    Tag.objects.filter(pk__in=[other.pk for other in others]).delete()
    for other in others:
        _lead(other.name, kept)
    _find_by(kept)
    return kept


def check_add_synonym(tag: Tag, word: str) -> NotPossible | None:
    """Return why the word cannot become the tag where it is typed; None if it can."""
    slug = name_slug(word)
    if not slug:
        return NotPossible(gettext("A synonym needs a letter or a digit."))
    if refusal := check_rename_tag(tag, word):
        return refusal
    former = FormerSlug.objects.present().filter(kind=SlugKind.TAG, slug=slug)
    if other := former.exclude(present=name_slug(tag.name)).first():
        return NotPossible(
            gettext("“%(word)s” is already a synonym of the tag “%(tag)s”.")
            % {"word": word, "tag": other.name}
        )
    return None


@transaction.atomic
def add_synonym(tag: Tag, word: str) -> None:
    """Let the word become the tag wherever it is typed. Raise `NotPossible`."""
    lock_matching()
    refuse(check_add_synonym(tag, word))
    move_slug(SlugKind.TAG, name_slug(word), name_slug(tag.name), tag.name)


@transaction.atomic
def delete_tag(tag: Tag) -> None:
    """Delete the tag from all drafts; its synonyms are words like any other again."""
    lock_matching()
    forget_slugs(SlugKind.TAG, name_slug(tag.name))
    tag.delete()


@transaction.atomic
def remove_synonym(slug: str) -> None:
    """Let the word with this slug be one like any other again."""
    lock_matching()
    forget_slug(SlugKind.TAG, slug)


def _lead(former: str, tag: Tag) -> None:
    """Lead from the page of the former word to that of the tag, unless it is another tag's."""
    slug = name_slug(former)
    if slug not in map(name_slug, Tag.objects.exclude(pk=tag.pk).values_list("name", flat=True)):
        move_slug(SlugKind.TAG, slug, name_slug(tag.name), tag.name)


def _find_by(tag: Tag) -> None:
    """Let the desk's search find the stories that have the tag by its word, in the background.

    Until then it finds them by the former word. What readers find is as it was published.
    """
    # In this transaction: if it is rolled back, so is this.
    index_stories_of_tag.enqueue(tag.pk)
