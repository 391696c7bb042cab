"""A byline can have words besides authors, such as “With agencies”.

On PostgreSQL no row is rewritten; the constraint reads the table once, which has a row or two a
story.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def remove_texts(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove what has no author: before, each had one."""
    apps.get_model("articles", "Byline").objects.filter(author=None).delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0014_fill_terms")]

    operations = [
        migrations.AlterField(
            model_name="byline",
            name="author",
            field=models.ForeignKey(
                null=True,
                on_delete=models.PROTECT,
                related_name="bylines",
                to="articles.author",
            ),
        ),
        migrations.AddField(
            model_name="byline",
            name="text",
            field=models.CharField(blank=True, max_length=120, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(migrations.RunPython.noop, remove_texts),
        migrations.AddConstraint(
            model_name="byline",
            constraint=models.CheckConstraint(
                condition=models.Q(("author__isnull", False), ("text", ""))
                | models.Q(("author__isnull", True), models.Q(("text", ""), _negated=True)),
                name="byline_author_or_text",
            ),
        ),
    ]
