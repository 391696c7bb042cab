"""People and stories for tests, made by the same verbs that the product uses."""

from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group

from articles import writing
from articles.desk.story.form import StoryForm
from articles.models import Story
from articles.people import install_roles
from articles.stories import WorkingCopy
from newsroom.accounts.models import User
from tests.factories import make_user


def managing_editor(name: str = "managing_editor") -> User:
    """Return an account that may do everything."""
    return User.objects.filter(username=name).first() or User.objects.create_superuser(name)


def reporter() -> User:
    """Return a staff account without any permission."""
    return make_user("reporter")


def draft(headline: str = "Harvest begins", **fields: object) -> Story:
    """Return a draft with one paragraph."""
    copy = WorkingCopy(headline, **{"body": "<p>The harvest has begun.</p>", **fields})  # type: ignore[arg-type]
    return writing.create(copy, by=managing_editor())


def ready(headline: str = "Harvest begins", **fields: object) -> Story:
    """Return a story that is ready to be published."""
    return writing.make_ready(draft(headline, **fields), by=managing_editor())


def person(role: str, name: str = "") -> User:
    """Return a staff account with this role; with "" it has none."""
    user = make_user(name or role.lower().replace(" ", "_") or "nobody")
    if role:
        if not Group.objects.filter(name=role).exists():
            # A test that committed has emptied the tables, the migration's groups too.
            install_roles(apps)
        user.groups.set([Group.objects.get(name=role)])
    return user


def sent(story: Story, **more: Any) -> dict[str, Any]:
    """Return what a browser sends of the story's form, with these fields changed."""
    form = StoryForm(instance=story)
    fields = {name: form.get_initial_for_field(form.fields[name], name) for name in form.fields}
    links = {"related_links-TOTAL_FORMS": "1", "related_links-INITIAL_FORMS": "0"}
    return {name: "" if value is None else value for name, value in fields.items()} | links | more
