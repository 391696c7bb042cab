"""Errors that a person can act on: each message says what, where and what to do."""


class NewsroomError(Exception):
    """Base of all errors that are shown to people as they are."""


class NotAllowed(NewsroomError):
    """The user may not do this."""


class IllegalMove(NewsroomError):
    """The working copy is not in a state from which this move is legal."""


class NotReady(NewsroomError):
    """The story has faults that must be mended before it can be published."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("This story cannot be published yet: " + " ".join(problems))
        self.problems = problems


class BadTime(NewsroomError):
    """A time that the act cannot take, such as one in the past."""


class Embargoed(BadTime):
    """A time at which readers cannot have the story yet."""


class EditConflict(NewsroomError):
    """Somebody else saved the story since this copy of it was opened."""


class Gone(NewsroomError):
    """What was to be changed has been deleted meanwhile."""


class SlugTaken(NewsroomError):
    """The address belongs to another story."""


class Damaged(NewsroomError):
    """What the database holds cannot be read any more."""
