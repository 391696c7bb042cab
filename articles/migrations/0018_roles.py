"""The roles: groups, with the permissions on what is there by now."""

from django.db import migrations

from articles.people import install_roles, remove_roles


class Migration(migrations.Migration):
    replaces = [("articles", "0014_fill_terms")]
    dependencies = [("articles", "0017_page_cache")]

    operations = [migrations.RunPython(install_roles, remove_roles)]
