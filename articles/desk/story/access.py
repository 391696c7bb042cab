"""Who may do what on a story's pages, as `people.permissions` says."""

from typing import Any

from django.http import HttpRequest

from articles.models import Story
from articles.people import permissions


class StoryAccess:
    """Answers the questions of Django's admin with the newsroom's predicates."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.can_read_drafts(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return permissions.can_write(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Story | None = None) -> bool:
        user = request.user
        if obj is None:
            return permissions.can_edit_all(user) or permissions.can_write(user)
        if permissions.can_edit(user, obj):
            return True
        # Somebody who was still writing when the draft was submitted keeps the text: the verb
        # refuses to save it, and the form shows it again.
        own = obj.created_by_id == user.pk and permissions.can_write(user)
        return request.method == "POST" and own

    def has_delete_permission(self, request: HttpRequest, obj: Story | None = None) -> bool:
        return permissions.can_delete(request.user, obj or Story())
