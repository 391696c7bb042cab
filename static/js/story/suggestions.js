// Related stories under the links: those found in the background are there at once, others when the panel is
// opened or a button asks. “Add” makes a link of one, as typing its headline does.
import { crel } from "django-prose-editor/editor"

import { gettext, interpolate } from "../i18n.js";

// Show them after `list`. `add(story)` makes a link, and `linked()` returns the keys of the linked stories.
export function suggestions(list, { add, linked }) {
  const url = list.dataset.suggestions
  if (!url) return
  const panel = list.closest("details")
  const heading = crel("h3", { id: "link-suggestions", tabIndex: -1, textContent: gettext("Suggested stories") })
  const found = crel("ul", { className: "link-suggestions" })
  found.setAttribute("aria-labelledby", heading.id)
  const status = crel("p", { className: "help", role: "status" })
  const again = crel("button", { type: "button", className: "button plain", textContent: gettext("Look again") })
  list.after(heading, found, status, again)

  // A link that is removed may be suggested again.
  const refresh = () => {
    const keys = linked()
    for (const shown of found.children) shown.hidden = keys.includes(shown.dataset.story)
    const left = [...found.children].some((shown) => !shown.hidden)
    status.textContent = left ? "" : gettext("No other related stories were found in what readers see.")
  }

  const suggestion = (story) => {
    const label = interpolate(gettext("Add: %(headline)s"), { headline: story.headline })
    const button = crel("button", { type: "button", className: "button", textContent: gettext("Add"), "aria-label": label })
    const shown = crel("li", {}, [
      crel("span", { textContent: story.headline, dir: "auto" }),
      button,
      crel("small", { textContent: `${story.date} · ${story.why}` }),
    ])
    shown.dataset.story = story.id
    button.addEventListener("click", () => {
      const next = [...found.children].find((other) => other !== shown && !other.hidden)
      add(story)
      const focused = next?.querySelector("button") ?? heading
      focused.focus()
    })
    return shown
  }

  const show = (stories) => {
    found.replaceChildren(...stories.map(suggestion))
    refresh()
  }

  const load = async () => {
    again.hidden = true
    status.textContent = gettext("Looking for related stories")
    try {
      const response = await fetch(url, { credentials: "same-origin" })
      show(await response.json())
    } catch {
      status.textContent = gettext("Related stories could not be found. Check that you are online and still logged in.")
    }
    again.hidden = false
  }

  list.addEventListener("change", refresh)
  again.addEventListener("click", load)
  const stored = JSON.parse(list.dataset.suggested || "[]")
  if (stored.length) {
    show(stored)
    return
  }
  panel.addEventListener("toggle", () => panel.open && load())
  if (panel.open) load()
}
