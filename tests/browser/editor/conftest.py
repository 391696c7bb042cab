import pytest
from playwright.sync_api import Page

from tests.browser.keyboard import open_editor


@pytest.fixture
def writing(editor_page: Page) -> Page:
    """The form of a new story, the cursor in its empty body."""
    open_editor(editor_page)
    return editor_page
