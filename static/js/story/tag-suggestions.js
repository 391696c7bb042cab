// Tags that the text suggests, under the field of tags: found as the page opens, and again when the field gets the
// focus after the text has changed. Nothing of it is saved.
import { crel } from "django-prose-editor/editor"

import { gettext, interpolate } from "../i18n.js";

const READ = ["headline", "summary", "body", "language", "places"]

// Show them after `box`, which holds the chips of `field`. `add(name)` makes a tag, `keys()` and `names()` are those
// that the story has, and `keyOf(name)` is the key of a name.
export function tagSuggestions(field, box, { add, keys, names, keyOf }) {
  const url = field.dataset.fromText
  if (!url) return
  const { form } = field
  const label = crel("p", { id: "tag-suggestions-label", className: "tag-suggestions-label", tabIndex: -1, textContent: gettext("Suggested tags"), hidden: true })
  const list = crel("ul", { className: "tag-suggestions", role: "list" })
  list.setAttribute("aria-labelledby", label.id)
  const status = crel("p", { className: "visually-hidden", role: "status" })
  box.after(label, list, status)

  const refresh = () => {
    const has = keys()
    for (const shown of list.children) shown.hidden = has.includes(shown.dataset.key)
    label.hidden = ![...list.children].some((shown) => !shown.hidden)
  }

  const suggestion = ({ name, why }) => {
    const button = crel("button", { type: "button", className: "tag-suggestion", "aria-label": interpolate(gettext("Add the tag: %(name)s"), { name }) }, [
      crel("span", { className: "tag-suggestion-plus", textContent: "+", ariaHidden: "true" }),
      crel("bdi", { textContent: name }),
    ])
    const shown = crel("li", {}, [button, crel("small", { textContent: why })])
    shown.dataset.key = keyOf(name)
    button.addEventListener("click", () => {
      const others = [...list.children].filter((other) => other !== shown && !other.hidden)
      add(name)
      status.textContent = interpolate(gettext("Added: %(name)s"), { name })
      const next = others[0]?.querySelector("button") ?? box.querySelector(".chips-input")
      next.focus()
    })
    return shown
  }

  // Text that is in the form now, as one line to compare.
  const text = () => JSON.stringify(READ.map((name) => form.elements[name]?.value ?? ""))
  let read = ""

  const load = async () => {
    const now = text()
    if (now === read || !form.elements.headline?.value) return
    read = now
    const data = new FormData()
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value)
    for (const name of READ) data.append(name, form.elements[name]?.value ?? "")
    for (const name of names()) data.append("tag", name)
    try {
      const response = await fetch(url, { method: "POST", body: data, credentials: "same-origin" })
      if (!response.ok) return
      list.replaceChildren(...(await response.json()).map(suggestion))
      refresh()
    } catch {
      // Writing goes on without them; they are asked for again.
      read = ""
    }
  }

  field.addEventListener("change", refresh)
  box.addEventListener("focusin", load)
  load()
}
