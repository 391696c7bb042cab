"""Reviewers are told of a story that its writer takes back; previews' pictures are counted too."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

KINDS = {
    "sent_back": "sent back",
    "returned_to_draft": "returned to draft",
    "approved": "approved",
    "published": "published",
    "scheduled": "scheduled",
    "kill_received": "withdrawn by the agency",
    "mentioned": "mention",
    "answered": "answer",
}


def forget_returned(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove notices of a kind that the constraint before does not know."""
    apps.get_model("articles", "Notice").objects.filter(kind="returned_to_draft").delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0024_linked_pages")]

    operations = [
        migrations.AddField(
            model_name="previewuse",
            name="picture",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.RemoveConstraint(model_name="notice", name="notice_kind_legal"),
        migrations.RunPython(migrations.RunPython.noop, forget_returned),
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(choices=list(KINDS.items()), max_length=20),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", list(KINDS))), name="notice_kind_legal"
            ),
        ),
    ]
