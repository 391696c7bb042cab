"""Authors, and what their pages said when."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from articles.models import SlugField, validate_links

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    replaces = [("articles", "0013_terms")]
    dependencies = [
        ("articles", "0002_sections_and_places"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Author",
            fields=[
                ("id", ID),
                (
                    "name",
                    models.CharField(
                        verbose_name="name",
                        max_length=120,
                        help_text="As readers see it in the byline.",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        verbose_name="account",
                        blank=True,
                        null=True,
                        help_text="The account that writes under this name, if there is one.",
                        related_name="author",
                    ),
                ),
                (
                    "bio",
                    models.TextField(
                        verbose_name="about the author",
                        max_length=2000,
                        blank=True,
                        help_text="A few sentences for readers, on the author’s page.",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        verbose_name="email for readers",
                        max_length=254,
                        blank=True,
                        help_text="Shown on the author’s page.",
                    ),
                ),
                (
                    "links",
                    models.TextField(
                        verbose_name="links",
                        max_length=1000,
                        blank=True,
                        help_text="Pages about the author elsewhere, one URL a line.",
                        validators=[validate_links],
                    ),
                ),
                (
                    "portrait",
                    models.ForeignKey(
                        to="articles.picture",
                        on_delete=models.PROTECT,
                        verbose_name="portrait",
                        blank=True,
                        null=True,
                        related_name="portraits",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        verbose_name="role",
                        max_length=120,
                        blank=True,
                        help_text="For example: Asia correspondent.",
                    ),
                ),
                ("slug", SlugField(max_length=100, blank=True, editable=False, allow_unicode=True)),
            ],
            options={
                "verbose_name": "author",
                "verbose_name_plural": "authors",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["name"],
                        name="author_name_once",
                        violation_error_message="There is an author with this name already.",
                    ),
                    models.CheckConstraint(
                        condition=~Q(name=""),
                        name="author_has_name",
                        violation_error_message="An author needs a name.",
                    ),
                    models.UniqueConstraint(
                        fields=["slug"], condition=~Q(slug=""), name="author_slug_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuthorPeriod",
            fields=[
                ("id", ID),
                ("valid_from", models.DateTimeField()),
                ("valid_until", models.DateTimeField(null=True)),
                ("name", models.CharField(max_length=120)),
                ("slug", SlugField(max_length=100, blank=True, allow_unicode=True)),
                ("role", models.CharField(max_length=120, blank=True)),
                ("bio", models.TextField(blank=True)),
                ("portrait", models.JSONField(default=dict)),
                ("email", models.EmailField(max_length=254, blank=True)),
                ("links", models.TextField(blank=True)),
                (
                    "author",
                    models.ForeignKey(
                        to="articles.author",
                        on_delete=models.DO_NOTHING,
                        db_constraint=False,
                        related_name="periods",
                    ),
                ),
            ],
            options={
                "verbose_name": "period of an author",
                "verbose_name_plural": "periods of authors",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["valid_from"], name="authorperiod_starts"),
                    models.Index(fields=["valid_until"], name="authorperiod_ends"),
                    models.Index(fields=["slug"], name="authorperiod_slug"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                        name="authorperiod_ends_after_it_starts",
                    ),
                ],
            },
        ),
    ]
