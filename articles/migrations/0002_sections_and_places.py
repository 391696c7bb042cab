"""Sections and places, and what sections were called when."""

from django.db import migrations, models
from django.db.models import F, Q

from articles.models import SlugField

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0026_periods")]
    # By an old name of 0001: where only some of the old migrations have been applied, Django
    # replaces none of them, finds none of this name, and says so before it does anything.
    dependencies = [("articles", "0034_kept_rows")]

    operations = [
        migrations.CreateModel(
            name="Section",
            fields=[
                ("id", ID),
                ("name", models.CharField(verbose_name="name", max_length=60)),
                (
                    "slug",
                    SlugField(verbose_name="slug", max_length=60, unique=True, allow_unicode=True),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        verbose_name="position",
                        default=0,
                        help_text="Sections with a lower number are listed first.",
                    ),
                ),
            ],
            options={
                "verbose_name": "section",
                "verbose_name_plural": "sections",
                "ordering": ["position", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["name"],
                        name="section_name_once",
                        violation_error_message="There is a section with this name already.",
                    ),
                    models.CheckConstraint(
                        condition=~Q(name=""),
                        name="section_has_name",
                        violation_error_message="A section needs a name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SectionPeriod",
            fields=[
                ("id", ID),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField(null=True)),
                ("name", models.CharField(max_length=60)),
                ("slug", SlugField(max_length=60, allow_unicode=True)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "section",
                    models.ForeignKey(
                        to="articles.section",
                        on_delete=models.DO_NOTHING,
                        db_constraint=False,
                        related_name="periods",
                    ),
                ),
            ],
            options={
                "verbose_name": "period of a section",
                "verbose_name_plural": "periods of sections",
                "default_permissions": (),
                "ordering": ["position", "name", "section_id"],
                "indexes": [
                    models.Index(fields=["valid_from"], name="sectionperiod_starts"),
                    models.Index(fields=["valid_until"], name="sectionperiod_ends"),
                    models.Index(fields=["slug"], name="sectionperiod_slug"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                        name="sectionperiod_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                ("id", ID),
                (
                    "kind",
                    models.CharField(
                        max_length=10,
                        choices=[
                            ("tag", "tag"),
                            ("author", "author"),
                            ("place", "place"),
                            ("section", "section"),
                        ],
                    ),
                ),
                ("slug", SlugField(max_length=100, allow_unicode=True)),
                ("present", SlugField(max_length=100, allow_unicode=True)),
                ("name", models.CharField(max_length=120)),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "former slug",
                "verbose_name_plural": "former slugs",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["kind", "present"], name="former_slug_present"),
                    models.Index(fields=["valid_from"], name="formerslug_starts"),
                    models.Index(fields=["valid_until"], name="formerslug_ends"),
                    models.Index(fields=["kind", "slug"], name="former_slug_slug"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(kind__in=["tag", "author", "place", "section"]),
                        name="former_slug_kind_legal",
                    ),
                    models.CheckConstraint(
                        condition=~Q(slug=F("present")), name="former_slug_leads_elsewhere"
                    ),
                    models.CheckConstraint(
                        condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                        name="formerslug_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", ID),
                (
                    "name",
                    models.CharField(
                        verbose_name="name",
                        max_length=100,
                        help_text="As wire copy prints it. Capitals do not matter.",
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["name"],
                        name="place_name_once",
                        violation_error_message="This place is on the list already.",
                    ),
                    models.CheckConstraint(
                        condition=~Q(name=""),
                        name="place_has_name",
                        violation_error_message="A place needs a name.",
                    ),
                ],
            },
        ),
    ]
