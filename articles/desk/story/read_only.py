"""A story as those see it who may read drafts but not change this one."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from articles import body
from articles.models import Story
from articles.stories import working_copy_of

FIELDSETS = [
    (
        None,
        {
            "fields": ["headline", "summary", "authors_read", "text_read", "related_read"],
            "classes": ["column"],
        },
    ),
    (None, {"fields": ["section", "tags_read", "lead_picture", "slug"]}),
]


class ReadOnlyStory:
    """The texts that the story's page shows in place of fields."""

    @admin.display(description=_("authors"))
    def authors_read(self, story: Story) -> str:
        """Return the authors' names in the order of the byline."""
        return ", ".join(one.name for one in working_copy_of(story).authors) or "-"

    @admin.display(description=_("related links after the text"))
    def related_read(self, story: Story) -> str:
        """Return the words of the links, with what was decided on each."""
        links = story.related_links.after_body().select_related("target")
        return "; ".join(f"{link} ({link.get_state_display()})" for link in links) or "-"

    @admin.display(description=_("tags"))
    def tags_read(self, story: Story) -> str:
        """Return the tags."""
        return ", ".join(working_copy_of(story).tags) or "-"

    @admin.display(description=_("text"))
    def text_read(self, story: Story) -> SafeString:
        """Return dateline and body, as HTML."""
        copy = working_copy_of(story)
        # Cleaned again by nh3, whatever the database holds.
        text = mark_safe(body.clean(copy.body))
        return format_html('<div class="newsroom-text" dir="auto">{}{}</div>', copy.dateline, text)
