"""Errors that a person can act on: each message says what, where and what to do."""

from collections.abc import Iterable

from django.utils.translation import gettext


class NewsroomError(Exception):
    """Base class of all errors whose message is shown to people as it is."""


class NotAllowed(NewsroomError):
    """The user may not do this."""


class NeedsSecondPerson(NotAllowed):
    """The user was the last to save the copy, and the newsroom asks for two people."""


class NotPossible(NewsroomError):
    """The story, version or link is not in a state in which this can be done."""


class NotReady(NewsroomError):
    """The story has problems that must be fixed before it can be published."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(problems)
        super().__init__(
            gettext("This story cannot be published yet: %(problems)s")
            % {"problems": " ".join(self.problems)}
        )


class BadTime(NewsroomError):
    """A time at which the action is not possible, such as one in the past."""


class Embargoed(BadTime):
    """A time at which readers must not see the story yet."""


class EditConflict(NewsroomError):
    """Somebody else saved the story after this copy of it was opened."""


class Gone(NewsroomError):
    """What was to be changed has been deleted in the meantime."""


class SlugTaken(NewsroomError):
    """The slug belongs to another story."""


class Damaged(NewsroomError):
    """What the database holds can no longer be read."""


def refuse(refusal: NewsroomError | None) -> None:
    """Raise what a check returned, if it returned a refusal."""
    if refusal is not None:
        raise refusal
