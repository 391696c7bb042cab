// A text field that offers search results while somebody types (the combobox of WAI-ARIA, with list
// autocomplete).
import { crel } from "django-prose-editor/editor"

import { openWithRoom } from "./room.js";

const PAUSE = 150

// Give `input` a list of what `url` finds, or `find(sought)`. `pick(item)` is called on a choice, `option(item)` returns
// what the list shows of an item, and `words` are what is said: `list`, `found`, `none`, `failed`.
// Where `least` is 0, arrow down or a click in the empty field offers the newest items; with `must`
// only an item of the list is valid, so the first one is marked beforehand. With `floats` the list covers
// what follows, and closes when the focus leaves the input. The returned elements belong below the input.
export function offer(input, { url, find: ask = search(url), pick, option, words, least = 2, must = false, floats = false }) {
  const list = crel("ul", {
    id: `${input.id}-list`,
    className: "newsroom-options",
    role: "listbox",
    "aria-label": words.list,
    hidden: true,
  })
  const status = crel("p", { className: floats ? "visually-hidden" : "newsroom-dialog-hint", role: "status" })
  let items = []
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
    for (const [at, shown] of [...list.children].entries()) {
      shown.setAttribute("aria-selected", String(at === active))
    }
    const shown = list.children[active]
    shown?.scrollIntoView({ block: "nearest" })
    if (shown) set("aria-activedescendant", shown.id)
    else input.removeAttribute("aria-activedescendant")
  }

  const show = (found) => {
    items = found
    list.replaceChildren(
      ...found.map((item, index) =>
        crel("li", { id: `${list.id}-${index}`, role: "option" }, option(item)),
      ),
    )
    list.hidden = !found.length
    set("aria-expanded", String(Boolean(found.length)))
    if (floats && found.length) openWithRoom(list, list.offsetParent)
    activate(must && found.length ? 0 : -1)
  }

  const choose = (index) => {
    const item = items[index]
    clearTimeout(timer)
    request.abort()
    show([])
    status.textContent = ""
    pick(item)
  }

  const find = async () => {
    request.abort()
    request = new AbortController()
    const sought = input.value.trim()
    if (sought.length < least) {
      status.textContent = ""
      return show([])
    }
    try {
      const found = await ask(sought, request.signal)
      show(found)
      status.textContent = found.length ? words.found : words.none
    } catch (error) {
      if (error.name === "AbortError") return
      show([])
      status.textContent = words.failed
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(find, PAUSE)
  })
  input.addEventListener("click", () => {
    if (list.hidden && !input.value) find()
  })
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (list.hidden) {
      if (step !== 1) return
      find()
    } else if (step) {
      // One more place than there are items, at which none is marked.
      const first = must ? 0 : -1
      const places = items.length - first
      activate(((active - first + step + places) % places) + first)
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
    const shown = event.target.closest("[role=option]")
    if (shown) choose([...list.children].indexOf(shown))
  })

  if (floats) {
    input.addEventListener("blur", () => {
      clearTimeout(timer)
      request.abort()
      show([])
      status.textContent = ""
    })
  }

  return [list, status]
}

const search = (url) => async (sought, signal) => {
  const asked = new URL(url, location.href)
  asked.searchParams.set("q", sought)
  const response = await fetch(asked, { signal, credentials: "same-origin" })
  return response.json()
}
