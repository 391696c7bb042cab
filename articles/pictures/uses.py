"""Where a picture is used: what readers see of it, or will see."""

from datetime import datetime

from django.db.models import Q

from articles.models import Picture, PublishedVersion, Story, VersionKind


def shown_by(picture: Picture, at: datetime) -> list[PublishedVersion]:
    """Return the versions with the picture that readers see at the timezone-aware `at` or later."""
    versions = (
        PublishedVersion.objects.in_force_or_scheduled(at)
        .filter(Q(picture=picture) | Q(story__figures__picture=picture), kind=VersionKind.STORY)
        .order_by("visible_from", "pk")
        .distinct()
    )
    return [version for version in versions if picture.pk in pictures_of(version)]


def lock_pictures(story: Story) -> None:
    """Lock the pictures of the story's working copy, so that none is taken down meanwhile.

    Must run inside a transaction.
    """
    used = Q(pk__in=story.figures.values("picture")) | Q(pk=story.lead_picture_id)
    list(Picture.objects.select_for_update().filter(used).order_by("pk"))


def gone_pictures(version: PublishedVersion) -> list[Picture]:
    """Return the pictures of the version that are gone, locking them all until the end."""
    pictures = Picture.objects.select_for_update().filter(pk__in=pictures_of(version))
    return [picture for picture in pictures.order_by("pk") if picture.is_gone]


def pictures_of(version: PublishedVersion) -> set[int]:
    """Return the primary keys of the pictures that the version shows."""
    blocks = version.content.get("blocks", ())
    inside = {block["picture"] for block in blocks if block["kind"] == "Figure"}
    return inside | ({version.picture_id} if version.picture_id else set())
