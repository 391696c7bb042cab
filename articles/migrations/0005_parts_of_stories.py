"""What belongs to the working copy of a story, and each save of it."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0008_language")]
    dependencies = [
        ("articles", "0004_stories"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Dateline",
            fields=[
                ("id", ID),
                ("date", models.CharField(max_length=60, blank=True)),
                ("agency", models.CharField(max_length=80, blank=True)),
                (
                    "story",
                    models.OneToOneField(
                        to="articles.story", on_delete=models.CASCADE, related_name="dateline"
                    ),
                ),
            ],
            options={
                "verbose_name": "dateline",
                "verbose_name_plural": "datelines",
            },
        ),
        migrations.CreateModel(
            name="DatelinePlace",
            fields=[
                ("id", ID),
                ("name", models.CharField(max_length=100)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "dateline",
                    models.ForeignKey(
                        to="articles.dateline", on_delete=models.CASCADE, related_name="places"
                    ),
                ),
            ],
            options={
                "verbose_name": "place of a dateline",
                "verbose_name_plural": "places of datelines",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["dateline", "position"], name="dateline_place_position_once"
                    ),
                    models.CheckConstraint(
                        condition=~Q(name=""),
                        name="dateline_place_has_name",
                        violation_error_message="A place of a dateline needs a name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PullQuote",
            fields=[
                ("id", ID),
                ("key", models.CharField(max_length=32)),
                ("words", models.TextField()),
                ("speaker", models.CharField(max_length=200, blank=True)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.CASCADE, related_name="pull_quotes"
                    ),
                ),
            ],
            options={
                "verbose_name": "pull quote",
                "verbose_name_plural": "pull quotes",
                "constraints": [
                    models.UniqueConstraint(
                        fields=["story", "key"], name="pull_quote_key_once_a_story"
                    ),
                    models.CheckConstraint(
                        condition=Q(key__length__gte=8), name="pull_quote_has_key"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", ID),
                ("key", models.CharField(max_length=32)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "picture",
                    models.ForeignKey(
                        to="articles.picture", on_delete=models.PROTECT, related_name="figures"
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.CASCADE, related_name="figures"
                    ),
                ),
            ],
            options={
                "verbose_name": "figure",
                "verbose_name_plural": "figures",
                "constraints": [
                    models.UniqueConstraint(
                        fields=["story", "key"], name="figure_key_once_a_story"
                    ),
                    models.CheckConstraint(condition=Q(key__length__gte=8), name="figure_has_key"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", ID),
                ("number", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("changed", models.JSONField(default=list)),
                ("schema", models.PositiveSmallIntegerField()),
                ("data", models.BinaryField()),
                (
                    "base",
                    models.ForeignKey(
                        to="articles.revision",
                        on_delete=models.DO_NOTHING,
                        null=True,
                        related_name="dependents",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.PROTECT,
                        related_name="revisions",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        to="articles.story", on_delete=models.DO_NOTHING, related_name="revisions"
                    ),
                ),
            ],
            options={
                "verbose_name": "revision",
                "verbose_name_plural": "revisions",
                "ordering": ["-number"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=["story", "number"], name="revision_number_once_a_story"
                    ),
                ],
            },
        ),
    ]
