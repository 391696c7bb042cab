"""Writing in the body's editor by keyboard, no faster than the editor can follow."""

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models import Story

#: Resolves when the editor and the browser agree on where the caret is. An event tells the editor
#: that the caret has moved, and a timer of the page corrects the caret 20 ms after a focus; a timer
#: that is set later and waits longer fires after that one, however busy the machine is.
SETTLED = """() => new Promise((done) => {
  const agree = () => {
    const dom = document.activeElement
    const view = dom?.editor?.view
    if (!view) return true
    const selection = getSelection()
    const { anchor, head } = view.state.selection
    return (
      dom.contains(selection.anchorNode) &&
      Date.now() - view.input.lastFocus > 20 &&
      !view.composing &&
      !view.domObserver.suppressingSelectionUpdates &&
      view.domObserver.currentSelection.eq(view.domSelectionRange()) &&
      (view.state.selection.node ||
        (view.posAtDOM(selection.anchorNode, selection.anchorOffset, -1) === anchor &&
          view.posAtDOM(selection.focusNode, selection.focusOffset, -1) === head))
    )
  }
  const end = Date.now() + 10_000
  const look = () =>
    requestAnimationFrame(() =>
      agree() || Date.now() > end ? done(agree()) : setTimeout(look, 40),
    )
  setTimeout(look, 40)
})"""


def settle(page: Page) -> None:
    """Wait until the editor has processed the last key, click or focus."""
    assert page.evaluate(SETTLED), "The caret of the browser and of the editor differ."


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other, each when the editor has processed the previous one."""
    for key in keys:
        settle(page)
        page.keyboard.press(key)
    settle(page)


def write(page: Page, text: str) -> None:
    """Type `text` where the caret is."""
    settle(page)
    page.keyboard.type(text)
    settle(page)


def select(page: Page, words: str) -> None:
    """Select `words` at the end of what was typed, by keyboard."""
    press(page, *["Shift+ArrowLeft"] * len(words))
    assert page.evaluate("getSelection().toString()") == words


def open_editor(page: Page, story: Story | None = None) -> None:
    """Open the form of a story, of a new one without `story`, with the caret in its body."""
    page.goto(f"/admin/articles/story/{f'{story.pk}/change' if story else 'add'}/")
    expect(page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    body = page.get_by_role("textbox", name="Body")
    body.focus()
    expect(body).to_be_focused()
    settle(page)


def reach(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus, as somebody without a mouse does."""
    expect(target).to_be_visible()
    for _ in range(150):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{target} cannot be reached with the Tab key")
