"""Wire copy is known by its text, too; it can be dismissed, withdraw a story and ask an embargo."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from articles.models import Story
from articles.wire import UnreadableCopy, decode, fingerprint

OUTCOMES = [
    ("created", "became a new story"),
    ("offered", "offered as an update of a story"),
    ("accepted", "accepted into its story"),
    ("dismissed", "dismissed"),
    ("kill", "withdraws a story"),
]


def fill(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the new columns from the sources, which are read one by one."""
    rows = apps.get_model("articles", "WireCopy").objects.using(schema_editor.connection.alias)
    for pk in list(rows.values_list("pk", flat=True)):
        source, headline = rows.values_list("source", "headline").get(pk=pk)
        try:
            text = decode(bytes(source))
        except UnreadableCopy:
            # Readable when it was imported, so only if what can be read has become less.
            text = ""
        known = {"text_sha256": fingerprint(text)} if text else {}
        rows.filter(pk=pk).update(headline_key=Story.key_of(headline), **known)


def undo(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Turn results that did not exist before into the one that changes nothing."""
    rows = apps.get_model("articles", "WireCopy").objects.using(schema_editor.connection.alias)
    rows.filter(outcome__in=["dismissed", "kill"]).update(outcome="offered")


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_no_erasure")]

    operations = [
        migrations.RemoveConstraint(model_name="wirecopy", name="wire_copy_outcome_legal"),
        migrations.AddField(
            model_name="wirecopy",
            name="embargo_open",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="wirecopy",
            name="headline_key",
            field=models.CharField(default="", editable=False, max_length=300),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="wirecopy",
            name="text_sha256",
            field=models.CharField(default="", editable=False, max_length=64),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="wirecopy",
            name="outcome",
            field=models.CharField(choices=OUTCOMES, max_length=10, verbose_name="result"),
        ),
        migrations.RunPython(fill, undo),
        migrations.AddIndex(
            model_name="wirecopy",
            index=models.Index(fields=["text_sha256"], name="wire_copy_text"),
        ),
        migrations.AddIndex(
            model_name="wirecopy",
            index=models.Index(fields=["headline_key"], name="wire_copy_headline_key"),
        ),
        migrations.AddConstraint(
            model_name="wirecopy",
            constraint=models.CheckConstraint(
                condition=models.Q(outcome__in=[value for value, _ in OUTCOMES]),
                name="wire_copy_outcome_legal",
            ),
        ),
    ]
