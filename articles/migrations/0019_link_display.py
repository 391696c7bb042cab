"""Whoever approves a related link can choose its words, place and order for readers."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles.database import (
    install_cache_triggers,
    install_rules,
    remove_cache_triggers,
    remove_rules,
)

AS_WRITTEN = Q(
    decided_label="", decided_headline="", decided_after_body=False, decided_order__isnull=True
)
AFTER_BODY = Q(key="", removed_at__isnull=True)


def remove_doubles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take older links out of a working copy that has a newer one to the same page."""
    links = apps.get_model("articles", "RelatedLink").objects.filter(AFTER_BODY)
    newer = links.filter(
        story=OuterRef("story"),
        target__isnull=False,
        target=OuterRef("target"),
        pk__gt=OuterRef("pk"),
    )
    same_url = links.filter(story=OuterRef("story"), url=OuterRef("url"), pk__gt=OuterRef("pk"))
    doubles = links.filter(Exists(newer) | Exists(same_url.exclude(url="")))
    for pk in list(doubles.values_list("pk", flat=True)):
        links.filter(pk=pk).update(removed_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_preview_links")]

    operations = [
        # SQLite rebuilds the table without its triggers.
        migrations.RunPython(remove_rules, install_rules),
        migrations.RunPython(remove_cache_triggers, install_cache_triggers),
        migrations.AddField(
            model_name="relatedlink",
            name="decided_label",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="relatedlink",
            name="decided_headline",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="relatedlink",
            name="decided_after_body",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="relatedlink",
            name="decided_order",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="relatedlink",
            constraint=models.CheckConstraint(
                condition=Q(state="approved") | AS_WRITTEN, name="related_link_display_is_approved"
            ),
        ),
        migrations.AddConstraint(
            model_name="relatedlink",
            constraint=models.CheckConstraint(
                condition=Q(decided_after_body=False) | ~Q(key=""),
                name="related_link_moved_is_inline",
            ),
        ),
        migrations.RunPython(remove_doubles, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="relatedlink",
            constraint=models.UniqueConstraint(
                fields=["story", "target"],
                condition=AFTER_BODY & Q(target__isnull=False),
                name="related_link_target_once_after_body",
                violation_error_message="The story has a link to this story already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="relatedlink",
            constraint=models.UniqueConstraint(
                fields=["story", "url"],
                condition=AFTER_BODY & ~Q(url=""),
                name="related_link_url_once_after_body",
                violation_error_message="The story has a link to this page already.",
            ),
        ),
        migrations.RunPython(install_cache_triggers, remove_cache_triggers),
        migrations.RunPython(install_rules, remove_rules),
    ]
