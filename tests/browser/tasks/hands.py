"""Somebody who does a task in a browser, whose steps are counted."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser import keyboard

#: Characters that are worth the time to be typed one by one.
LONG = 200
#: The middle of the last place in the text where these words are.
PLACE = """(body, words) => {
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (texts.nextNode()) {
    const at = texts.currentNode.data.lastIndexOf(words)
    if (at < 0) continue
    range.setStart(texts.currentNode, at)
    range.setEnd(texts.currentNode, at + words.length)
  }
  range.startContainer.parentElement.scrollIntoView({ block: "center" })
  const { left, top, width, height } = range.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}"""


@dataclass
class Hands:
    """A step is a click, or a group of keys: some words, or the way to something and a key there.

    `has_mouse` says whether there is more than a keyboard.
    """

    page: Page
    has_mouse: bool
    steps: int = 0

    def press(self, target: Locator) -> None:
        """Press a button, follow a link or open a menu."""
        # Nobody is faster than the page's scripts; without them, questions are pages.
        self.page.wait_for_load_state()
        self.steps += 1
        expect(target).to_be_visible()
        if self.has_mouse:
            target.click()
        else:
            keyboard.reach(self.page, target)
            self.page.keyboard.press("Enter")

    def choose(self, target: Locator) -> None:
        """Choose the first one of several, or tick a box."""
        self.steps += 1
        if self.has_mouse:
            target.check()
        else:
            keyboard.reach(self.page, target)
            self.page.keyboard.press("Space")
        expect(target).to_be_checked()

    def go_to(self, field: Locator) -> None:
        """Put the caret into a field."""
        self.steps += 1
        expect(field).to_be_visible()
        if self.has_mouse:
            field.click()
        else:
            keyboard.reach(self.page, field)

    def write(self, text: str, *then: str) -> None:
        """Type where the caret is; then press these keys."""
        self.steps += 1
        if len(text) < LONG:
            keyboard.write(self.page, text)
        else:
            self.page.keyboard.insert_text(text)
        keyboard.press(self.page, *then)

    def paste(self, text: str) -> None:
        """Insert a text from the clipboard where the caret is."""
        self.steps += 1
        self.page.keyboard.insert_text(text)

    def keys(self, *keys: str) -> None:
        """Press keys one after the other."""
        self.steps += 1
        keyboard.press(self.page, *keys)

    def save(self) -> None:
        """Save the story’s form."""
        self.steps += 1
        keyboard.settle(self.page)
        self.page.keyboard.press("Control+s")

    def select_word(self, word: str) -> None:
        """Select a word of the body: by keys, the one before the caret."""
        self.steps += 1
        if self.has_mouse:
            self._click(word, times=2)
        else:
            keyboard.press(self.page, "Control+Shift+ArrowLeft")
        self._expect_selected(word)

    def select_paragraph(self, words: str) -> None:
        """Select a paragraph of one line: by keys, the one whose end the caret is at."""
        self.steps += 1
        if self.has_mouse:
            self._click(words, times=3)
        else:
            keyboard.press(self.page, "Shift+Home")
        self._expect_selected(words)

    def tool(self, name: str, keys: str) -> None:
        """Use a tool of the editor: by its button, or by its keys."""
        if self.has_mouse:
            self.press(self.page.get_by_role("toolbar").get_by_role("button", name=name))
        else:
            self.keys(keys)

    def _click(self, words: str, times: int) -> None:
        place = self.page.locator(".ProseMirror").evaluate(PLACE, words)
        self.page.mouse.click(place["x"], place["y"], click_count=times)

    def _expect_selected(self, words: str) -> None:
        keyboard.settle(self.page)
        assert self.page.evaluate("getSelection().toString()").strip() == words
