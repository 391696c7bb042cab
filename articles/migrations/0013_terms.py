"""Readers get a page for each tag, author and place; authors get what their pages say."""

import django.db.models.deletion
from django.db import migrations, models

from articles.database import install_cache_triggers, remove_cache_triggers
from articles.models import SlugField, validate_links


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_cache_change")]

    operations = [
        # Backwards: without the tables, the triggers of the others stay.
        migrations.RunPython(migrations.RunPython.noop, install_cache_triggers),
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("tag", "tag"),
                            ("author", "author"),
                            ("place", "place"),
                            ("section", "section"),
                        ],
                        max_length=10,
                    ),
                ),
                ("slug", SlugField(allow_unicode=True, max_length=100)),
                (
                    "present",
                    SlugField(allow_unicode=True, max_length=100),
                ),
                ("name", models.CharField(max_length=120)),
            ],
            options={
                "verbose_name": "former slug",
                "verbose_name_plural": "former slugs",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("tag", "tag"), ("author", "author"), ("place", "place")],
                        max_length=10,
                    ),
                ),
                ("slug", SlugField(allow_unicode=True, max_length=100)),
                ("name", models.CharField(max_length=120)),
                ("published_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "term",
                "verbose_name_plural": "terms",
                "default_permissions": (),
            },
        ),
        migrations.AddField(
            model_name="author",
            name="bio",
            field=models.TextField(
                blank=True,
                help_text="A few sentences for readers, on the author’s page.",
                max_length=2000,
                verbose_name="about the author",
            ),
        ),
        migrations.AddField(
            model_name="author",
            name="email",
            field=models.EmailField(
                blank=True,
                help_text="Shown on the author’s page.",
                max_length=254,
                verbose_name="e-mail for readers",
            ),
        ),
        migrations.AddField(
            model_name="author",
            name="links",
            field=models.TextField(
                blank=True,
                help_text="Pages about the author elsewhere, one URL a line.",
                max_length=1000,
                validators=[validate_links],
                verbose_name="links",
            ),
        ),
        migrations.AddField(
            model_name="author",
            name="portrait",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="portraits",
                to="articles.picture",
                verbose_name="portrait",
            ),
        ),
        migrations.AddField(
            model_name="author",
            name="role",
            field=models.CharField(
                blank=True,
                help_text="For example: Asia correspondent.",
                max_length=120,
                verbose_name="role",
            ),
        ),
        migrations.AddField(
            model_name="author",
            name="slug",
            field=SlugField(allow_unicode=True, blank=True, editable=False, max_length=100),
        ),
        migrations.AddConstraint(
            model_name="author",
            constraint=models.UniqueConstraint(
                condition=models.Q(("slug", ""), _negated=True),
                fields=("slug",),
                name="author_slug_once",
            ),
        ),
        migrations.AddIndex(
            model_name="formerslug",
            index=models.Index(fields=["kind", "present"], name="former_slug_present"),
        ),
        migrations.AddConstraint(
            model_name="formerslug",
            constraint=models.UniqueConstraint(fields=("kind", "slug"), name="former_slug_once"),
        ),
        migrations.AddConstraint(
            model_name="formerslug",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["tag", "author", "place", "section"])),
                name="former_slug_kind_legal",
            ),
        ),
        migrations.AddConstraint(
            model_name="formerslug",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug", models.F("present")), _negated=True),
                name="former_slug_leads_elsewhere",
            ),
        ),
        migrations.AddField(
            model_name="term",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="terms",
                to="articles.publishedversion",
            ),
        ),
        migrations.AddIndex(
            model_name="term",
            index=models.Index(
                fields=["kind", "slug", "-published_at", "-version"], name="term_newest"
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.UniqueConstraint(
                fields=("version", "kind", "slug"), name="term_slug_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["tag", "author", "place"])), name="term_kind_legal"
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug", ""), _negated=True), name="term_has_slug"
            ),
        ),
        migrations.RunPython(install_cache_triggers, remove_cache_triggers),
    ]
