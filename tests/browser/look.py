"""Every screen of the desk at each width, light and dark, to be looked at: `make screenshots`.

The pictures go to var/screenshots/; those in the docs are taken by screenshots.py.
"""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from articles import publishing, writing
from articles.models import RelatedLink, Story
from articles.people import REPORTER
from articles.stories import WorkingCopy
from articles.wire import ingest
from newsroom.accounts.models import SavedView, User
from tests.browser.conftest import Scheme
from tests.factories import SAMPLES, make_author, make_link, make_picture, make_section
from tests.helpers import person, ready
from articles.models import Story
from newsroom.accounts.models import User
from tests.browser.conftest import Scheme
from tests.browser.screens import screens

FOLDER = Path(__file__).resolve().parents[2] / "var" / "screenshots"
WIDTHS = (390, 1024, 1440)
#: From right to left, in one long word, in two scripts, and longer than any column.
HEADLINES = (
    "افتتاح المدرسة الجديدة في المدينة القديمة",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung tritt in Kraft",
    "The minister said “نعم” to the plan",
    "Council votes on the bridge, the harbour, the school, the hospital and all that was left over",
    "Экспорт зерна вырос на треть",
)
TEXT = "<p>The council met on Tuesday and said nothing of the harvest.</p>"


@pytest.fixture
def story(editor: User) -> Story:
    """The sample, live and changed since; and stories in each state, some in other scripts."""
    ana, section = make_author(name="Ana Lee"), make_section(name="World")
    for caption in ("A field near the river", "مدرسة", "Council hall"):
        picture = make_picture(caption=caption, alt=caption, credit="A/Agency")
    story = ingest(SAMPLE.read_bytes(), name=SAMPLE.name, by=editor).story
    assert story
    publishing.publish(writing.make_ready(story, by=editor), by=editor)
    make_link(story, headline="What the agency said", url="https://agency.example/a")
    reporter = person(REPORTER, "maya")
    User.objects.filter(pk=reporter.pk).update(display_name="Maya Okafor")
    for number, headline in enumerate(HEADLINES):
        copy = WorkingCopy(
            headline, body=TEXT, authors=(ana,), section=section, lead_picture=picture
        )
        sent = writing.submit(writing.create(copy, by=reporter), by=reporter)
        if number == 0:
            writing.send_back(sent, by=editor, reason="Who says so?\nCall the ministry again.")
        publishing.schedule(
            ready(f"Planned: {headline}"[:100], section=section),
            by=editor,
            at=timezone.now() + timedelta(hours=3 + 19 * number),
        )
    gone = ready("A story that was wrong")
    publishing.publish(gone, by=editor)
    publishing.withdraw(gone, by=editor, note="Our source retracted it.")
    writing.stay(Story.objects.filter(state="in_review").latest("pk"), by=person("Editor", "aida"))
    SavedView.objects.create(person=editor, name="Harvest", query="q=harvest")
    ready("Ready for tomorrow", section=section)
    return Story.objects.get(pk=story.pk)


def of(name: str) -> Callable[[Story], str]:
    return lambda story: reverse(f"admin:articles_story_{name}", args=[story.pk])


def at(name: str, query: str = "") -> Callable[[Story], str]:
    return lambda _story: reverse(f"admin:{name}") + query


SCREENS: dict[str, Callable[[Story], str]] = {
    "start": at("index"),
    "stories": at("articles_story_changelist"),
    "stories-found": at("articles_story_changelist", "?q=council"),
    "story-new": at("articles_story_add"),
    "story": of("change"),
    "preview": of("preview"),
    "publish": of("publish"),
    "withdraw": of("withdraw"),
    "correction": of("add_correction"),
    "question-schedule": lambda _story: of("schedule")(Story.objects.latest("pk")),
    "schedule": at("articles_schedule"),
    "schedule-week": at("articles_schedule", "?view=week"),
    "schedule-month": at("articles_schedule", "?view=month"),
    "history": of("history"),
    "as-seen": at("articles_story_as_seen"),
    "links": at("articles_relatedlink_changelist", "?state=all"),
    "link": lambda _story: reverse(
        "admin:articles_relatedlink_change", args=[RelatedLink.objects.latest("pk").pk]
    ),
    "pictures": at("articles_picture_changelist"),
    "wire-copy": at("articles_wirecopy_changelist"),
    "import": at("articles_wirecopy_import"),
    "audit-log": at("articles_auditentry_changelist"),
    "accounts": at("accounts_user_changelist"),
    "account": lambda _story: reverse(
        "admin:accounts_user_change", args=[User.objects.latest("pk").pk]
    ),
    "sections": at("articles_section_changelist"),
    "settings": at("own_settings"),
    "nowhere": lambda _story: f"{reverse('admin:index')}nowhere/",
#: What one opens on a screen, by the name of the picture: the screen, and what is clicked.
OPENED = {
    "keys": ("queue", "#user-tools summary, [popovertarget=frame-keys]"),
    "queue-edit": ("queue", ".queue-edit summary"),
    "queue-reject": ("queue", ".queue-reject summary"),
    "portrait": ("author", ".chooser-open"),
    "filter": ("stories", ".filters summary"),
}


def asked(editor: User) -> dict[str, str]:
    """Return the URLs of all screens, of questions before an action, and of what is not there."""
    found = screens(editor)
    ready = Story.objects.get(headline="Ready for tomorrow")
    for name in ("publish", "schedule"):
        found[name] = reverse(f"admin:articles_story_{name}", args=[ready.pk])
    live = Story.objects.get(headline="Harvest begins")
    for name in ("withdraw", "add_correction", "preview"):
        found[name] = reverse(f"admin:articles_story_{name}", args=[live.pk])
    return found | {"nowhere": f"{reverse('admin:index')}nowhere/"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_take(
    editor_page: Page, editor: User, complaints: list[str], width: int, scheme: Scheme
) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    urls = asked(editor)
    editor_page.set_viewport_size({"width": width, "height": 900})
    editor_page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for name, url in urls.items():
        editor_page.goto(url)
        if editor_page.locator("form textarea[name=body]").count():
            expect(editor_page.get_by_role("toolbar", name="Formatting")).to_be_visible()
        editor_page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True)
    for name, (screen, clicked) in OPENED.items():
        editor_page.goto(urls[screen])
        for selector in clicked.split(", "):
            editor_page.locator(selector).first.click()
        editor_page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png")
    editor_page.context.clear_cookies()
    editor_page.goto(reverse("admin:login"))
    editor_page.screenshot(path=FOLDER / f"login-{width}-{scheme}.png")
    complaints.clear()
