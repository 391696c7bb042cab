"""Mark notices as read: each by the person whom it tells."""

from articles.core import clock
from articles.models import Notice, Story
from newsroom.accounts.models import User


def mark_read(notice: Notice, *, by: User) -> None:
    """Mark the notice as read, and those of the same person on the same story that are older."""
    of_story = Notice.objects.unread_by(by).filter(story=notice.story_id, at__lte=notice.at)
    of_story.update(read_at=clock.now())


def mark_story_read(story: Story, *, by: User) -> None:
    """Mark the notices of the person on the story as read: they have it before them."""
    unread = Notice.objects.unread_by(by).filter(story=story)
    # Mostly there are none, and looking writes nothing.
    if unread.exists():
        unread.update(read_at=clock.now())


def mark_all_read(*, by: User) -> None:
    """Mark all notices of the person as read."""
    Notice.objects.unread_by(by).update(read_at=clock.now())
