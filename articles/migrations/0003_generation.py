from django.db import migrations, models

from articles.generation_triggers import install, remove


class Migration(migrations.Migration):
    """The row that tells whether a kept page is still current, and what renews it."""

    dependencies = [("articles", "0002_database_rules")]

    operations = [
        migrations.CreateModel(
            name="Generation",
            fields=[
                ("id", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("number", models.BigIntegerField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="generation_is_one_row"
                    )
                ],
            },
        ),
        # The first write makes the row; until then nothing is kept.
        migrations.RunPython(install, remove),
    ]
