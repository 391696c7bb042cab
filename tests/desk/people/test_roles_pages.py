"""Who gets to which page of the desk, and who may do what there that is not done to a story."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.desk.history.as_seen import as_seen_url
from articles.links import moderation
from articles.models import Author, Picture, Place, RelatedLink, Section, Story, WireCopy
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from newsroom.accounts.models import User
from tests import helpers
from tests.factories import NOON, make_picture, make_section
from tests.factories import PICTURE as SAMPLE
from tests.wire.helpers import take

pytestmark = [pytest.mark.django_db, pytest.mark.once]

# Written by hand: y where it is done, - where it is refused and nothing changes.
WHO = (REPORTER, EDITOR, MANAGING_EDITOR, MODERATOR, "nobody", "reader")
TABLE = """
list_stories    y y y - - -
schedule        y y y - - -
start           y y y - - -
preview_new     y y y - - -
search          y y y - - -
choose_time     y y y - - -
home_then       y y y - - -
autocomplete    y y y - - -
import_copy     y y y - - -
list_copy       y y y - - -
list_log       y y y - - -
list_links      y y y y - -
decide          - y y y - -
decide_all      - y y y - -
upload          y y y - - -
see_picture     y y y - - -
reword_picture  - y y - - -
delete_pictures - - y - - -
add_section     - - y - - -
add_place       - - y - - -
add_author      - - y - - -
delete_sections - - y - - -
add_account     - - y - - -
give_role       - - y - - -
give_everything - - - - - -
set_password    - - y - - -
set_boss        - - - - - -
delete_account  - - - - - -
add_group       - - - - - -
list_logins     - - y - - -
list_failures   - - y - - -
list_attempts   - - - - - -
"""
ROWS = {row[0]: row[1:] for row in (line.split() for line in TABLE.strip().splitlines())}
STRONG = "correct-horse-battery"


def url(name: str, *args: Any) -> str:
    return reverse(f"admin:{name}", args=args)


def opens(name: str, query: str = "") -> Callable[[Client], bool]:
    return lambda client: client.get(url(name) + query).status_code == 200


def new_story(client: Client, address: str) -> Any:
    links = {"related_links-TOTAL_FORMS": "0", "related_links-INITIAL_FORMS": "0"}
    return client.post(url(address), links | {"headline": "New story", "byline": [""]})


def start(client: Client) -> bool:
    new_story(client, "articles_story_add")
    return Story.objects.filter(headline="New story").exists()


def preview_new(client: Client) -> bool:
    answer = new_story(client, "articles_story_preview_new")
    return answer.status_code == 200 and "New story" in answer.text


def import_copy(client: Client) -> bool:
    client.post(url("articles_wirecopy_import"), {"text": "New copy\n\nWords of it.\n"})
    return WireCopy.objects.filter(headline="New copy").exists()


def link() -> RelatedLink:
    return RelatedLink.objects.create(
        story=helpers.draft(), url="https://else.test/", state="suggested"
    )


def decide(client: Client) -> bool:
    one = link()
    decision = {"decision": "approve", "shown": moderation.shown_of_link(one)}
    client.post(url("articles_relatedlink_queue_decide", one.pk), decision)
    return RelatedLink.objects.get().state == "approved"


def decide_all(client: Client) -> bool:
    one = link()
    chosen = {"action": "reject", "_selected_action": [one.pk]}
    chosen[f"shown-{one.pk}"] = moderation.shown_of_link(one)
    client.post(url("articles_relatedlink_changelist"), chosen)
    return RelatedLink.objects.get().state == "rejected"


def upload(client: Client) -> bool:
    image = SimpleUploadedFile("a.jpg", SAMPLE.read_bytes())
    client.post(url("articles_picture_upload"), {"image": image, "alt": "A"})
    return Picture.objects.exists()


def picture() -> Picture:
    return make_picture(alt="A")


def see_picture(client: Client) -> bool:
    seen = client.get(url("articles_picture", picture().pk))
    return seen.status_code == 302 and "/media/" in seen["Location"]


def reword_picture(client: Client) -> bool:
    helpers.send_form(client, url("articles_picture_change", picture().pk), {"alt": "B"})
    return Picture.objects.get().alt == "B"


def delete_all(noun: str, made: Callable[[], Any]) -> Callable[[Client], bool]:
    def act(client: Client) -> bool:
        row = made()
        chosen = {"action": "delete_selected", "_selected_action": [row.pk]}
        page = client.post(url(f"articles_{noun}_changelist"), chosen)
        sure = {"post": "yes", "shown": (page.context or {}).get("shown", "")}
        client.post(url(f"articles_{noun}_changelist"), chosen | sure)
        return not type(row).objects.filter(pk=row.pk).exists()

    return act


def add(model: Any) -> Callable[[Client], bool]:
    def act(client: Client) -> bool:
        sent = {"name": "Culture", "slug": "culture", "position": "1"}
        client.post(url(f"articles_{model._meta.model_name}_add"), sent)
        return bool(model.objects.exists())

    return act


def add_account(client: Client) -> bool:
    new = {"username": "anna", "usable_password": "true", "password1": STRONG, "password2": STRONG}
    client.post(url("accounts_user_add"), new)
    return User.objects.filter(username="anna", is_staff=True, is_superuser=False).exists()


def account(**fields: Any) -> User:
    return User.objects.create_user("ben", is_staff=True, **fields)


def change_account(client: Client, **sent: Any) -> User:
    ben = account()
    everything = {"username": "ben", "is_active": "on", "is_staff": "on"}
    helpers.send_form(client, url("accounts_user_change", ben.pk), everything | sent)
    return User.objects.get(pk=ben.pk)


def give_role(client: Client) -> bool:
    helpers.person(EDITOR)
    ben = change_account(client, groups=[Group.objects.get(name=EDITOR).pk])
    return ben.has_perm("articles.publish_story")


def give_everything(client: Client) -> bool:
    other = Group.objects.create(name="All there is")
    ben = change_account(client, is_superuser="on", groups=[other.pk], user_permissions=["1"])
    return ben.is_superuser or ben.groups.exists() or ben.user_permissions.exists()


def password_is_set(client: Client, ben: User) -> bool:
    sent = {"usable_password": "true", "password1": STRONG, "password2": STRONG}
    client.post(url("auth_user_password_change", ben.pk), sent)
    return User.objects.get(pk=ben.pk).check_password(STRONG)


def set_password(client: Client) -> bool:
    return password_is_set(client, account())


def set_boss(client: Client) -> bool:
    return password_is_set(client, account(is_superuser=True))


def delete_account(client: Client) -> bool:
    helpers.send_form(client, url("accounts_user_delete", account().pk), {"post": "yes"})
    return not User.objects.filter(username="ben").exists()


def add_group(client: Client) -> bool:
    client.post(url("auth_group_add"), {"name": "Mine", "permissions": []})
    return Group.objects.filter(name="Mine").exists()


ACTIONS: dict[str, Callable[[Client], bool]] = {
    "list_stories": opens("articles_story_changelist"),
    "schedule": opens("articles_schedule"),
    "start": start,
    "preview_new": preview_new,
    "choose_time": opens("articles_story_as_seen"),
    "home_then": lambda client: client.get(as_seen_url(NOON, "/")).status_code == 200,
    "search": opens("articles_story_search", "?q=harvest"),
    "autocomplete": opens(
        "autocomplete",
        "?app_label=articles&model_name=wirecopy&field_name=story&term=harvest",
    ),
    "import_copy": import_copy,
    "list_copy": opens("articles_wirecopy_changelist"),
    "list_log": opens("articles_auditentry_changelist"),
    "list_links": opens("articles_relatedlink_changelist"),
    "decide": decide,
    "decide_all": decide_all,
    "upload": upload,
    "see_picture": see_picture,
    "reword_picture": reword_picture,
    "delete_pictures": delete_all("picture", picture),
    "add_section": add(Section),
    "add_place": add(Place),
    "add_author": add(Author),
    "delete_sections": delete_all("section", lambda: make_section(name="A", slug="a")),
    "add_account": add_account,
    "give_role": give_role,
    "give_everything": give_everything,
    "set_password": set_password,
    "set_boss": set_boss,
    "delete_account": delete_account,
    "add_group": add_group,
    "list_logins": opens("accounts_login_changelist"),
    "list_failures": opens("accounts_failedlogin_changelist"),
    "list_attempts": lambda client: client.get("/admin/axes/accessattempt/").status_code == 200,
}


def client_of(who: str) -> Client:
    client = Client()
    if who != "reader":
        client.force_login(helpers.person("" if who == "nobody" else who))
    return client


def test_the_table_has_each_action() -> None:
    assert ROWS.keys() == ACTIONS.keys()


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("action", ROWS)
def test_it_is_done_or_refused(action: str, who: str) -> None:
    allowed = ROWS[action][WHO.index(who)] == "y"
    assert ACTIONS[action](client_of(who)) == allowed


# What the first page of the desk leads to.
MODELS = {
    REPORTER: "AuditEntry Picture RelatedLink Story WireCopy",
    EDITOR: "AuditEntry Front Picture RelatedLink Story WireCopy",
    MANAGING_EDITOR: (
        "AuditEntry Author FailedLogin Front Login Picture Place RelatedLink Section Story Tag User"
        " WireCopy"
    ),
    MODERATOR: "RelatedLink",
    "nobody": "",
}
WAYS = {
    REPORTER: {"New story</span>", "Import copy</a>", "Schedule</a>"},
    EDITOR: {"New story</span>", "Import copy</a>", "Schedule</a>", "Links to decide"},
    MANAGING_EDITOR: {"New story</span>", "Import copy</a>", "Schedule</a>", "Links to decide"},
    MODERATOR: {"Links to decide"},
    "nobody": set(),
}


@pytest.mark.parametrize("who", MODELS)
def test_the_first_page_leads_to_what_the_role_can_do(who: str) -> None:
    page = client_of(who).get(reverse("admin:index"))

    apps = page.context["available_apps"]
    shown = [model["object_name"] for app in apps for model in app["models"]]
    assert sorted(shown) == MODELS[who].split()
    every = WAYS[MANAGING_EDITOR]
    assert {way for way in every if f">{way}" in page.text} == WAYS[who]
    for app in apps:
        for model in app["models"]:
            assert client_of(who).get(model["admin_url"]).status_code == 200


def test_a_moderator_reads_what_a_link_joins_and_is_not_led_to_it() -> None:
    target = helpers.draft("A target")
    one = RelatedLink.objects.create(story=helpers.draft("A source"), target=target)

    def page(role: str) -> str:
        link = url("articles_relatedlink_change", one.pk)
        text: str = client_of(role).get(link, follow=True).text
        return text

    assert "A target" in page(MODERATOR)
    assert "A source" in page(MODERATOR)
    assert f"/articles/story/{target.pk}/" not in page(MODERATOR)
    assert f"/articles/story/{target.pk}/" in page(EDITOR)


def test_an_update_on_offer_leads_only_those_who_may_accept_it_to_the_comparison() -> None:
    take(b"A fair\n\nIt began.\n", helpers.managing_editor())
    copy = {"text": "A fair\n\nIt began on Monday.\n"}

    found = client_of(REPORTER).post(url("articles_wirecopy_import"), copy).text

    assert "offered as an update" in found
    assert "Compare the two" not in found
    assert Story.objects.get().headline in found


def test_those_who_may_not_delete_are_not_told_what_links_to_the_story() -> None:
    target = helpers.draft("A target")
    RelatedLink.objects.create(story=helpers.draft("A secret"), target=target)

    for who in (MODERATOR, "nobody", REPORTER):
        assert client_of(who).post(url("articles_story_delete", target.pk)).status_code == 403


def test_a_managing_editor_leaves_the_groups_that_are_no_role_as_they_are() -> None:
    ben, other = account(), Group.objects.create(name="Choir")
    ben.groups.add(other)
    helpers.person(EDITOR)
    role = Group.objects.get(name=EDITOR)

    helpers.send_form(
        client_of(MANAGING_EDITOR),
        url("accounts_user_change", ben.pk),
        {"username": "ben", "is_active": "on", "groups": role.pk},
    )

    assert set(ben.groups.all()) == {other, role}


def test_a_managing_editor_sees_no_superuser() -> None:
    boss = account(is_superuser=True)
    client = client_of(MANAGING_EDITOR)
    assert boss not in client.get(url("accounts_user_changelist")).context["cl"].result_list
    assert client.get(url("accounts_user_change", boss.pk)).status_code == 302


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_list_of_accounts_asks_the_same_for_all(
    number: int, django_assert_num_queries: Any
) -> None:
    client = client_of(MANAGING_EDITOR)
    for at in range(number):
        helpers.person(EDITOR, f"editor{at}")
    client.get(url("accounts_user_changelist"))

    # Session, account, permissions; count, accounts and their groups; how many links
    # wait, for the bar; and what else the frame shows.
    with django_assert_num_queries(9):
        client.get(url("accounts_user_changelist"))
