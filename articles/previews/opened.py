"""What a link opens: one revision, as the published version that it would become."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from articles import body
from articles.core import Damaged
from articles.models import PictureFile, PreviewLink, PreviewUse
from articles.previews.token import key_in
from articles.publishing import situation_of
from articles.stories import WorkingCopy, check_agency
from articles.writing import restored_copy

#: Uses of one link in an hour, after which it waits: each is recorded, and each picture too.
MOST_USES, MOST_PICTURES = 120, 1200


@dataclass(frozen=True, slots=True)
class Opened:
    """A link that is open, and the copy to which it leads."""

    link: PreviewLink
    copy: WorkingCopy

    def stems(self) -> set[str]:
        """Return the names, without suffix, of the files of the copy's pictures."""
        blocks = body.read(self.copy.body)
        keys = {block.picture for block in blocks if isinstance(block, body.Figure)}
        if self.copy.lead_picture:
            keys.add(self.copy.lead_picture.pk)
        found = PictureFile.objects.filter(picture__in=keys, unused_since=None)
        return set(found.values_list("stem", flat=True))


def open_preview(token: str, at: datetime) -> Opened | None:
    """Return what the token opens at the timezone-aware datetime `at`.

    None if it was tampered with, has expired or was revoked, if the story was withdrawn, by the
    newsroom or by the agency, or put under embargo since. Nobody learns the reason.
    """
    key = key_in(token)
    if key is None:
        return None
    links = PreviewLink.objects.open_at(at).select_related("story__embargo", "revision__base")
    link = links.filter(pk=key).first()
    if link is None or situation_of(link.story, at).is_withdrawn or check_agency(link.story):
        return None
    # One query less for what the revision says of its story.
    link.revision.story = link.story
    try:
        return Opened(link, restored_copy(link.revision).copy)
    except Damaged:
        return None


def is_worn(link: PreviewLink, at: datetime, *, is_picture: bool = False) -> bool:
    """Return whether the page or the pictures were asked for so often that they have to wait."""
    uses = link.uses.of_pictures() if is_picture else link.uses.of_pages()
    most = MOST_PICTURES if is_picture else MOST_USES
    return uses.filter(at__gt=at - timedelta(hours=1)).order_by()[:most].count() >= most


def record_use(
    link: PreviewLink, at: datetime, address: str | None, picture: str = ""
) -> PreviewUse:
    """Write down that the link, or a picture of its page, was asked for, and from where."""
    return PreviewUse.objects.create(link=link, at=at, address=address or "", picture=picture)
