"""What can be done with several stories at once, in the order of the buttons."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from articles import writing
from articles.desk.bulk import edits
from articles.desk.bulk.action import BulkAction
from articles.desk.bulk.forms import AuthorForm, BulkForm, ReasonForm, SectionForm, TagsForm
from articles.models import PublicationStatus, Story
from articles.people import permissions
from articles.stories import APPROVE, SEND_BACK, SUBMIT, Transition, check_transition
from newsroom.accounts.models import User

_KEPT = _(
    "Each story is saved. A story that is ready becomes a draft again; readers see the change"
    " when it is published."
)


def _takes(transition: Transition) -> Callable[..., bool]:
    def offers(story: Story, *, by: User) -> bool:
        return check_transition(story, transition, by=by) is None

    return offers


def _can_save(story: Story, *, by: User) -> bool:
    return writing.check_save(story, by=by) is None


def _can_delete(story: Story, *, by: User) -> bool:
    is_unpublished: bool = story.publication_status == PublicationStatus.UNPUBLISHED
    return is_unpublished and permissions.can_delete(by, story)


BULK_ACTIONS = (
    BulkAction(
        name="submit",
        label=_("Submit for review"),
        offers=_takes(SUBMIT),
        verb=writing.submit,
        done=_("In review: %(stories)s."),
    ),
    BulkAction(
        name="approve",
        label=_("Approve"),
        offers=_takes(APPROVE),
        verb=writing.approve,
        done=_("Ready: %(stories)s."),
    ),
    BulkAction(
        name="send-back",
        label=_("Send back…"),
        offers=_takes(SEND_BACK),
        verb=writing.send_back,
        form=ReasonForm,
        title=_("Send back"),
        text=_("The stories become drafts again."),
        submit=_("Send back"),
        done=_("Sent back: %(stories)s."),
    ),
    BulkAction(
        name="section",
        label=_("Section…"),
        offers=_can_save,
        verb=edits.move_to_section,
        form=SectionForm,
        title=_("Change section"),
        text=_KEPT,
        submit=_("Change section"),
        done=_("Section changed: %(stories)s."),
    ),
    BulkAction(
        name="tags",
        label=_("Tags…"),
        offers=_can_save,
        verb=edits.change_tags,
        form=TagsForm,
        title=_("Change tags"),
        text=_KEPT,
        submit=_("Change tags"),
        done=_("Tags changed: %(stories)s."),
    ),
    BulkAction(
        name="author",
        label=_("Author…"),
        offers=_can_save,
        verb=edits.add_author,
        form=AuthorForm,
        title=_("Add author"),
        text=_KEPT,
        submit=_("Add author"),
        done=_("Author added: %(stories)s."),
    ),
    BulkAction(
        name="delete",
        label=_("Delete…"),
        offers=_can_delete,
        verb=writing.delete,
        form=BulkForm,
        title=_("Delete stories"),
        text=_(
            "They are deleted with all their saved versions. This cannot be undone; the audit"
            " log records who did it."
        ),
        submit=_("Delete"),
        done=_("Deleted: %(stories)s."),
        is_destructive=True,
    ),
)
BY_NAME = {action.name: action for action in BULK_ACTIONS}


def offered(stories: list[Story], *, by: User) -> tuple[list[BulkAction], list[str]]:
    """Return the actions that seem possible with any of the stories, and their names by story."""
    names = [[one.name for one in BULK_ACTIONS if one.offers(story, by=by)] for story in stories]
    any_of = {name for each in names for name in each}
    return [one for one in BULK_ACTIONS if one.name in any_of], [" ".join(each) for each in names]
