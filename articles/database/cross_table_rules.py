"""Rules that no column constraint can hold, declared for both databases.

A migration installs them (`database/install_rules.py`), as triggers and, on PostgreSQL, exclusion
constraints. On SQLite a migration that alters a table rebuilds it without its triggers: one that
alters a table named here begins with `remove_rules` and ends with `install_rules`.
"""

# ruff: noqa: S608 - the table names are constants of this room

from articles.database.front_rules import FRONT_RULES
from articles.database.kept_rules import KEPT
from articles.database.live_rules import LIVE_RULES
from articles.database.periods import no_overlap, periods
from articles.database.rule import Cascade, Frozen, NoErasure, NoOverlap, Refusal, Rule, needs

VERSION = "articles_publishedversion"
AUDIT_ENTRY = "articles_auditentry"
STORY = "articles_story"
EMBARGO = "articles_embargo"
CORRECTION = "articles_correction"
REVISION = "articles_revision"
LAST_ACTION = "articles_lastaction"
RELATED_LINK = "articles_relatedlink"
LINK_DECISION = "articles_linkdecision"

# From when its embargo was set until it ends, nothing new of a story reaches readers. What they saw
# before may stay.
_STARTS_UNDER_EMBARGO = (
    "{version}.kind = 'story' AND {version}.visible_from > {embargo}.set_at"
    " AND {version}.visible_from < {embargo}.until"
    " AND ({version}.visible_until IS NULL OR {version}.visible_until > {version}.visible_from)"
)
_VERSION_UNDER_EMBARGO = (
    f"EXISTS (SELECT 1 FROM {EMBARGO} embargo WHERE embargo.story_id = NEW.story_id"
    f" AND {_STARTS_UNDER_EMBARGO.format(version='NEW', embargo='embargo')})"
)
_EMBARGO_OVER_VERSION = (
    f"EXISTS (SELECT 1 FROM {VERSION} version WHERE version.story_id = NEW.story_id"
    f" AND {_STARTS_UNDER_EMBARGO.format(version='version', embargo='NEW')})"
)
_EMBARGO_NEEDS = needs(
    articles_publishedversion="story_id kind visible_from visible_until",
    articles_embargo="story_id until set_at",
)
_NOT_UNDER_EMBARGO = "no version of a story starts under embargo"
_WITH_VERSION = (
    "NEW.published_version_id IS NOT NULL AND NOT EXISTS (SELECT 1"
    f" FROM {VERSION} version WHERE version.id = NEW.published_version_id"
    " AND version.story_id = NEW.story_id AND version.visible_from = NEW.at)"
)
_WITH_VERSION_NEEDS = needs(
    articles_correction="story_id published_version_id at",
    articles_publishedversion="story_id visible_from",
)

