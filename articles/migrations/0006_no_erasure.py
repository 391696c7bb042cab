"""Frozen rows cannot be replaced (SQLite) or truncated (PostgreSQL)."""

from django.db import migrations

from articles.database import install_erasure_rules, remove_erasure_rules


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_private_originals")]

    operations = [migrations.RunPython(install_erasure_rules, remove_erasure_rules)]
