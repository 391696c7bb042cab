"""Erase stories and fronts with all that was ever published: for the demo newsroom only."""

# ruff: noqa: S608 - the table names are constants of this room

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from articles.database.cross_table_rules import (
    AUDIT_ENTRY,
    CORRECTION,
    EMBARGO,
    LAST_ACTION,
    LINK_DECISION,
    RELATED_LINK,
    REVISION,
    STORY,
    VERSION,
)
from articles.database.front_rules import BREAKING_NEWS, FRONT, FRONT_SLOT
from articles.database.install_rules import install_rules, remove_rules
from articles.database.live_rules import COVERAGE, ENTRY, ENTRY_VERSION

_TAGGED = (
    "object_id IN ({of}) AND content_type_id IN (SELECT id FROM django_content_type"
    " WHERE app_label = 'articles' AND model = 'story')"
)
_VERSIONS = f"SELECT id FROM {VERSION} WHERE story_id IN ({{of}})"
_ENTRIES = f"SELECT id FROM {ENTRY} WHERE story_id IN ({{of}})"
_ENTRY_VERSIONS = f"SELECT id FROM {ENTRY_VERSION} WHERE story_id IN ({{of}})"
_NOTES = "SELECT id FROM articles_note WHERE story_id IN ({of})"
_WIRE = "SELECT id FROM articles_wirecopy WHERE story_id IN ({of})"
_TAGS = "SELECT tag_id FROM taggit_taggeditem"
#: Which rows go with the stories {of}, those that refer to others first.
_GOING = (
    (
        f"{LINK_DECISION} WHERE link_id IN (SELECT id FROM {RELATED_LINK}"
        " WHERE story_id IN ({of}) OR target_id IN ({of}))"
    ),
    "articles_linksuggestion WHERE story_id IN ({of}) OR target_id IN ({of})",
    f"{RELATED_LINK} WHERE story_id IN ({{of}}) OR target_id IN ({{of}})",
    f"{CORRECTION} WHERE story_id IN ({{of}})",
    f"articles_entryversionwords WHERE version_id IN ({_ENTRY_VERSIONS})",
    f"{ENTRY_VERSION} WHERE story_id IN ({{of}})",
    f"articles_entrywords WHERE entry_id IN ({_ENTRIES})",
    f"{ENTRY} WHERE story_id IN ({{of}})",
    f"{COVERAGE} WHERE story_id IN ({{of}})",
    f"articles_term WHERE version_id IN ({_VERSIONS})",
    f"articles_versionwords WHERE version_id IN ({_VERSIONS})",
    f"{VERSION} WHERE story_id IN ({{of}})",
    (
        "articles_previewuse WHERE link_id IN"
        " (SELECT id FROM articles_previewlink WHERE story_id IN ({of}))"
    ),
    "articles_previewlink WHERE story_id IN ({of})",
    "articles_notice WHERE story_id IN ({of})",
    f"articles_notewords WHERE note_id IN ({_NOTES})",
    "articles_note WHERE story_id IN ({of}) AND answers_to_id IS NOT NULL",
    "articles_note WHERE story_id IN ({of})",
    "articles_presence WHERE story_id IN ({of})",
    f"{REVISION} WHERE story_id IN ({{of}}) AND base_id IS NOT NULL",
    f"{REVISION} WHERE story_id IN ({{of}})",
    f"{LAST_ACTION} WHERE story_id IN ({{of}})",
    f"{AUDIT_ENTRY} WHERE story_id IN ({{of}})",
    f"{EMBARGO} WHERE story_id IN ({{of}})",
    "articles_byline WHERE story_id IN ({of})",
    (
        "articles_datelineplace WHERE dateline_id IN"
        " (SELECT id FROM articles_dateline WHERE story_id IN ({of}))"
    ),
    "articles_dateline WHERE story_id IN ({of})",
    "articles_pullquote WHERE story_id IN ({of})",
    "articles_figure WHERE story_id IN ({of})",
    "articles_storywords WHERE story_id IN ({of})",
    f"articles_wirewords WHERE wire_copy_id IN ({_WIRE})",
    "articles_wirecopy WHERE story_id IN ({of})",
    f"taggit_taggeditem WHERE {_TAGGED}",
    f"{STORY} WHERE id IN ({{of}})",
)


@contextmanager
def without_rules() -> Iterator[None]:
    """Lift the rules across tables inside the block, in one transaction with what it does.

    Raise RuntimeError outside development: they ensure that nothing published is ever lost.
    """
    if not settings.NEWSROOM_DEVELOPMENT:
        raise RuntimeError("The rules across tables can be lifted in development only.")
    with connection.schema_editor() as editor:
        remove_rules(None, editor)
        yield
        # PostgreSQL alters no table while checks of foreign keys are pending.
        connection.check_constraints()
        install_rules(None, editor)


def erase_stories(keys: Collection[int]) -> None:
    """Erase the stories with these primary keys; call it inside `without_rules`.

    Links from other stories to them go too, and those of their tags that no story has any more.
    """
    if not keys:
        return
    of = _listed(keys)
    with connection.cursor() as cursor:
        cursor.execute(f"{_TAGS} WHERE {_TAGGED.format(of=of)}")
        tags = {row[0] for row in cursor.fetchall()}
        for rows in _GOING:
            cursor.execute(f"DELETE FROM {rows.format(of=of)}")
        if tags:
            unused = f"id IN ({_listed(tags)}) AND id NOT IN ({_TAGS})"
            cursor.execute(f"DELETE FROM taggit_tag WHERE {unused}")


def erase_fronts(
    fronts: Collection[int], breaking_news: Collection[int], entries: Collection[int]
) -> None:
    """Erase fronts and breaking news with these primary keys, and what the audit log tells of them.

    Call it inside `without_rules`.
    """
    going = (
        (f"{FRONT_SLOT} WHERE front_id", fronts),
        (f"{FRONT} WHERE id", fronts),
        (f"{BREAKING_NEWS} WHERE id", breaking_news),
        (f"{AUDIT_ENTRY} WHERE id", entries),
    )
    with connection.cursor() as cursor:
        for rows, keys in going:
            if keys:
                cursor.execute(f"DELETE FROM {rows} IN ({_listed(keys)})")


def _listed(keys: Collection[int]) -> str:
    return ", ".join(str(int(key)) for key in keys)
