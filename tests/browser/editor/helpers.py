"""What is in the body's editor, and what is pasted into it."""

import re
from time import monotonic

from playwright.sync_api import Page

from articles import body

#: As long as other expectations of a page may take, in seconds.
SOON = 20
PULL_QUOTE = '<aside data-block="pull-quote" data-key="k3y0k3y0" data-speaker="Xi">right</aside>'


def written(page: Page) -> str:
    """What the form would send, cleaned; keys are written as KEY."""
    html = body.clean(page.locator("#id_body").input_value())
    return re.sub(r'data-key="[a-z0-9]{12}"', 'data-key="KEY"', html)


def expect_written(page: Page, *blocks: str) -> None:
    """Expect that the form would soon send these blocks: a dialog may still ask the server."""
    end = monotonic() + SOON
    while written(page) != "\n".join(blocks) and monotonic() < end:
        page.wait_for_timeout(50)
    assert written(page) == "\n".join(blocks)


def paste(page: Page, html: str) -> None:
    """Paste HTML where the caret is."""
    page.evaluate(
        """html => {
            const clipboardData = new DataTransfer()
            clipboardData.setData("text/html", html)
            clipboardData.setData("text/plain", "")
            const event = new ClipboardEvent("paste", { clipboardData, bubbles: true })
            document.querySelector(".ProseMirror").dispatchEvent(event)
        }""",
        html,
    )
