"""What the wire copy of a story suggests to its editor."""

from typing import Any

from articles.enums import WireOutcome
from articles.models import Story


def from_wire_copy(story: Story) -> dict[str, Any]:
    """Give the copy that the story has, its suggestions, and the updates on offer.

    A dateline that the parser was not sure of is a question until the story has a dateline.
    """
    items = list(story.wire_items.defer("source"))
    offered = [item for item in items if item.outcome == WireOutcome.OFFERED]
    own = next((item for item in items if item.outcome != WireOutcome.OFFERED), None)
    report = own.report if own else {}
    dateline = report.get("dateline")
    asked = dateline and not dateline["sure"] and not hasattr(story, "dateline")
    return {
        "wire_item": own,
        "offered_items": offered,
        "suggested_quotes": report.get("pull_quotes", []),
        "dateline_question": dateline if asked else None,
    }
