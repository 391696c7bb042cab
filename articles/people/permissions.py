"""Who may do what: one predicate for each action, for admin, views and verbs alike."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.db.models import Q, QuerySet

from articles.models import LiveEntry, Picture, Story, StoryQuerySet, WorkflowState
from newsroom.accounts.models import User

Person = User | AnonymousUser

#: Whoever has one of these may view drafts, if they are staff.
_READS_DRAFTS = ("view_story", "change_story")
_BACKEND = "newsroom.accounts.backend.Backend"


def can_read_drafts(user: Person) -> bool:
    """Return whether the user may see working copies, in lists and as previews."""
    return user.is_staff and _has_any(user, *_READS_DRAFTS)


def draft_readers() -> QuerySet[User]:
    """Return the accounts that may see working copies, as `can_read_drafts` says of each."""
    found = (User.objects.with_perm(f"articles.{name}", backend=_BACKEND) for name in _READS_DRAFTS)
    return reduce(or_, found).filter(is_staff=True)


def can_see_wire_copy(user: Person) -> bool:
    """Return whether the user may see copy as it arrived."""
    return user.is_staff and user.has_perm("articles.view_wirecopy")


def can_see_tasks(user: Person) -> bool:
    """Return whether the user looks after the site's background work."""
    return user.is_staff and user.has_perm("tasks.view_backgroundtask")


def can_write(user: Person) -> bool:
    """Return whether the user may start or import stories, and so edit their own drafts."""
    return user.has_perm("articles.add_story")


def can_edit_all(user: Person) -> bool:
    """Return whether the user may change other people's working copies, in any state."""
    return user.has_perm("articles.change_story")


def can_edit(user: Person, story: Story) -> bool:
    """Return whether the user may change this working copy."""
    own_draft = story.state == WorkflowState.DRAFT and story.created_by_id == user.pk
    return can_edit_all(user) or (own_draft and can_write(user))


def can_share_preview(user: Person, story: Story) -> bool:
    """Return whether the user may show this working copy to people without an account."""
    return can_read_drafts(user) and can_edit(user, story)


def editable_by(user: Person, stories: StoryQuerySet) -> StoryQuerySet:
    """Return those of the stories that the user may change, as `can_edit` says of each."""
    if can_edit_all(user):
        return stories
    return stories.drafts_of(user.pk) if can_write(user) else stories.none()


def can_delete(user: Person, story: Story) -> bool:
    """Return whether the user may delete this story, if it can be deleted at all."""
    return user.has_perm("articles.delete_story")


def can_submit(user: Person, story: Story) -> bool:
    """Return whether the user may submit this story for review."""
    return can_edit_all(user) or (story.created_by_id == user.pk and can_write(user))


def can_return(user: Person, story: Story) -> bool:
    """Return whether the user may take this story back from review: whoever started it may."""
    return story.created_by_id == user.pk and can_write(user)


def can_review(user: Person, story: Story) -> bool:
    """Return whether the user may approve this story or send it back."""
    return user.has_perm("articles.approve_story")


def can_reopen(user: Person, story: Story) -> bool:
    """Return whether the user may make a ready story a draft again."""
    return can_edit_all(user)


def needs_second_person(user: Person, story: Story) -> bool:
    """Return whether somebody else must approve, because the user was the last to save the copy."""
    return settings.NEWSROOM_TWO_PEOPLE and story.changed_by_id == user.pk


def can_publish(user: Person, story: Story) -> bool:
    """Return whether the user may publish, schedule or withdraw this story, or lift its embargo."""
    return user.has_perm("articles.publish_story")


def can_write_entries(user: Person) -> bool:
    """Return whether the user may write entries of live blogs, for somebody to publish."""
    return can_read_drafts(user) and (can_write(user) or can_edit_all(user))


def can_edit_entry(user: Person, entry: LiveEntry, *, was_published: bool) -> bool:
    """Return whether the user may change this entry: writers may as long as it is their draft."""
    if not can_write_entries(user):
        return False
    own_draft = entry.created_by_id == user.pk and not was_published
    return own_draft or can_edit_all(user) or can_publish(user, entry.story)


def can_embargo(user: Person, story: Story) -> bool:
    """Return whether the user may set an embargo on this story, or extend it."""
    return can_edit(user, story) or can_publish(user, story)


def can_change_embargo(user: Person, story: Story) -> bool:
    """Return whether the user may shorten or lift an embargo of this story."""
    return can_publish(user, story)


def can_edit_fronts(user: Person) -> bool:
    """Return whether the user may fill the front pages, and show breaking news.

    Unpublished stories are offered for them, so it takes the right to see drafts.
    """
    return can_read_drafts(user) and user.has_perm("articles.edit_front")


def can_see_links(user: Person) -> bool:
    """Return whether the user may see related links and what was decided on them."""
    return _has_any(user, "view_relatedlink", "moderate_relatedlink")


def can_moderate(user: Person) -> bool:
    """Return whether the user may decide on related links."""
    return user.has_perm("articles.moderate_relatedlink")


def can_add_pictures(user: Person) -> bool:
    """Return whether the user may upload pictures."""
    return user.has_perm("articles.add_picture")


def can_change_pictures(user: Person) -> bool:
    """Return whether the user may change what is said about all pictures."""
    return user.has_perm("articles.change_picture")


def can_change_picture(user: Person, picture: Picture) -> bool:
    """Return whether the user may change what is said about this one: whoever added it may."""
    own = picture.added_by_id is not None and picture.added_by_id == user.pk
    return can_change_pictures(user) or (own and can_add_pictures(user))


def can_delete_pictures(user: Person) -> bool:
    """Return whether the user may delete pictures, or take them down."""
    return user.has_perm("articles.delete_picture")


def can_see_pictures(user: Person) -> bool:
    """Return whether the user may see pictures, by themselves or in stories."""
    return _has_any(user, "view_picture", "view_story")


def can_change_account(user: Person, account: User) -> bool:
    """Return whether the user may change this account, its password and its rights.

    Nobody may who lacks a right that the account has, or would have if it were active: with a
    new password or email address they could use it.
    """
    if not user.has_perm("accounts.change_user"):
        return False
    return user.is_superuser or (not account.is_superuser and rights_of(account) <= _rights(user))


def can_give(user: Person, groups: Iterable[Group]) -> list[Group]:
    """Return those of the groups that have no right that the user lacks."""
    if user.is_superuser:
        return list(groups)
    own = _rights(user)
    return [group for group in groups if _named(group.permissions.all()) <= own]


def rights_of(account: User) -> set[str]:
    """Return the permissions that the account holds, active or not, as app.codename."""
    held = Permission.objects.filter(Q(group__user=account) | Q(user=account))
    return _named(held)


def _rights(user: Person) -> set[str]:
    return set(user.get_all_permissions())


def _named(permissions: QuerySet[Permission]) -> set[str]:
    names = permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in names.distinct().order_by()}


def _has_any(user: Person, *names: str) -> bool:
    return any(user.has_perm(f"articles.{name}") for name in names)
