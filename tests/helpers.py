"""People and stories for tests, made by the same verbs that the product uses."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from articles import writing
from articles.desk.story.form import StoryForm
from articles.models import RelatedLink, Story
from articles.people import install_roles
from articles.stories import Related, WorkingCopy, working_copy_of
from newsroom.accounts.models import User
from tests.factories import make_user

#: In which nothing is live yet of what tests with a running clock schedule.
NEXT_YEAR = timezone.now().year + 1
NEW_YEAR = f"{NEXT_YEAR}-01-01T00:00"


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


def changed(story: Story, *, by: User | None = None, more: str = "And more.") -> Story:
    """Return the story with a longer summary, ready to be published."""
    story, by = Story.objects.get(pk=story.pk), by or managing_editor()
    copy = replace(working_copy_of(story), summary=f"{story.summary} {more}")
    return writing.make_ready(writing.save(story, copy, by=by), by=by)


def relate(story: Story, *, by: User | None = None, **link: Any) -> RelatedLink:
    """Save the story with one more link after its body, and return the link's row."""
    target = link.pop("target", None)
    related = Related(target.pk if target else None, **link)
    story = Story.objects.get(pk=story.pk)
    copy = working_copy_of(story)
    writing.save(story, replace(copy, related=(*copy.related, related)), by=by or managing_editor())
    return story.related_links.get(target=related.story, url=related.url)


def person(role: str, name: str = "") -> User:
    """Return a staff account with this role; with "" it has none."""
    user = make_user(name or role.lower().replace(" ", "_") or "nobody")
    if role:
        if not Group.objects.filter(name=role).exists():
            # A test that committed has emptied the tables, the migration's groups too.
            install_roles(apps)
        user.groups.set([Group.objects.get(name=role)])
    return user


def confirm(client: Client, page: str, data: dict[str, Any] | None = None, **more: Any) -> Any:
    """Open the page that asks before an action, answer it as its form does, and return what comes.

    It carries what the page showed, as the browser's form would.
    """
    asked = client.get(page)
    shown = asked.context.get("shown", "") if asked.context else ""
    return client.post(page, {"shown": str(shown), **(data or {})}, **more)


def send_form(client: Client, page: str, data: dict[str, Any], **more: Any) -> Any:
    """Open the page and answer its form as a browser does: with what it says that it showed."""
    text = client.get(page).text
    carried = re.findall(r'name="([\w-]*(?:opened|shown))" value="([^"]*)"', text)
    return client.post(page, {name: unescape(it) for name, it in carried} | data, **more)


def sent(story: Story, **more: Any) -> dict[str, Any]:
    """Return what a browser sends of the story's form, with these fields changed."""
    form = StoryForm(instance=story)
    fields = {name: form.get_initial_for_field(form.fields[name], name) for name in form.fields}
    related, prefix = form.related, form.related.prefix
    rows = {
        f"{row.prefix}-{name}": row.get_initial_for_field(row.fields[name], name)
        for row in related.initial_forms
        for name in ("target", "url", "headline", "ORDER")
    }
    rows[f"{prefix}-TOTAL_FORMS"] = related.total_form_count()
    rows[f"{prefix}-INITIAL_FORMS"] = related.initial_form_count()
    values = {name: "" if value is None else value for name, value in (fields | rows).items()}
    return values | more
