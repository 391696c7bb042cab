"""What was last done with each story, by which the list of stories is sorted.

The rules stand before the rows are filled in, so that no story that is added meanwhile is missing:
writes to stories wait until then, reads do not.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps as Apps
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from articles.database import install_rules, remove_rules

#: The actions of working copies, publication and corrections, but for that of the demo newsroom.
TOLD = (
    "submitted approved sent_back reopened published scheduled rescheduled unscheduled withdrawn"
    " reinstated embargo_set embargo_changed embargo_lifted correction_added correction_retracted"
    " created saved revision_restored block_removed preview_shared preview_revoked"
).split()
CHUNK = 2000


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Say of each story what the audit log says; where it says nothing, that it was saved."""
    story, entry, last = (
        apps.get_model("articles", name) for name in ("Story", "AuditEntry", "LastAction")
    )
    entries = entry.objects.filter(story=OuterRef("pk"), action__in=TOLD).order_by("-at", "-pk")
    found = story.objects.annotate(
        entry=Subquery(entries.values("pk")[:1]),
        done_at=Coalesce(Subquery(entries.values("at")[:1]), F("changed_at")),
    ).values_list("pk", "entry", "done_at")
    rows = (last(story_id=pk, entry_id=of, at=at) for pk, of, at in found.iterator(CHUNK))
    last.objects.bulk_create(rows, batch_size=CHUNK)


class Migration(migrations.Migration):
    dependencies = [("articles", "0028_suggestions_and_desk_words")]

    operations = [
        # Backwards, the other rules are put in place again once the table is gone.
        migrations.RunPython(migrations.RunPython.noop, install_rules),
        migrations.CreateModel(
            name="LastAction",
            fields=[
                (
                    "story",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="last_action",
                        serialize=False,
                        to="articles.story",
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.auditentry",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["-at", "-story"], name="last_action_newest")],
            },
        ),
        migrations.RunPython(install_rules, remove_rules),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
