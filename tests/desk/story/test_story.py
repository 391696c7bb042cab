"""The story's form: what is typed is saved, or shown again with what is wrong."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from articles import body, publishing, writing
from articles.models import AuditEntry, RelatedLink, Story, WorkflowState
from articles.stories import working_copy, working_copy_of
from newsroom.accounts.models import User
from tests.factories import make_author, make_picture
from tests.helpers import confirm, relate, send_form, sent

Desk = Callable[[User], Client]
LINKS = {
    "related_links-TOTAL_FORMS": "1",
    "related_links-INITIAL_FORMS": "0",
    "related_links-0-target": "",
    "related_links-0-url": "",
    "related_links-0-headline": "",
}


def filled(story: Story | None = None, **changes: Any) -> dict[str, Any]:
    """What the browser sends of the form, with changes to it."""
    fields: dict[str, Any] = {
        "headline": "A headline",
        "slug": "",
        "summary": "",
        "places": "",
        "date": "",
        "agency": "",
        "tags": "",
        "byline": [""],
        "body": "<p>Text.</p>",
        "section": "",
        "lead_picture": "",
        "opened_version": "",
    }
    if story:
        fields |= {
            "headline": story.headline,
            "slug": story.slug,
            "summary": story.summary,
            "places": "Astana",
            "body": story.body,
            "section": story.section_id or "",
            "opened_version": story.version,
        }
    return LINKS | fields | changes


def change(story: Story) -> str:
    return reverse("admin:articles_story_change", args=[story.pk])


def test_a_new_story_is_saved_as_it_was_typed(desk: Desk, writer: User) -> None:
    authors = [make_author(name=name) for name in ("Zoe", "Adam")]

    response = desk(writer).post(
        reverse("admin:articles_story_add"),
        filled(
            headline=" Two met ",
            summary="One\n paragraph. ",
            places="Kyiv / Moscow",
            date="Sept 5",
            agency="Reuters",
            tags="Central Asia, trade",
            byline=[authors[0].pk, authors[1].pk, ""],
            body="<p>Met.</p><script>x</script>",
        ),
    )

    story = Story.objects.get()
    assert response["Location"] == change(story)
    copy = working_copy_of(story)
    assert (copy.headline, copy.slug, copy.summary) == ("Two met", "two-met", "One paragraph.")
    assert (copy.places, copy.date, copy.agency) == (("Kyiv", "Moscow"), "Sept 5", "Reuters")
    assert set(copy.tags) == {"Central Asia", "trade"}
    assert copy.authors == tuple(authors)
    assert copy.body == "<p>Met.</p>"
    assert story.created_by == writer


def test_opening_and_saving_changes_nothing(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    author = make_author(name="Zoe")
    full = working_copy_of(story)
    fields = {"date": "Sept 5", "tags": "a b, c", "byline": [author.pk], "places": "A / B"}
    client = desk(managing_editor)
    client.post(change(story), filled(story, **fields))
    story.refresh_from_db()
    before = working_copy_of(story)
    assert before != full

    form = client.get(change(story)).context["adminform"].form
    sent = {name: form.get_initial_for_field(form.fields[name], name) for name in form.fields}
    client.post(change(story), LINKS | {k: "" if v is None else v for k, v in sent.items()})

    story.refresh_from_db()
    assert working_copy_of(story) == before


def test_whoever_saves_second_sees_the_conflict_and_keeps_the_text(
    desk: Desk, managing_editor: User, writer: User, story: Story
) -> None:
    sent = filled(story, body="<p>Mine, mine, mine.</p>")
    copy = replace(working_copy_of(story), summary="Theirs.")
    writing.save(story, copy, by=writer)

    response = desk(managing_editor).post(change(story), sent)

    assert response.status_code == 200
    assert "writer saved this story" in response.text
    assert "Mine, mine, mine." in response.text
    story.refresh_from_db()
    assert story.body == copy.body


def test_a_taken_slug_is_an_error_of_its_field(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    publishing.publish(_ready(story, managing_editor), by=managing_editor)
    story.refresh_from_db()
    client = desk(managing_editor)
    client.post(change(story), filled(story, slug="another"))

    response = client.post(reverse("admin:articles_story_add"), filled(slug="xi-and-putin-meet"))

    assert "belongs to another story" in response.context["adminform"].form.errors["slug"][0]
    assert Story.objects.count() == 1


def _ready(story: Story, by: User) -> Story:
    Story.objects.filter(pk=story.pk).update(state=WorkflowState.READY)
    story.refresh_from_db()
    return story


def test_publish_saves_asks_and_publishes(desk: Desk, managing_editor: User, story: Story) -> None:
    client = desk(managing_editor)
    form = filled(story, headline="Xi met Putin", _publish="1")
    confirm(client, client.post(change(story), form)["Location"])

    version = story.published_versions.get()
    assert version.headline == "Xi met Putin"
    story.refresh_from_db()
    assert story.state == WorkflowState.READY
    actions = AuditEntry.objects.filter(story=story).values_list("action", flat=True)
    assert list(reversed(actions)) == ["created", "saved", "submitted", "approved", "published"]


def test_what_cannot_be_published_is_saved_and_the_question_says_why(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    quote = '<aside data-block="pull-quote" data-key="k3y0k3y0">never said</aside>'

    response = desk(managing_editor).post(
        change(story), filled(story, body=story.body + quote, _publish="1"), follow=True
    )

    assert "The pull quote “never said” does not occur in the text" in response.text
    story.refresh_from_db()
    assert story.state == WorkflowState.DRAFT
    assert "never said" in story.body
    assert not story.published_versions.exists()


def test_a_writer_has_no_button_to_publish_and_no_power_to(
    desk: Desk, writer: User, story: Story
) -> None:
    client = desk(writer)
    names = [button.name for button in client.get(change(story)).context["buttons"]]

    response = client.post(change(story), filled(story, _publish="1"), follow=True)

    assert names == ["submit", "embargo"]
    assert response.status_code == 403
    assert not story.published_versions.exists()


def test_problems_are_shown_while_drafting(desk: Desk, managing_editor: User, story: Story) -> None:
    client = desk(managing_editor)
    client.post(change(story), filled(story, body=""))

    response = client.get(change(story))

    assert "The body is empty" in response.text


def test_a_related_link_after_the_text_is_added(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    other = writing.create(working_copy.WorkingCopy(headline="Other"), by=managing_editor)

    desk(managing_editor).post(change(story), filled(story) | {"related_links-0-target": other.pk})

    link = RelatedLink.objects.get()
    assert (link.story, link.target, link.state) == (story, other, "approved")


def test_related_links_are_ordered_relabelled_and_removed_in_the_form(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    client = desk(managing_editor)
    for name in "abc":
        relate(story, by=managing_editor, url=f"https://{name}.test/", headline=name)
    story.refresh_from_db()
    rows = sent(story)
    shown = " ".join(client.get(change(story)).text.split())
    assert 'Link 3 <span class="chip" data-state="approved">' in shown

    client.post(
        change(story),
        rows
        | {
            "related_links-0-ORDER": "9",
            "related_links-1-DELETE": "on",
            "related_links-2-headline": "New words",
        },
    )

    links = working_copy.working_copy_of(Story.objects.get(pk=story.pk)).related
    assert [(link.url, link.headline) for link in links] == [
        ("https://c.test/", "New words"),
        ("https://a.test/", "a"),
    ]


def test_two_related_links_to_one_page_are_refused(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    relate(story, by=managing_editor, url="https://else.test/")
    story.refresh_from_db()
    rows = sent(story) | {"related_links-1-url": "https://else.test/"}
    rows["related_links-TOTAL_FORMS"] = 2

    response = desk(managing_editor).post(change(story), rows)

    assert "Two related links lead to the same page" in response.text
    assert "Check the related stories after the text" in response.text


def test_a_related_link_without_target_is_refused(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    response = desk(managing_editor).post(
        change(story), filled(story) | {"related_links-0-headline": "Words"}
    )

    assert "Choose either a story or an external URL" in response.text


def test_a_published_story_is_not_deleted(desk: Desk, managing_editor: User, story: Story) -> None:
    publishing.publish(_ready(story, managing_editor), by=managing_editor)
    url = reverse("admin:articles_story_delete", args=[story.pk])

    for method in ("get", "post"):
        response = getattr(desk(managing_editor), method)(url, {"post": "yes"}, follow=True)
        assert "Withdraw it instead" in response.text

    assert Story.objects.filter(pk=story.pk).exists()


def test_a_linked_story_is_not_deleted(desk: Desk, managing_editor: User, story: Story) -> None:
    other = writing.create(working_copy.WorkingCopy(headline="Other"), by=managing_editor)
    link = relate(other, by=managing_editor, target=story)
    url = reverse("admin:articles_story_delete", args=[story.pk])

    for method in ("get", "post"):
        response = getattr(desk(managing_editor), method)(url, {"post": "yes"}, follow=True)
        assert "cannot be deleted: links lead to it from “Other”" in response.text

    form = desk(managing_editor).get(change(story)).text
    assert "cannot be deleted: links lead to it from “Other”" in form
    assert "deletelink" not in form
    assert "deletelink" in desk(managing_editor).get(change(other)).text
    assert RelatedLink.objects.get() == link


def test_a_link_that_had_found_a_deleted_draft_waits_again(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    html = body.write([body.AlsoRead(body.new_key(), story.headline)])
    other = writing.create(
        working_copy.WorkingCopy(headline="Other", body=html), by=managing_editor
    )
    assert other.related_links.get().target == story

    send_form(
        desk(managing_editor),
        reverse("admin:articles_story_delete", args=[story.pk]),
        {"post": "yes"},
    )

    assert list(Story.objects.all()) == [other]
    assert other.related_links.get().state == "waiting"
    send_form(
        desk(managing_editor),
        reverse("admin:articles_story_delete", args=[other.pk]),
        {"post": "yes"},
    )
    assert not Story.objects.exists()


def test_many_stories_are_not_deleted_at_once(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    publishing.publish(_ready(story, managing_editor), by=managing_editor)
    client, url = desk(managing_editor), reverse("admin:articles_story_changelist")
    assert "delete_selected" not in client.get(url).text

    client.post(url, {"action": "delete_selected", "_selected_action": [story.pk], "post": "yes"})

    assert Story.objects.filter(pk=story.pk).exists()


def test_a_draft_can_be_deleted(desk: Desk, managing_editor: User, story: Story) -> None:
    send_form(
        desk(managing_editor),
        reverse("admin:articles_story_delete", args=[story.pk]),
        {"post": "yes"},
    )

    assert not Story.objects.exists()


def test_what_somebody_saved_meanwhile_is_not_deleted_unseen(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    url, client = reverse("admin:articles_story_delete", args=[story.pk]), desk(managing_editor)

    def asked() -> dict[str, str]:
        (shown,) = re.findall(r'name="shown" value="([^"]+)"', client.get(url).text)
        return {"post": "yes", "shown": shown}

    stale = asked()
    copy = working_copy_of(story)
    writing.save(story, replace(copy, headline="New words"), by=managing_editor)
    page = client.post(url, stale, follow=True).text
    assert "has changed since you opened this page" in page
    assert "New words" in page
    assert Story.objects.exists()
    client.post(url, asked())
    assert not Story.objects.exists()


@pytest.mark.parametrize("new", [True, False])
def test_scripts_of_the_form_carry_the_nonce(
    desk: Desk, managing_editor: User, story: Story, new: bool
) -> None:
    response = desk(managing_editor).get(
        reverse("admin:articles_story_add") if new else change(story)
    )

    nonce = response.headers["Content-Security-Policy"].partition("'nonce-")[2].partition("'")[0]
    assert f'<script type="importmap" nonce="{nonce}">' in response.text


def test_whoever_may_only_read_sees_the_draft_and_no_form(desk: Desk, story: Story) -> None:
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_story"))
    client = desk(reader)

    text = client.get(change(story)).text

    assert "The two met on Wednesday." in text
    assert 'name="_continue"' not in text
    assert reverse("admin:articles_story_preview", args=[story.pk]) in text
    assert client.post(change(story), filled(story)).status_code == 403


def test_the_lead_picture_is_shown(desk: Desk, managing_editor: User, story: Story) -> None:
    picture = make_picture(caption="A field at dawn")
    client = desk(managing_editor)
    client.post(change(story), filled(story, lead_picture=picture.pk))
    page = client.get(change(story)).text
    assert "A field at dawn" in page
    assert f'<img src="{picture.url(800)}"' in page
