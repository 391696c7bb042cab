"""ES modules have no texts for people that are not translated."""

import pytest

from tests.architecture.sources import ROOT, hold
from tests.i18n.unmarked.javascript import unmarked


def test_all_texts_are_translated() -> None:
    hold(
        [
            f"{path.relative_to(ROOT)}:{line}: {text}"
            for path in sorted((ROOT / "static" / "js").rglob("*.js"))
            for line, text in unmarked(path.read_text(encoding="utf-8"))
        ]
    )


@pytest.mark.parametrize(
    "source",
    [
        'button.textContent = "Save"',
        "button.textContent = `${count} words`",
        'button.textContent = sent ? "Saved" : gettext("Not saved")',
        "button.textContent = sent\n  ? gettext('Saved')\n  : 'Not saved'",
        'button.title = "Save the story"',
        'crel("button", { textContent: "Save" })',
        'crel("button", { "aria-label": "Save" })',
        'button.setAttribute("aria-label", "Save")',
        'field({ hint: "in one line" })',
        'confirm("Discard it?")',
        'input.setCustomValidity("Write less.")',
        'const words = ["The story is saved."]',
        "throw new Error(`The story ${name} is lost`)",
        'say(gettext("Saved"), "Not saved yet")',
    ],
)
def test_a_text_that_is_not_translated_is_seen(source: str) -> None:
    assert len(unmarked(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        'button.textContent = gettext("Save")',
        'button.textContent = `${shown} · ${gettext("Save the story")}`',
        'crel("button", { "aria-label": interpolate(gettext("Edit: %(label)s"), { label }) })',
        'label.textContent = ngettext("One word", "Two words", count)',
        'button.setAttribute("aria-label", gettext("Save"))',
        'button.setAttribute("type", "submit")',
        'line.textContent = text === "none" ? "" : text',
        'const same = title === "late" && label == "b"',
        'const f = (label) => "Mod-Alt-2"',
        "// A comment in a line.\n/* And in\n lines. */",
        'import { gettext } from "./i18n.js"',
        "const label = input.labels[0]\nlabel.id = `${input.id}_label`",
        'const title = row.title\nrow.className = "late"',
        'node.className = "newsroom-dialog newsroom-open"',
    ],
)
def test_other_texts_are_let_through(source: str) -> None:
    assert unmarked(source) == []
