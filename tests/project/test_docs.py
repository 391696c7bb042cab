"""The docs match the project: their links, their pictures, the settings that they list."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?!https?:)([^)]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
#: A file or folder of ours, as the docs write it.
PATH = re.compile(r"`((?:articles|newsroom|tests|templates|static|tools|docs)/[\w./-]*)`")
VARIABLE = re.compile(r"\"((?:NEWSROOM_[A-Z_]+|SECRET_KEY|ALLOWED_HOSTS|DEBUG|DATABASE_URL))\"")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(read(page)))
    return {heading.replace(" ", "-") for heading in kept}


def targets(pattern: re.Pattern[str]) -> set[tuple[Path, str]]:
    """Return the files that the docs show or link to, each with its anchor or an empty string."""
    found = {(page, target) for page in PAGES for target in pattern.findall(read(page))}
    split = ((page, *target.partition("#")) for page, target in found)
    return {
        ((page.parent / path).resolve() if path else page, anchor)
        for page, path, _, anchor in split
    }


def test_each_picture_is_shown_and_no_other() -> None:
    assert {path for path, _ in targets(PICTURE)} == set((ROOT / "docs" / "pictures").iterdir())


def test_links_lead_to_files_and_headings() -> None:
    broken = [
        (str(path.relative_to(ROOT)), anchor)
        for path, anchor in targets(LINK)
        if not path.exists() or (anchor and anchor not in anchors(path))
    ]
    assert broken == []


def test_each_page_is_linked() -> None:
    linked = {path for path, _ in targets(LINK)}
    assert [page.name for page in PAGES if page not in linked and page.name != "README.md"] == []


def test_paths_in_the_docs_exist() -> None:
    paths = {path for page in PAGES for path in PATH.findall(read(page))}
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


def test_all_settings_are_listed_and_no_others() -> None:
    used = set(VARIABLE.findall(read(ROOT / "newsroom" / "environment.py")))
    rows = re.findall(r"^\| `([A-Z_]+)` \|", read(ROOT / "docs" / "settings.md"), re.MULTILINE)
    assert sorted(rows) == sorted(used)


def test_the_docs_start_the_server_as_the_script_does() -> None:
    def options(path: str) -> list[str]:
        text = (ROOT / path).read_text()
        command = re.search(r"\.venv/bin/granian (.*?) newsroom\.wsgi", text, re.DOTALL)
        assert command
        return command[1].replace("\\\n", "").replace('"${PORT:-8000}"', "8000").split()

    assert options("docs/operations.md") == options("tools/serve")
