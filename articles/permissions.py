"""Who may do what: one predicate an act, for admin, views and verbs alike."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User

from articles.enums import MOVES, Act, State
from articles.models import Story
from articles.querysets import StoryQuerySet

Person = User | AnonymousUser


def can_read_drafts(user: Person) -> bool:
    """Tell whether the user may see working copies, in lists and as previews."""
    return user.is_staff and _has_any(user, "view_story", "change_story")


def can_write(user: Person) -> bool:
    """Tell whether the user may start a story or import wire copy, and so edit own drafts."""
    return user.has_perm("articles.add_story")


def can_edit_all(user: Person) -> bool:
    """Tell whether the user may change working copies of others, in any state."""
    return user.has_perm("articles.change_story")


def can_edit(user: Person, story: Story) -> bool:
    """Tell whether the user may change this working copy."""
    own_draft = story.state == State.DRAFT and story.created_by_id == user.pk
    return can_edit_all(user) or (own_draft and can_write(user))


def editable_by(user: Person, stories: StoryQuerySet) -> StoryQuerySet:
    """Give those of the stories that the user may change, as `can_edit` says of each."""
    if can_edit_all(user):
        return stories
    return stories.drafts_of(user.pk) if can_write(user) else stories.none()


def can_delete(user: Person, story: Story) -> bool:
    """Tell whether the user may delete this story, if it can be deleted at all."""
    return user.has_perm("articles.delete_story")


def may_move(user: Person, story: Story, act: Act) -> bool:
    """Tell whether the user may make this move of the story, from whatever state it is legal in."""
    rule = MOVES[act]
    own = rule.own and story.created_by_id == user.pk and user.has_perm(rule.own)
    return bool(own) or user.has_perm(rule.permission)


def needs_another(user: Person, story: Story, act: Act) -> bool:
    """Tell whether another person must make this move, because the user wrote the copy last."""
    return settings.NEWSROOM_TWO_PEOPLE and MOVES[act].two and story.changed_by_id == user.pk


def can_move(user: Person, story: Story, act: Act) -> bool:
    """Tell whether the user may make this move from the state that the story is in."""
    legal = story.state in MOVES[act].sources
    return legal and may_move(user, story, act) and not needs_another(user, story, act)


def can_publish(user: Person, story: Story) -> bool:
    """Tell whether the user may publish, schedule and withdraw this story, or lift its embargo."""
    return user.has_perm("articles.publish_story")


def can_embargo(user: Person, story: Story) -> bool:
    """Tell whether the user may set an embargo on this story, or make it longer."""
    return can_edit(user, story) or can_publish(user, story)


def can_see_links(user: Person) -> bool:
    """Tell whether the user may see related links and what was decided on them."""
    return _has_any(user, "view_relatedlink", "moderate_relatedlink")


def can_moderate(user: Person) -> bool:
    """Tell whether the user may decide on related links."""
    return user.has_perm("articles.moderate_relatedlink")


def can_add_pictures(user: Person) -> bool:
    """Tell whether the user may upload pictures."""
    return user.has_perm("articles.add_picture")


def can_see_pictures(user: Person) -> bool:
    """Tell whether the user may see pictures, by themselves or in stories."""
    return _has_any(user, "view_picture", "view_story")


def _has_any(user: Person, *names: str) -> bool:
    return any(user.has_perm(f"articles.{name}") for name in names)
