"""What became of a piece of wire copy that was taken in."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from articles.models import Story, WireCopy
from articles.wire.parse.copy_parts import Copy


class ImportResult(TextChoices):
    """What an import did with a piece of copy; the values stand in the command's report."""

    CREATED = "created", pgettext_lazy("import result", "created")
    KNOWN = "known", pgettext_lazy("import result", "already imported")
    OFFERED = "offered", pgettext_lazy("import result", "offered as an update")
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
