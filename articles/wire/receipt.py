"""What became of a piece of wire copy that was taken in."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext, pgettext_lazy

from articles.models import Story, WireCopy, WireOutcome
from articles.wire.parse.copy_parts import Copy


class ImportResult(TextChoices):
    """What an import did with a piece of copy; the command's report has the values."""

    CREATED = "created", pgettext_lazy("import result", "created")
    KNOWN = "known", pgettext_lazy("import result", "already imported")
    OFFERED = "offered", pgettext_lazy("import result", "offered as an update")
    WITHDRAWAL = "withdrawal", pgettext_lazy("import result", "withdrawal by the agency")
    FAILED = "failed", pgettext_lazy("import result", "failed")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an import did with one piece of copy; `message` says why, in the active language."""

    name: str
    outcome: ImportResult
    message: str
    story: Story | None = None
    wire_copy: WireCopy | None = None
    copy: Copy | None = None
    #: What accepting the update would not keep of the editors' work, or not in its place.
    notes: tuple[str, ...] = ()


def known(wire_copy: WireCopy) -> str:
    """Return what became of a text that is imported again."""
    match WireOutcome(wire_copy.outcome):
        case WireOutcome.CREATED:
            text = gettext("Imported before: it became the story “%(story)s” (number %(number)s).")
        case WireOutcome.OFFERED:
            text = gettext(
                "Imported before: it is offered as an update of the story “%(story)s”"
                " (number %(number)s)."
            )
        case WireOutcome.ACCEPTED:
            text = gettext(
                "Imported before: it was accepted as an update of the story “%(story)s”"
                " (number %(number)s)."
            )
        case WireOutcome.DISMISSED:
            text = gettext(
                "Imported before: it was dismissed as an update of the story “%(story)s” (number"
                " %(number)s)."
            )
        case WireOutcome.KILL if wire_copy.story is None:
            text = gettext("Imported before: the agency withdraws a story that is not here.")
        case WireOutcome.KILL:
            text = gettext(
                "Imported before: the agency withdraws the story “%(story)s” (number %(number)s)."
            )
    return text % {"story": wire_copy.story, "number": wire_copy.story_id}