RULES: tuple[Rule, ...] = (
    Frozen(
        name="published_version_is_frozen",
        table=VERSION,
        message="only visible_until of a published version may change",
        free=frozenset({"visible_until"}),
    ),
    Refusal(
        name="published_version_is_kept",
        table=VERSION,
        event="DELETE",
        message="a published version is never deleted",
        needs=needs(articles_publishedversion=""),
    ),
    no_overlap(
        VERSION,
        "published_version_periods_do_not_overlap",
        "the story has a published version in this period",
        "story_id",
        start="visible_from",
        end="visible_until",
    ),
    NoOverlap(
        name="published_version_slug_of_one_story",
        table=VERSION,
        message="the slug belongs to another story",
        events=("INSERT",),
        sqlite="other.slug = NEW.slug AND other.story_id <> NEW.story_id",
        postgresql="slug WITH =, story_id WITH <>",
        needs=needs(articles_publishedversion="story_id slug"),
    ),
    Refusal(
        name="embargo_holds_new_version",
        table=VERSION,
        event="INSERT",
        message=_NOT_UNDER_EMBARGO,
        condition=_VERSION_UNDER_EMBARGO,
        needs=_EMBARGO_NEEDS,
        lock_story="FOR SHARE",
    ),
    Refusal(
        name="embargo_holds_version",
        table=VERSION,
        event="UPDATE OF visible_until",
        message=_NOT_UNDER_EMBARGO,
        condition=_VERSION_UNDER_EMBARGO,
        needs=_EMBARGO_NEEDS,
        lock_story="FOR SHARE",
    ),
    Refusal(
        name="new_embargo_is_not_late",
        table=EMBARGO,
        event="INSERT",
        message=_NOT_UNDER_EMBARGO,
        condition=_EMBARGO_OVER_VERSION,
        needs=_EMBARGO_NEEDS,
        lock_story="FOR NO KEY UPDATE",
    ),
    Refusal(
        name="embargo_is_not_late",
        table=EMBARGO,
        event="UPDATE",
        message=_NOT_UNDER_EMBARGO,
        condition=_EMBARGO_OVER_VERSION,
        needs=_EMBARGO_NEEDS,
        lock_story="FOR NO KEY UPDATE",
    ),
    Frozen(
        name="audit_entry_is_frozen",
        table=AUDIT_ENTRY,
        message="an audit log entry is never changed",
    ),
    Refusal(
        name="audit_entry_is_kept",
        table=AUDIT_ENTRY,
        event="DELETE",
        message="an audit log entry is never deleted",
        needs=needs(articles_auditentry=""),
    ),
    Frozen(
        name="correction_is_frozen",
        table=CORRECTION,
        message="a correction can only be retracted",
        free=frozenset(
            {"published_version_id", "retracted_at", "retracted_by_id", "retraction_reason"}
        ),
    ),
    Refusal(
        name="correction_is_kept",
        table=CORRECTION,
        event="DELETE",
        message="a correction is never deleted",
        needs=needs(articles_correction=""),
    ),
    Refusal(
        name="new_correction_starts_with_its_version",
        table=CORRECTION,
        event="INSERT",
        message="a correction starts with the version of its story to which it belongs",
        condition=_WITH_VERSION,
        needs=_WITH_VERSION_NEEDS,
    ),
    Refusal(
        name="correction_starts_with_its_version",
        table=CORRECTION,
        event="UPDATE OF published_version_id",
        message="a correction starts with the version of its story to which it belongs",
        condition=_WITH_VERSION,
        needs=_WITH_VERSION_NEEDS,
    ),
    Refusal(
        name="published_story_is_kept",
        table=STORY,
        event="DELETE",
        message="a story with published versions is never deleted",
        condition=f"EXISTS (SELECT 1 FROM {VERSION} WHERE story_id = OLD.id)",
        needs=needs(articles_story="", articles_publishedversion="story_id"),
    ),
    Refusal(
        name="linked_story_is_kept",
        table=STORY,
        event="DELETE",
        message="a story to which links lead is not deleted",
        condition=f"EXISTS (SELECT 1 FROM {RELATED_LINK} WHERE target_id = OLD.id)",
        needs=needs(articles_story="", articles_relatedlink="target_id"),
    ),
    *periods(LINK_DECISION, "link_decision", "decision on a link", "link_id"),
    *periods("articles_sectionperiod", "section_period", "period of a section", "section_id"),
    *periods("articles_authorperiod", "author_period", "period of an author", "author_id"),
    *periods("articles_formerslug", "former_slug", "former slug", "kind", "slug"),
    *FRONT_RULES,
    *LIVE_RULES,
    Frozen(name="revision_is_frozen", table=REVISION, message="a revision is never changed"),
    Refusal(
        name="revision_is_kept",
        table=REVISION,
        event="DELETE",
        message="a revision is deleted with its story only",
        condition=f"EXISTS (SELECT 1 FROM {STORY} WHERE id = OLD.story_id)",
        needs=needs(articles_revision="story_id", articles_story=""),
    ),
    Cascade(
        name="revisions_go_with_story",
        table=STORY,
        statement=f"DELETE FROM {REVISION} WHERE story_id = OLD.id",
        needs=needs(articles_story="", articles_revision="story_id"),
    ),
    Cascade(
        name="last_action_comes_with_story",
        table=STORY,
        event="INSERT",
        statement=f"INSERT INTO {LAST_ACTION} (story_id, at) VALUES (NEW.id, NEW.changed_at)",
        needs=needs(articles_story="changed_at", articles_lastaction="story_id at"),
    ),
    NoErasure(
        name="published_version_is_not_erased",
        table=VERSION,
        message="a published version is neither replaced nor truncated",
    ),
    NoErasure(
        name="audit_entry_is_not_erased",
        table=AUDIT_ENTRY,
        message="an audit log entry is neither replaced nor truncated",
    ),
    NoErasure(
        name="correction_is_not_erased",
        table=CORRECTION,
        message="a correction is neither replaced nor truncated",
    ),
    NoErasure(
        name="revision_is_not_erased",
        table=REVISION,
        message="a revision is neither replaced nor truncated",
        keys=(("id",), ("story_id", "number")),
    ),
    NoErasure(
        name="story_is_not_erased",
        table=STORY,
        message="a story is neither replaced nor truncated",
        keys=(("id",), ("slug",)),
        events=("INSERT", "UPDATE"),
    ),
    *KEPT,
)
