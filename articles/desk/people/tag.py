from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.db.models import Count, QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles.core import NewsroomError
from articles.desk.change_list import DeskList
from articles.desk.keys import read_key
from articles.desk.people.opened import OpenedRows
from articles.desk.people.tag_form import TagForm
from articles.links import lock_matching
from articles.text import isolated
from articles.writing import (
    add_synonym,
    check_merge_tags,
    delete_tag,
    merge_tags,
    remove_synonym,
    rename_tag,
)

if TYPE_CHECKING:
    TagModelAdmin = admin.ModelAdmin[Tag]
else:
    TagModelAdmin = admin.ModelAdmin


class TagAdmin(OpenedRows, DeskList, TagModelAdmin):
    """The tags, which are added by writing them in a story."""

    form = TagForm
    fields = ("name", "synonym", "forgotten")
    list_display = ("name", "stories")
    search_fields = ("name",)
    ordering = (Lower("name"),)
    actions = ("merge",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        """Return the tags, each with how many stories have it."""
        tags: QuerySet[Tag] = super().get_queryset(request)
        counted: QuerySet[Tag] = tags.annotate(uses=Count("taggit_taggeditem_items"))
        return counted

    @admin.display(description=_("stories"), ordering="uses")
    def stories(self, tag: Any) -> int:
        """Return how many stories have it."""
        uses: int = tag.uses
        return uses

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Return False: a tag without a story is no use."""
        return False

    def save_model(self, request: HttpRequest, obj: Tag, form: Any, change: bool) -> None:
        """Rename the tag, and keep and remove other words for it."""
        for word in form.cleaned_data.get("forgotten", ()):
            remove_synonym(word)
        if "name" in form.changed_data:
            obj.name = form.initial["name"]
            obj.name = rename_tag(obj, form.cleaned_data["name"]).name
        if word := form.cleaned_data["synonym"]:
            add_synonym(obj, word)

    def delete_model(self, request: HttpRequest, obj: Tag) -> None:
        """Delete the tag with its synonyms."""
        delete_tag(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Tag]) -> None:
        """Delete each tag with its synonyms."""
        for tag in queryset:
            delete_tag(tag)

    @admin.action(description=_("Merge the chosen tags…"), permissions=["change"])
    @transaction.atomic
    def merge(self, request: HttpRequest, queryset: QuerySet[Tag]) -> HttpResponse | None:
        """Ask which of the chosen tags stays; then merge the others into it."""
        # Nobody saves a tag meanwhile.
        lock_matching()
        chosen = list(queryset.order_by("-uses", "pk"))
        shown, sent = tags_shown(chosen), request.POST.get("shown", "")
        key = read_key(request.POST.get("kept", ""))
        kept = next((tag for tag in chosen if tag.pk == key), None)
        refusal = check_merge_tags(chosen)
        if refusal is None and (kept is None or sent != shown):
            if kept:
                told = gettext("These tags have changed. Look at them again, then merge them.")
                self.message_user(request, told, messages.WARNING)
            context = {
                **self.admin_site.each_context(request),
                "title": gettext("Merge tags"),
                "opts": self.opts,
                "tags": chosen,
                "name": ACTION_CHECKBOX_NAME,
                "shown": shown,
            }
            return TemplateResponse(request, "admin/taggit/merge.html", context)
        try:
            merged = merge_tags(chosen, into=kept)
        except NewsroomError as error:
            self.message_user(request, str(error), messages.ERROR)
            return None
        told = gettext("Merged into “%(tag)s”: from now on the others are synonyms of it.")
        self.message_user(request, told % {"tag": isolated(merged.name)})
        return None


def tags_shown(tags: list[Any]) -> str:
    """Return what the question has to carry: a digest of the tags' words and uses."""
    told = sorted((tag.pk, tag.name, tag.uses) for tag in tags)
    return blake2b(repr(told).encode(), digest_size=12).hexdigest()
