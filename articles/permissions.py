"""Who may do what: one predicate an act, for admin, views and verbs alike."""

from django.contrib.auth.models import AnonymousUser, User

from articles.enums import MOVES, Act
from articles.models import Story

Person = User | AnonymousUser


def can_read_drafts(user: Person) -> bool:
    """Tell whether the user may see working copies, in lists and as previews."""
    return user.is_staff and user.has_perm("articles.view_story")


def can_write(user: Person) -> bool:
    """Tell whether the user may start a story or import wire copy."""
    return user.has_perm("articles.add_story")


def can_edit(user: Person, story: Story) -> bool:
    """Tell whether the user may change this working copy."""
    return user.has_perm("articles.change_story")


def can_delete(user: Person, story: Story) -> bool:
    """Tell whether the user may delete this story, if it can be deleted at all."""
    return user.has_perm("articles.delete_story")


def may_move(user: Person, act: Act) -> bool:
    """Tell whether the user may make this move, from whatever state it is legal in."""
    return user.has_perm(MOVES[act].permission)


def can_move(user: Person, story: Story, act: Act) -> bool:
    """Tell whether the user may make this move from the state that the story is in."""
    return story.state in MOVES[act].sources and may_move(user, act)


def can_publish(user: Person, story: Story) -> bool:
    """Tell whether the user may publish, schedule and withdraw this story."""
    return user.has_perm("articles.publish_story")


def can_moderate(user: Person) -> bool:
    """Tell whether the user may decide on related links."""
    return user.has_perm("articles.moderate_relatedlink")
