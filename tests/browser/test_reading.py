"""What readers get, in a real browser: all words, an accessible layout, within its budget."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles import body, publishing, writing
from articles.models import (
    CorrectionKind,
    LinkState,
    PublishedVersion,
    Story,
    VersionKind,
)
from articles.stories import WorkingCopy
from newsroom.accounts.models import User
from tests.factories import (
    HOUR,
    SAMPLES,
    make_author,
    make_correction,
    make_coverage,
    make_link,
    make_live_entry,
    make_picture,
    make_section,
    make_story,
    make_version,
)

SAMPLE = (SAMPLES / "xi-putin-sco.txt").read_text(encoding="utf-8")
LABEL = "Also Read | "
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

#: Kept in the page: how much of it moved by itself, and what.
SHIFTS = """
window.shifts = [];
const outline = node => node?.parentElement?.outerHTML.slice(0, 200);
new PerformanceObserver(list => {
  for (const { hadRecentInput, value, sources } of list.getEntries())
    if (!hadRecentInput) window.shifts.push([value, ...sources.map(one => outline(one.node))]);
}).observe({ type: "layout-shift", buffered: true });
"""
#: Kept in the page: what was the largest thing painted.
LARGEST = """
new PerformanceObserver(list => {
  const { element } = list.getEntries().at(-1);
  window.largest = element?.closest(".lead-picture") ? "lead-picture"
    : element?.className || element?.tagName;
}).observe({ type: "largest-contentful-paint", buffered: true });
"""
#: Bytes of the page and its files, uncompressed.
WITHOUT_PICTURES = """
performance.getEntriesByType("navigation")[0].decodedBodySize +
  performance.getEntriesByType("resource").filter(entry => entry.initiatorType !== "img")
    .reduce((sum, entry) => sum + entry.decodedBodySize, 0)
