"""States, legal moves and kinds: the closed lists of the newsroom, as data."""

from types import MappingProxyType
from typing import NamedTuple

from django.db.models import TextChoices


class State(TextChoices):
    """Where a working copy stands with the desk. Readers' standing is never stored."""

    DRAFT = "draft", "draft"
    IN_REVIEW = "in_review", "in review"
    READY = "ready", "ready"

    @property
    def told(self) -> str:
        """What a story in this state is, within a sentence."""
        return f"a {self.label}" if self is State.DRAFT else str(self.label)


class Standing(TextChoices):
    """Where a story stands with readers: read from its editions and the clock."""

    UNPUBLISHED = "unpublished", "not yet published"
    SCHEDULED = "scheduled", "scheduled"
    LIVE = "live", "live"
    WITHDRAWN = "withdrawn", "withdrawn"


class Act(TextChoices):
    """What can happen to a story, as its event log names it."""

    CREATED = "created", "created"
    IMPORTED = "imported", "imported from wire copy"
    UPDATE_OFFERED = "update_offered", "changed version received"
    UPDATE_TAKEN = "update_taken", "changed version taken over"
    DATELINE_TAKEN = "dateline_taken", "dateline taken out of the text"
    DATELINE_REFUSED = "dateline_refused", "kept as text, not a dateline"
    SAVED = "saved", "saved"
    BROUGHT_BACK = "brought_back", "earlier version brought back"
    DELETED = "deleted", "deleted"
    SUBMIT = "submit", "submitted for review"
    SEND_BACK = "send_back", "sent back"
    APPROVE = "approve", "approved"
    REOPEN = "reopen", "reopened"
    PUBLISHED = "published", "published"
    SCHEDULED = "scheduled", "scheduled"
    CALLED_OFF = "called_off", "schedule called off"
    WITHDRAWN = "withdrawn", "withdrawn"
    RESTORED = "restored", "withdrawal undone"
    RESCHEDULED = "rescheduled", "moved to another time"
    EMBARGO_SET = "embargo_set", "embargo set"
    EMBARGO_MOVED = "embargo_moved", "embargo moved"
    EMBARGO_LIFTED = "embargo_lifted", "embargo lifted"
    BLOCK_REMOVED = "block_removed", "block removed from the body"
    LINK_APPROVED = "link_approved", "related link approved"
    LINK_REJECTED = "link_rejected", "related link rejected"
    CORRECTED = "corrected", "note for readers added"
    CORRECTION_WITHDRAWN = "correction_withdrawn", "note for readers taken back"


class Move(NamedTuple):
    """One legal move of a working copy."""

    sources: tuple[State, ...]
    target: State
    permission: str
    #: The permission that is enough for who started the story.
    own: str = ""
    #: Whether who wrote the copy cannot make it, where the newsroom asks for two people.
    two: bool = False


#: The table of legal moves, with the permission that each one asks for.
MOVES: MappingProxyType[Act, Move] = MappingProxyType(
    {
        Act.SUBMIT: Move(
            (State.DRAFT,), State.IN_REVIEW, "articles.change_story", own="articles.add_story"
        ),
        Act.APPROVE: Move((State.IN_REVIEW,), State.READY, "articles.approve_story", two=True),
        Act.SEND_BACK: Move((State.IN_REVIEW,), State.DRAFT, "articles.approve_story"),
        Act.REOPEN: Move((State.READY,), State.DRAFT, "articles.change_story"),
    }
)


class EditionKind(TextChoices):
    """A published form of a story, or the notice that stands where one was withdrawn."""

    STORY = "story", "story"
    TOMBSTONE = "tombstone", "withdrawal notice"


class Change(TextChoices):
    """What publishing again means for who has read the story."""

    MINOR = "minor", "minor change"
    UPDATE = "update", "update"
    CORRECTION = "correction", "correction"


class CorrectionKind(TextChoices):
    """What a public note on a published story is, as readers see it named."""

    CORRECTION = "correction", "Correction"
    CLARIFICATION = "clarification", "Clarification"
    UPDATE = "update", "Update"
    EDITORS_NOTE = "editors_note", "Editor’s note"


#: The kinds that stand above the text, where nobody misses them; the others stand below it.
ABOVE_TEXT = frozenset({CorrectionKind.CORRECTION, CorrectionKind.EDITORS_NOTE})


class LinkState(TextChoices):
    """What was decided on a related link; a waiting one has no target yet."""

    WAITING = "waiting", "waiting for its story"
    SUGGESTED = "suggested", "suggested"
    APPROVED = "approved", "approved"
    REJECTED = "rejected", "rejected"


class WireOutcome(TextChoices):
    """What a piece of wire copy became."""

    CREATED = "created", "became a new story"
    OFFERED = "offered", "offered as an update of a story"
    TAKEN = "taken", "taken over into its story"
