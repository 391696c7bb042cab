"""A story for those who may read drafts and change none."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles import body
from articles.models import Story
from articles.stories import working_copy_of

FIELDSETS = [
    (None, {"fields": ["headline", "summary", "authors_read", "text_read"]}),
    ("Where it stands on the site", {"fields": ["section", "tags_read", "lead_picture", "slug"]}),
]


class ReadOnlyStory:
    """What the story's page shows in place of fields."""

    @admin.display(description="authors")
    def authors_read(self, story: Story) -> str:
        """Name the authors in the order of the byline."""
        return ", ".join(author.name for author in working_copy_of(story).authors) or "-"

    @admin.display(description="tags")
    def tags_read(self, story: Story) -> str:
        """Name the tags."""
        return ", ".join(working_copy_of(story).tags) or "-"

    @admin.display(description="text")
    def text_read(self, story: Story) -> SafeString:
        """Show dateline and body."""
        copy = working_copy_of(story)
        # Cleaned by nh3, here again, whatever the database holds.
        text = mark_safe(body.clean(copy.body))
        return format_html('<div class="newsroom-text" dir="auto">{}{}</div>', copy.dateline, text)
