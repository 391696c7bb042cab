"""Rules across tables for front pages: what readers got of them is frozen, and none overlap."""

# ruff: noqa: S608 - the table names are constants of this room

from articles.database.periods import periods
from articles.database.rule import Frozen, NoErasure, Refusal, Rule, needs

FRONT = "articles_front"
FRONT_SLOT = "articles_frontslot"
BREAKING_NEWS = "articles_breakingnews"

_WITHOUT_PLACE = (
    f"NOT EXISTS (SELECT 1 FROM {FRONT} front"
    " WHERE front.id = NEW.front_id AND front.size >= NEW.position)"
)
_PINNED_TOO_SHORT = (
    f"EXISTS (SELECT 1 FROM {FRONT} front"
    " WHERE front.id = NEW.front_id AND front.valid_from >= NEW.pinned_until)"
)
_SLOT_NEEDS = needs(
    articles_front="size valid_from", articles_frontslot="front_id position pinned_until"
)

FRONT_RULES: tuple[Rule, ...] = (
    *periods(FRONT, "front", "front", nullable="section_id"),
    Refusal(
        name="front_is_kept",
        table=FRONT,
        event="DELETE",
        message="a front is never deleted",
        needs=needs(articles_front=""),
    ),
    Frozen(name="front_slot_is_frozen", table=FRONT_SLOT, message="a slot is never changed"),
    Refusal(
        name="front_slot_is_kept",
        table=FRONT_SLOT,
        event="DELETE",
        message="a slot is never deleted",
        needs=needs(articles_frontslot=""),
    ),
    # A front comes with a row for each slot: so none can be added to it later.
    Refusal(
        name="front_slot_is_within_its_front",
        table=FRONT_SLOT,
        event="INSERT",
        message="the front has no such slot",
        condition=_WITHOUT_PLACE,
        needs=_SLOT_NEEDS,
    ),
    Refusal(
        name="front_slot_is_pinned_for_a_while",
        table=FRONT_SLOT,
        event="INSERT",
        message="a story cannot be pinned until before its front starts",
        condition=_PINNED_TOO_SHORT,
        needs=_SLOT_NEEDS,
    ),
    NoErasure(
        name="front_slot_is_not_erased",
        table=FRONT_SLOT,
        message="a slot is neither replaced nor truncated",
        keys=(("id",), ("front_id", "position"), ("front_id", "story_id")),
    ),
    *periods(BREAKING_NEWS, "breaking_news", "breaking news"),
    Refusal(
        name="breaking_news_is_kept",
        table=BREAKING_NEWS,
        event="DELETE",
        message="breaking news is never deleted",
        needs=needs(articles_breakingnews=""),
    ),
)
