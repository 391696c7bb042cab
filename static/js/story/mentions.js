// After an @ in a note, a list of people whom it can mention.
import { openWithRoom } from "../editor/room.js";
import { gettext } from "../i18n.js";

const PAUSE = 120
const BEFORE_CARET = /(?:^|[^\w.@+-])@([\p{L}\p{N}_.+-]{0,40})$/u

let made = 0

/** Offer people while `field`, a textarea, has a beginning of a name after an @ before the caret. */
export function mention(field, url) {
  const list = document.createElement("ul")
  list.id = `mentions-${++made}`
  list.className = "newsroom-options note-people"
  list.role = "listbox"
  list.ariaLabel = gettext("People")
  list.hidden = true
  field.after(list)
  field.setAttribute("aria-controls", list.id)
  field.setAttribute("aria-autocomplete", "list")
  let people = []
  let active = 0
  let timer = 0
  let request = new AbortController()

  const typed = () => field.value.slice(0, field.selectionStart).match(BEFORE_CARET)?.[1]

  const activate = (at) => {
    active = at
    for (const [index, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(index === at))
    if (list.children[at]) field.setAttribute("aria-activedescendant", list.children[at].id)
    else field.removeAttribute("aria-activedescendant")
  }
  const offer = (found) => {
    people = found
    list.replaceChildren(
      ...found.map(({ username, name }, index) => {
        const option = document.createElement("li")
        option.id = `${list.id}-${index}`
        option.role = "option"
        option.append(Object.assign(document.createElement("span"), { textContent: name || username, dir: "auto" }))
        if (name) option.append(Object.assign(document.createElement("small"), { textContent: `@${username}` }))
        return option
      }),
    )
    list.hidden = !found.length
    if (found.length) openWithRoom(list, field)
    activate(0)
  }
  const close = () => {
    clearTimeout(timer)
    request.abort()
    offer([])
  }
  const choose = (at) => {
    const start = field.selectionStart - typed().length
    field.setRangeText(`${people[at].username} `, start, field.selectionStart, "end")
    close()
    field.dispatchEvent(new Event("input", { bubbles: true }))
    field.focus()
  }
  const find = async () => {
    request.abort()
    request = new AbortController()
    const sought = typed()
    if (sought === undefined) return offer([])
    try {
      const search = new URL(url, location.href)
      search.searchParams.set("q", sought)
      const answer = await fetch(search, { signal: request.signal, credentials: "same-origin" })
      offer(answer.ok ? await answer.json() : [])
    } catch (error) {
      // Names can be typed without it.
      if (error.name !== "AbortError") offer([])
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer)
    if (typed() === undefined) return close()
    timer = setTimeout(find, PAUSE)
  })
  field.addEventListener("blur", close)
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) activate((active + step + people.length) % people.length)
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") choose(active)
    else if (event.key === "Escape") close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  list.addEventListener("pointerdown", (event) => event.preventDefault())
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]")
    if (option) choose([...list.children].indexOf(option))
  })
}
