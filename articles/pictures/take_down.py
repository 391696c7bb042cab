"""Take a picture down: nobody gets its files any more, and what used it is kept."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotAllowed, NotPossible, clock, locked, refuse
from articles.models import Picture, PictureLook
from articles.people import permissions
from articles.pictures.files import files_of
from articles.pictures.uses import fronts_with, shown_by, shown_in_entries
from newsroom.accounts.models import User


def check_take_down(picture: Picture, *, by: User, at: datetime) -> NewsroomError | None:
    """Return why `by` cannot take the picture down at `at`; None if it is possible."""
    if refusal := check_take_down_unused(picture, by=by):
        return refusal
    if names := list(picture.portraits.values_list("name", flat=True)):
        return NotPossible(
            gettext("It is the portrait of %(names)s. Choose another one for them first.")
            % {"names": ", ".join(names)}
        )
    if fronts := fronts_with(picture, at):
        return NotPossible(
            gettext("It is on front pages: %(fronts)s. Publish these with another picture first.")
            % {"fronts": ", ".join(dict.fromkeys(str(front.section or front) for front in fronts))}
        )
    versions, entries = shown_by(picture, at), shown_in_entries(picture, at)
    stories = {version.story_id: str(version) for version in versions}
    stories |= {entry.story_id: str(entry.story) for entry in entries}
    if stories:
        return NotPossible(
            gettext(
                "Readers see this picture, or will see it, in: %(stories)s. Publish the stories"
                " without it, withdraw them or cancel their scheduling first."
            )
            % {"stories": ", ".join(f"“{headline}”" for headline in stories.values())}
        )
    return None


def check_take_down_unused(picture: Picture, *, by: User) -> NewsroomError | None:
    """Return why `by` could not take the picture down if nothing used it; None if it could be."""
    if not permissions.can_delete_pictures(by):
        return NotAllowed(gettext("You may not take pictures down."))
    if picture.taken_down_at:
        return NotPossible(gettext("This picture has been taken down already."))
    return None


@transaction.atomic
def take_down(picture: Picture, *, by: User, reason: str) -> Picture:
    """Remove the files of the picture for good, the original too, and return the picture.

    Its words stay, and so do stories and versions that used it. Raise `NotAllowed`, `NotPossible`
    where readers see it or will see it, and `NewsroomError` without a reason.
    """
    picture = locked(picture)
    now = clock.now()
    refuse(check_take_down(picture, by=by, at=now))
    if not reason.strip():
        raise NewsroomError(gettext("Say why the picture is taken down."))
    files = files_of(picture)
    picture.image, picture.renditions = "", []
    picture.taken_down_at, picture.taken_down_reason = now, reason.strip()
    picture.save()
    picture.files.all().delete()
    PictureLook.objects.filter(picture=picture).delete()
    transaction.on_commit(partial(files.remove))
    return picture