"""

#: What the browser says of any other host.
NO_NETWORK = "Failed to load resource: net::ERR_NAME_NOT_RESOLVED"
URLS = [
    "/",
    "/recent/",
    "/section/world/",
    "/corrections/",
    "/place/astana/",
    "/archive/",
    "/news/sample/",
    "/news/arabic/",
    "/news/chinese/",
    "/news/live/",
    "/news/unknown/",
    "/news/withdrawn/",
]


#: Of the first stories of the site.
SLUGS, LANGUAGES = ("arabic", "chinese", "live"), ("ar", "zh")

EXTRAS = (
    '<aside data-block="pull-quote" data-key="quote123" data-speaker="Xi Jinping">'
    "we must safeguard the right to development</aside>"
    "<h2>What it means</h2><ul><li><p>A first point</p></li><li><p>A second one</p></li></ul>"
    "<blockquote><p>As it was said then.</p></blockquote><hr>"
    '<p>An <a href="https://else.example/">external link</a>.</p>'
    '<aside data-block="embed" data-key="embed123" data-author="Ana Lee"'
    ' data-url="https://www.youtube.com/watch?v=dQw4w9WgXcQ">The summit in two minutes</aside>'
)


def sample(**fields: Any) -> WorkingCopy:
    """Return the sample as an editor has it."""
    headline, summary, *rest, _recent_news = SAMPLE.strip().split("\n\n")
    blocks: list[body.Block] = []
    for text in rest:
        if text.startswith(LABEL):
            blocks.append(body.AlsoRead("abcd1234", text.removeprefix(LABEL), LABEL, None))
        else:
            blocks.append(body.paragraph(text.removeprefix("Astana: ")))
    html = body.write(blocks) + fields.pop("more", "")
    return WorkingCopy(headline, "sample", summary, html, places=("Astana",), **fields)


def publish(copy: WorkingCopy, editor: User) -> PublishedVersion:
    """Publish a working copy through the verbs."""
    story = writing.make_ready(writing.create(copy, by=editor), by=editor)
    return publishing.publish(story, by=editor)


def publish_full_story(editor: User) -> PublishedVersion:
    """Publish the sample with everything that a story can have."""
    picture = make_picture(
        alt="A landscape", caption="Where the leaders met.", credit="Ana Lee/Agency"
    )
    copy = sample(
        more=EXTRAS,
        section=make_section(name="World", slug="world"),
        authors=tuple(make_author(name=name) for name in ("Ana Lee", "Ben Ode")),
        lead_picture=picture,
    )
    copy = replace(copy, tags=("harvest", "rain"))
    version = publish(copy, editor)
    other = make_version(
        make_story(headline="A story that is related"), content=version.content | {"blocks": []}
    )
    make_link(version.story, target=other.story, state=LinkState.APPROVED)
    return version


def cover(story: Story) -> None:
    """Make it a live blog, with an entry of each kind."""
    now = timezone.now()
    make_coverage(story, valid_from=now - HOUR)
    author = make_author(name=f"Ana {story.slug}").name
    entries: list[dict[str, Any]] = [
        {"headline": "الماء يرتفع في الميناء", "is_key": True},
        {"author": author},
        {"note": "No."},
    ]
    for minute, words in enumerate(entries):
        make_live_entry(story, visible_from=now - HOUR / (minute + 2), **words)


@pytest.fixture
def site(editor: User) -> None:
    """A site with the full sample, other stories in several scripts, and a withdrawal notice."""
    now = timezone.now()
    for number, headline in enumerate(
        [
            "مزارعو الوادي يبدأون الحصاد مبكرا هذا العام",
            "新华社记者探访秋收第一线",
            "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz aufgehoben",
            *(f"The harvest of field {number} has begun" for number in range(20)),
        ]
    ):
        make_version(
            make_story(
                headline=headline,
                summary="What is known of it so far, in short.",
                **({"slug": SLUGS[number]} if number < len(SLUGS) else {}),
            ),
            visible_from=now - timedelta(hours=number + 1),
            language=LANGUAGES[number] if number < len(LANGUAGES) else "en",
        )
    for slug in ("arabic", "live"):
        cover(Story.objects.get(slug=slug))
    full = publish_full_story(editor)
    for kind in CorrectionKind:
        make_correction(full.story, kind=kind)
    withdrawn = make_story(slug="withdrawn")
    make_version(withdrawn, visible_from=now - 2 * HOUR, visible_until=now - HOUR)
    note = "We withdrew this story because its figures were wrong."
    make_version(withdrawn, kind=VersionKind.WITHDRAWAL, visible_from=now - HOUR, public_note=note)


def open_page(page: Page, url: str, complaints: list[str]) -> None:
    """Open a page; the error status of an error page does not count as a complaint."""
    page.goto(url)
    complaints[:] = [text for text in complaints if "status of 4" not in text]


def test_page_reads_as_the_copy(page: Page, editor: User) -> None:
    make_version(make_story(headline="Another story"), visible_from=timezone.now() - HOUR)
    version = publish(sample(), editor)
    page.goto(version.get_absolute_url())
    page.locator("main .meta").evaluate("node => node.remove()")
    text = page.locator("main").inner_text()
    read, _, listed = text.rpartition("Recent News")
    assert f"{read} Recent News".split() == SAMPLE.split()
    assert listed.split()[:2] == ["Another", "story"]


@pytest.mark.usefixtures("site")
def test_pages_are_accessible(
    page: Page, axe: Callable[[Page], None], complaints: list[str]
) -> None:
    for url in URLS:
        open_page(page, url, complaints)
        axe(page)


@pytest.mark.usefixtures("site")
def test_no_page_is_wider_than_the_window(page: Page, complaints: list[str]) -> None:
    for width in (320, 768, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        for url in URLS:
            open_page(page, url, complaints)
            assert page.evaluate(OVERFLOW) <= 0, (url, width)


@pytest.mark.usefixtures("site")
def test_line_is_no_longer_than_the_eye_follows(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1000})
    page.goto("/news/sample/")
    box = page.locator(".body > p").first.bounding_box()
    size = page.locator(".body").evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
    assert box
    assert 25 * size < box["width"] < 38 * size


@pytest.mark.usefixtures("site")
def test_keyboard_skips_to_the_text(page: Page) -> None:
    page.goto("/news/sample/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.usefixtures("site")
def test_right_to_left_headline_keeps_its_direction(page: Page) -> None:
    page.goto("/recent/")
    headline = page.locator(".teaser h2", has_text="مزارعو")
    assert headline.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert "Naskh" in headline.evaluate("node => getComputedStyle(node).fontFamily")
    assert (
        page.locator(".teaser h2").first.evaluate("node => getComputedStyle(node).direction")
        == "ltr"
    )


@pytest.mark.usefixtures("site")
def test_print_has_the_text_without_navigation(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto("/news/sample/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for selector in (".menu", ".recent", ".related", ".skip", ".share", ".embed-offer"):
        expect(page.locator(selector)).to_be_hidden()
    colour = page.locator("body").evaluate("node => getComputedStyle(node).color")
    assert colour == "rgb(0, 0, 0)"


@pytest.mark.usefixtures("site")
def test_pages_bring_no_script_that_blocks_and_no_cookie(page: Page, complaints: list[str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    for url in URLS:
        open_page(page, url, complaints)
        kinds = page.locator("script").evaluate_all("nodes => nodes.map(node => node.type)")
        assert set(kinds) <= {"module", "application/ld+json"}, url
        assert page.locator("[style], style").count() == 0
    assert page.context.cookies() == []
    assert "fetch" not in asked


@pytest.mark.usefixtures("site")
def test_a_page_is_small_and_nothing_of_it_moves(page: Page) -> None:
    page.add_init_script(SHIFTS)
    for url in ("/", "/news/sample/", "/section/world/", "/recent/"):
        page.goto(url, wait_until="networkidle")
        page.mouse.wheel(0, 3000)
        page.wait_for_function("scrollY > 0 || document.body.scrollHeight <= innerHeight")
        assert page.evaluate("window.shifts") == [], url
        assert page.evaluate(WITHOUT_PICTURES) < 60_000, url


@pytest.mark.usefixtures("site")
def test_the_largest_thing_painted_is_the_lead_picture_or_the_headline(page: Page) -> None:
    page.add_init_script(LARGEST)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/news/sample/", wait_until="networkidle")
    page.wait_for_function("window.largest")
    assert page.evaluate("window.largest") in {"lead-picture", "H1", "summary"}


@pytest.mark.usefixtures("site")
def test_a_reader_copies_the_link(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/news/sample/?utm_source=mail")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/news/sample/")
    expect(page.get_by_role("button", name="Share")).to_be_hidden()


@pytest.mark.usefixtures("site")
def test_a_reader_hands_the_story_to_another_app(page: Page) -> None:
    page.add_init_script(
        "navigator.canShare = () => true; navigator.share = async story => (window.shared = story)"
    )
    page.goto("/news/sample/")
    page.get_by_role("button", name="Share").click()
    shared = page.evaluate("window.shared")
    assert shared["url"].endswith("/news/sample/")
    assert shared["title"] == SAMPLE.strip().partition("\n")[0]


@pytest.mark.usefixtures("site")
def test_without_javascript_all_is_there_but_the_buttons(
    browser: Browser, live_server: LiveServer
) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/news/sample/")
    expect(page.locator(".body > p").first).to_be_visible()
    expect(page.locator(".share button").first).to_be_hidden()
    expect(page.get_by_role("link", name="The summit in two minutes")).to_be_visible()
    expect(page.locator(".embed-offer")).to_be_hidden()
    context.close()


@pytest.mark.usefixtures("site")
def test_a_reader_loads_a_video(page: Page, complaints: list[str]) -> None:
    page.goto("/news/sample/", wait_until="networkidle")
    expect(page.locator("iframe")).to_have_count(0)
    page.get_by_role("button", name="Watch here").press("Enter")
    frame = page.locator("iframe")
    expect(frame).to_be_focused()
    assert frame.get_attribute("src") == (
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"
    )
    assert "allow-top-navigation" not in (frame.get_attribute("sandbox") or "")
    expect(page.get_by_title("YouTube · Ana Lee The summit in two minutes")).to_be_visible()
    # Nothing else was asked of others, and the policy let the frame in.
    assert {text for text in complaints if "youtube-nocookie" not in text} <= {NO_NETWORK}
    complaints.clear()


@pytest.mark.usefixtures("site")
def test_scripts_without_slanted_letters_have_none(page: Page) -> None:
    page.goto("/news/chinese/")
    for selector in ("h1", ".summary"):
        style = page.locator(selector).evaluate(
            "node => [getComputedStyle(node).fontStyle, getComputedStyle(node).letterSpacing]"
        )
        assert style == ["normal", "normal"]
    page.goto("/news/arabic/")
    assert page.locator("h1").evaluate("node => getComputedStyle(node).letterSpacing") == "normal"
    assert page.locator("html").get_attribute("dir") == "rtl"


@pytest.mark.usefixtures("site")
def test_reader_walks_from_front_page_to_older_news(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="All recent news").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recent News")
    newest = page.locator(".teaser h2").first.inner_text()
    page.get_by_role("link", name="Older news").click()
    expect(page.locator(".teaser h2").first).not_to_have_text(newest)
    page.get_by_role("link", name="Latest news").click()
    expect(page.locator(".teaser h2").first).to_have_text(newest)


@pytest.mark.usefixtures("site")
def test_pages_are_valid_html(tmp_path: Path) -> None:
    for number, url in enumerate(URLS):
        tmp_path.joinpath(f"{number}.html").write_bytes(Client().get(url).content)
    # The list role is for VoiceOver, which does not read a list without marks as one.
    [checker] = Path(__file__).parents[2].glob(".vnu/*.jar")  # from `make vnu`
    command = [
        "java",
        "-jar",
        str(checker),
        "--filterpattern",
        ".*The “list” role.*",
        str(tmp_path),
    ]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (0, "")
