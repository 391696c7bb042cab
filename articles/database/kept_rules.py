"""Rules on what goes with published versions: what pages showed stays, and is of one story only.

They are among the cross-table rules (`cross_table_rules.py`).
"""

# ruff: noqa: S608 - the table names are constants of this room

from articles.database.rule import Frozen, Needs, NoErasure, Refusal, Rule, needs

VERSION = "articles_publishedversion"
TERM = "articles_term"
WIRE_COPY = "articles_wirecopy"

# A draft that nobody has seen may be deleted, and with it what was decided on links to it.
_READERS_MAY_HAVE_SEEN = (
    f"EXISTS (SELECT 1 FROM {VERSION} WHERE story_id = OLD.story_id) AND (OLD.target_id IS NULL"
    f" OR EXISTS (SELECT 1 FROM {VERSION} WHERE story_id = OLD.target_id))"
)
_OPENS_ANOTHER = (
    "NOT EXISTS (SELECT 1 FROM articles_revision revision WHERE revision.id = NEW.revision_id"
    " AND revision.story_id = NEW.story_id)"
)
_ANSWERS_ANOTHER = (
    "NEW.answers_to_id IS NOT NULL AND (NEW.answers_to_id = NEW.id OR NOT EXISTS (SELECT 1"
    " FROM articles_note note WHERE note.id = NEW.answers_to_id"
    " AND note.story_id = NEW.story_id AND note.answers_to_id IS NULL))"
)


def _kept(table: str, name: str, called: str) -> Refusal:
    return Refusal(
        name=f"{name}_is_kept",
        table=table,
        event="DELETE",
        message=f"{called} is never deleted",
        needs={table: frozenset()},
    )


def _written(table: str, name: str, message: str, unless: str, read: Needs) -> tuple[Rule, ...]:
    """Return the rules that refuse to add or change a row for which `unless` holds."""
    return tuple(
        Refusal(
            name=f"{prefix}{name}",
            table=table,
            event=event,
            message=message,
            condition=unless,
            needs=read,
        )
        for prefix, event in (("new_", "INSERT"), ("", "UPDATE"))
    )


KEPT: tuple[Rule, ...] = (
    _kept("articles_sectionperiod", "section_period", "a period of a section"),
    _kept("articles_authorperiod", "author_period", "a period of an author"),
    _kept("articles_formerslug", "former_slug", "a former slug"),
    Refusal(
        name="link_decision_is_kept",
        table="articles_linkdecision",
        event="DELETE",
        message="a decision on a link that readers may have seen is never deleted",
        condition=_READERS_MAY_HAVE_SEEN,
        needs=needs(
            articles_linkdecision="story_id target_id", articles_publishedversion="story_id"
        ),
    ),
    # A draft that nobody has seen may be deleted, also if its coverage has started.
    Refusal(
        name="live_coverage_is_kept",
        table="articles_livecoverage",
        event="DELETE",
        message="a period of live coverage that readers may have seen is never deleted",
        condition=f"EXISTS (SELECT 1 FROM {VERSION} WHERE story_id = OLD.story_id)",
        needs=needs(articles_livecoverage="story_id", articles_publishedversion="story_id"),
    ),
    Frozen(name="term_is_frozen", table=TERM, message="where a version is listed never changes"),
    _kept(TERM, "term", "where a version is listed"),
    NoErasure(
        name="term_is_not_erased",
        table=TERM,
        message="where a version is listed is neither replaced nor truncated",
        keys=(("id",), ("version_id", "kind", "slug")),
    ),
    Frozen(
        name="wire_copy_is_frozen",
        table=WIRE_COPY,
        message="wire copy stays as it arrived",
        # What became of it, and when it arrived last.
        free=frozenset(
            "name headline headline_key outcome story_id report embargo_open received_at"
            " received_by_id".split()
        ),
    ),
    _kept(WIRE_COPY, "wire_copy", "wire copy"),
    NoErasure(
        name="wire_copy_is_not_erased",
        table=WIRE_COPY,
        message="wire copy is neither replaced nor truncated",
        keys=(("id",), ("sha256",)),
    ),
    *_written(
        "articles_previewlink",
        "preview_link_opens_its_story",
        "a preview link opens a revision of its story",
        _OPENS_ANOTHER,
        needs(articles_previewlink="story_id revision_id", articles_revision="story_id"),
    ),
    *_written(
        "articles_note",
        "note_answers_one_of_its_story",
        "an answer belongs to a note of its story",
        _ANSWERS_ANOTHER,
        needs(articles_note="story_id answers_to_id"),
    ),
)
