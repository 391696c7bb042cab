"""From parsed copy to a working copy."""

from articles import body
from articles.models import Place
from articles.stories import WorkingCopy
from articles.wire.parse.copy_parts import Copy
from articles.wire.parse.gazetteer import Gazetteer


def newsroom_gazetteer() -> Gazetteer:
    """Return the gazetteer with the newsroom's own places, as they are now."""
    return Gazetteer(extra=Place.objects.values_list("name", flat=True))


def as_working_copy(copy: Copy) -> WorkingCopy:
    """Return parsed copy as a working copy; a dateline that is not sure stays in the text."""
    blocks = tuple(
        body.AlsoRead(body.new_key(), block.headline, block.label)
        if block.kind == "also-read"
        else body.paragraph(block.text)
        for block in copy.blocks
    )
    dateline = copy.dateline if copy.dateline and copy.dateline.sure else None
    return WorkingCopy(
        headline=copy.headline,
        summary=copy.summary,
        body=body.write(blocks),
        places=dateline.places if dateline else (),
        date=dateline.date if dateline else "",
        agency=dateline.agency if dateline else "",
    )
