// A text field that offers stories while one types (the combobox of WAI-ARIA, list autocomplete).
import { crel, gettext } from "django-prose-editor/editor"

const PAUSE = 150

// Give `input` a list of the stories that `address` finds; `pick(story)` is called on a choice.
// The elements that it gives belong below the input.
export function offerStories(input, address, pick) {
  const list = crel("ul", {
    id: `${input.id || "stories"}-list`,
    className: "newsroom-options",
    role: "listbox",
    "aria-label": gettext("Stories"),
    hidden: true,
  })
  const status = crel("p", { className: "newsroom-dialog-hint", role: "status" })
  let stories = []
  let active = -1
  let timer = 0
  let request = new AbortController()

  const set = (name, value) => input.setAttribute(name, value)
  set("role", "combobox")
  set("aria-autocomplete", "list")
  set("aria-expanded", "false")
  set("aria-controls", list.id)
  input.autocomplete = "off"

  const activate = (index) => {
    active = index
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(at === active))
    }
    const option = list.children[active]
    option?.scrollIntoView({ block: "nearest" })
    if (option) set("aria-activedescendant", option.id)
    else input.removeAttribute("aria-activedescendant")
  }

  const show = (found) => {
    stories = found
    list.replaceChildren(...found.map((story, index) => optionFor(story, `${list.id}-${index}`)))
    list.hidden = !found.length
    set("aria-expanded", String(Boolean(found.length)))
    activate(-1)
  }

  const choose = (index) => {
    const story = stories[index]
    show([])
    pick(story)
  }

  const search = async () => {
    request.abort()
    request = new AbortController()
    const words = input.value.trim()
    if (words.length < 2) {
      status.textContent = ""
      return show([])
    }
    const url = new URL(address, location.href)
    url.searchParams.set("q", words)
    try {
      const response = await fetch(url, { signal: request.signal, credentials: "same-origin" })
      const found = await response.json()
      show(found)
      status.textContent = found.length
        ? gettext("Stories found. Use the arrow keys to choose one.")
        : gettext("No story has these words in its headline.")
    } catch (error) {
      if (error.name === "AbortError") return
      show([])
      status.textContent = gettext("Stories could not be searched. Type the whole headline.")
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(search, PAUSE)
  })
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      const places = stories.length + 1
      activate(((active + 1 + step + places) % places) - 1)
    } else if (event.key === "Enter" && active >= 0) {
      choose(active)
    } else if (event.key === "Escape") {
      show([])
    } else {
      return
    }
    event.preventDefault()
  })
  list.addEventListener("pointerdown", (event) => event.preventDefault())
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]")
    if (option) choose([...list.children].indexOf(option))
  })

  return [list, status]
}

function optionFor({ headline, standing }, id) {
  return crel("li", { id, role: "option", "aria-selected": "false" }, [
    crel("span", { textContent: headline }),
    crel("small", { textContent: standing }),
  ])
}
