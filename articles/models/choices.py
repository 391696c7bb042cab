"""The closed lists of the newsroom: states and kinds that rows may have."""

from django.db.models import TextChoices
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _


class WorkflowState(TextChoices):
    """How far a working copy has come. What readers see of a story is never stored in it."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    READY = "ready", _("ready")

    @property
    def described(self) -> str:
        """What a story in this state is, to follow “It is”."""
        match self:
            case WorkflowState.DRAFT:
                return gettext("a draft")
            case WorkflowState.IN_REVIEW:
                return gettext("in review")
            case WorkflowState.READY:
                return gettext("ready")


class PublicationStatus(TextChoices):
    """What readers see of a story: read from its published versions and the clock."""

    UNPUBLISHED = "unpublished", _("unpublished")
    SCHEDULED = "scheduled", pgettext_lazy("publication status", "scheduled")
    LIVE = "live", _("live")
    WITHDRAWN = "withdrawn", pgettext_lazy("publication status", "withdrawn")


class VersionKind(TextChoices):
    """A published form of a story, or the notice that stands in place of a withdrawn one."""

    STORY = "story", _("story")
    WITHDRAWAL = "withdrawal", _("withdrawal notice")


class Change(TextChoices):
    """What a published version means to those who have read the story."""

    FIRST = "first", _("first publication")
    MINOR = "minor", _("minor change")
    UPDATE = "update", _("update")
    CORRECTION = "correction", _("correction")


class CorrectionKind(TextChoices):
    """What a public note on a published story is, as readers see it named."""

    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    UPDATE = "update", _("Update")
    EDITORS_NOTE = "editors_note", _("Editor’s note")


#: The kinds shown above the text, where nobody misses them; the others are below it.
ABOVE_TEXT = frozenset({CorrectionKind.CORRECTION, CorrectionKind.EDITORS_NOTE})


class TermKind(TextChoices):
    """What a term is: readers have a page for each, with what was published under it."""

    TAG = "tag", _("tag")
    AUTHOR = "author", _("author")
    PLACE = "place", _("place")


class SlugKind(TextChoices):
    """What has a page under a slug that may change; a story’s own slugs are in its versions."""

    TAG = "tag", _("tag")
    AUTHOR = "author", _("author")
    PLACE = "place", _("place")
    SECTION = "section", _("section")


class LinkState(TextChoices):
    """What was decided on a related link; one that waits has no target yet."""

    WAITING = "waiting", _("waiting for its story")
    SUGGESTED = "suggested", _("suggested")
    APPROVED = "approved", pgettext_lazy("related link", "approved")
    REJECTED = "rejected", pgettext_lazy("related link", "rejected")


class WireOutcome(TextChoices):
    """What a piece of wire copy became."""

    CREATED = "created", _("became a new story")
    OFFERED = "offered", _("offered as an update of a story")
    ACCEPTED = "accepted", _("accepted into its story")
    DISMISSED = "dismissed", _("dismissed")
    KILL = "kill", _("withdraws a story")


class NoticeKind(TextChoices):
    """What people are notified of; actions have the codes of the audit log."""

    SENT_BACK = "sent_back", pgettext_lazy("action", "sent back")
    RETURNED = "returned_to_draft", pgettext_lazy("action", "returned to draft")
    APPROVED = "approved", pgettext_lazy("action", "approved")
    PUBLISHED = "published", pgettext_lazy("action", "published")
    SCHEDULED = "scheduled", pgettext_lazy("action", "scheduled")
    KILL = "kill_received", pgettext_lazy("action", "withdrawn by the agency")
    MENTIONED = "mentioned", pgettext_lazy("notice", "mention")
    ANSWERED = "answered", pgettext_lazy("notice", "answer")
