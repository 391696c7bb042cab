"""The docs name what there is."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?!https?:)([^)#]+)")


def targets(pattern: re.Pattern[str]) -> set[Path]:
    """Give the files that the docs show or link to."""
    return {
        (page.parent / target).resolve()
        for page in PAGES
        for target in pattern.findall(page.read_text(encoding="utf-8"))
    }


def test_each_picture_that_the_script_takes_is_shown_and_no_other() -> None:
    assert targets(PICTURE) == set((ROOT / "docs" / "pictures").iterdir())


def test_links_lead_to_files() -> None:
    assert [target for target in targets(LINK) if not target.exists()] == []
