// Chips: what a field holds, one box each, with a line behind them to type others into. The field stays
// what is sent, and may change by itself.
import { crel } from "django-prose-editor/editor"

import { offer } from "../editor/combobox.js";
import { gettext, interpolate } from "../i18n.js";
import { iconButton } from "./icon-button.js";

// In pixels; less is a click with an unsteady hand.
const DRAG = 4

// Show the items of `field`, which `read(value)` returns and `write(items)` turns into its value again.
// `take(text)` returns the items that a typed text means, `suggest` is what the combobox needs, and `words`
// are `list`, `hint` and `placeholder`. Two items with the same `key` are one. Where they are `ordered`,
// they can be moved.
export function chips(field, { read, write, take, suggest, words, most = Infinity, ordered = false }) {
  let items = read(field.value)
  const itemOf = new WeakMap()
  const hint = crel("p", { id: `${field.id}_hint`, className: "visually-hidden", textContent: words.hint })
  const said = crel("p", { className: "visually-hidden", role: "status" })
  const list = crel("ul", { className: "chips", role: "list", "aria-label": words.list })
  const input = crel("input", {
    id: `${field.id}_add`,
    className: "chips-input",
    dir: "auto",
    placeholder: words.placeholder,
    "aria-describedby": field.getAttribute("aria-describedby") ?? "",
  })

  const names = () => [...list.querySelectorAll(".chips-name")]
  const say = (at) => {
    const told = { name: items[at].name, number: at + 1, count: items.length }
    said.textContent = interpolate(gettext("%(name)s: %(number)s of %(count)s"), told)
  }
  const draw = () => {
    list.replaceChildren(...items.map(token))
    input.placeholder = items.length ? "" : words.placeholder
  }
  const set = (changed) => {
    items = changed
    draw()
    field.value = write(items)
    for (const type of ["input", "change"]) field.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: input }))
  }
  const add = (added) => {
    input.value = ""
    const known = new Map([...items, ...added].reverse().map((item) => [item.key, item]))
    const next = [...known.values()].reverse().slice(0, most)
    if (next.length !== items.length) set(next)
  }
  const finish = () => input.value.trim() && add(take(input.value))
  const remove = (at) => {
    set(items.toSpliced(at, 1))
    const next = names()[Math.min(at, items.length - 1)] ?? input
    next.focus()
  }
  const move = (at, to) => {
    if (!items[to]) return
    set(items.toSpliced(at, 1).toSpliced(to, 0, items[at]))
    names()[to].focus()
    say(to)
  }

  const press = (event, at) => {
    const forwards = getComputedStyle(list).direction === "rtl" ? "ArrowLeft" : "ArrowRight"
    const step = /^Arrow(Left|Right)$/.test(event.key) && (event.key === forwards ? 1 : -1)
    if (step && event.altKey && ordered) move(at, at + step)
    else if (step && !event.altKey) (at + step === items.length ? input : names()[at + step])?.focus()
    else if (event.key === "Delete" || event.key === "Backspace") remove(at)
    else {
      // What is typed here is another item, not a shortcut of the desk.
      const types = /^\S$/u.test(event.key) && !(event.ctrlKey || event.metaKey || event.altKey)
      if (types) {
        event.stopPropagation()
        input.focus()
      }
      return
    }
    event.preventDefault()
  }

  function token(item, at) {
    const name = crel("button", { type: "button", className: "chips-name", "aria-describedby": hint.id }, [
      crel("bdi", { textContent: item.name }),
    ])
    name.addEventListener("keydown", (event) => press(event, at))
    const remover = iconButton("close", interpolate(gettext("Remove: %(name)s"), item), () => remove(at))
    remover.tabIndex = -1
    const made = crel("li", { className: item.isWords ? "chips-item is-words" : "chips-item" }, [name, remover])
    itemOf.set(made, item)
    if (ordered) made.addEventListener("pointerdown", (event) => drag(event, made))
    return made
  }

  // Follow the pointer: the chip goes where the middle of another one is passed.
  function drag(down, made) {
    if (down.button || down.target.closest(".icon-button")) return
    let moved = false
    const follow = ({ clientX, clientY }) => {
      moved ||= Math.hypot(clientX - down.clientX, clientY - down.clientY) > DRAG
      if (!moved) return
      made.classList.add("is-dragged")
      const other = document.elementFromPoint(clientX, clientY)?.closest(".chips-item")
      if (!other || other === made || other.parentElement !== list) return
      const { left, width } = other.getBoundingClientRect()
      const isAfter = clientX > left + width / 2 !== (getComputedStyle(list).direction === "rtl")
      if (isAfter) other.after(made)
      else other.before(made)
    }
    const drop = () => {
      stop.abort()
      made.classList.remove("is-dragged")
      if (moved) set([...list.children].map((one) => itemOf.get(one)))
    }
    const stop = new AbortController()
    for (const [type, act] of [["pointermove", follow], ["pointerup", drop], ["pointercancel", drop]]) {
      addEventListener(type, act, { signal: stop.signal })
    }
  }

  const floating = offer(input, { ...suggest(() => items), pick: (item) => add([item]), floats: true })
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return
    if (event.key === "Enter") {
      // Enter in a line would save the story.
      event.preventDefault()
      finish()
    } else if (event.key === "Backspace" && !input.value) names().at(-1)?.focus()
  })
  input.addEventListener("blur", finish)
  // Ctrl+S saves what is typed, too.
  field.form.addEventListener("submit", finish, { capture: true })
  field.addEventListener("input", ({ detail }) => {
    if (detail === input) return
    items = read(field.value)
    draw()
  })

  for (const label of field.labels) label.htmlFor = input.id
  field.hidden = true
  draw()
  const box = crel("div", { className: "chips-field" }, [list, input, ...floating, hint, said])
  box.addEventListener("click", ({ target }) => target === box && input.focus())
  field.after(box)
  return { box, input, finish, add }
}
