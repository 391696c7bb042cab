// The story's form: what its bar says, its keys, and its drawer.
import { isChanged } from "../leaving.js";

const form = document.querySelector("#story_form")
const PAUSE = 400

// “Saved 17:02” becomes “Unsaved changes”, and comes back where a change is undone. A button that needs
// changes stands out as long as there are any.
function sayWhetherSaved() {
  const line = document.querySelector("#story-saved")
  const saved = [...line.childNodes]
  const waiting = form.querySelector("[data-needs-changes]")
  let timer = 0
  const show = () => {
    const changed = isChanged()
    if (changed === line.classList.contains("is-changed")) return
    line.classList.toggle("is-changed", changed)
    line.replaceChildren(...(changed ? [line.dataset.changed] : saved))
    waiting?.classList.toggle("default", changed)
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(show, PAUSE)
  }
  form.addEventListener("input", later)
  form.addEventListener("change", later)
  show()
}

function saveByKey() {
  const button = form.querySelector("[name=_continue]")
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    if (!document.querySelector("dialog[open]")) form.requestSubmit(button)
  })
}

// The headline and the summary are lines: Enter goes on to what comes next.
function goOnAtEnter() {
  const next = [form.elements.headline, form.elements.summary]
  for (const [at, field] of next.entries()) {
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return
      event.preventDefault()
      const after = next[at + 1] ?? form.querySelector(".ProseMirror") ?? form.elements.body
      after.focus()
    })
  }
}

// A link to a field that is folded away, or in the drawer, opens what hides it.
function leadToFields() {
  const panel = document.querySelector("#story-panel")
  form.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#id_']")
    const field = link && document.getElementById(link.hash.slice(1))
    if (!field) return
    event.preventDefault()
    if (panel.contains(field) && !panel.checkVisibility()) panel.showPopover()
    for (let part = field.closest("details"); part; part = part.parentElement.closest("details")) part.open = true
    const target = targetOf(field)
    target.scrollIntoView({ block: "center" })
    target.focus({ preventScroll: true })
    // After that: a popover that has the focus gives it back to what had it before.
    if (!panel.contains(field) && panel.matches(":popover-open")) panel.hidePopover()
  })
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && panel.matches(":popover-open")) panel.hidePopover()
  })
}

// What has the focus in place of a field that JavaScript has hidden.
function targetOf(field) {
  if (field.name === "body") return form.querySelector(".ProseMirror") ?? field
  if (field.hidden) return field.parentElement.querySelector(".chips-input") ?? field
  if (field.type === "hidden") return field.parentElement.querySelector("button") ?? field
  if (field.matches("details, fieldset")) return field.querySelector("summary, input")
  return field
}

if (form?.elements.headline) {
  sayWhetherSaved()
  saveByKey()
  goOnAtEnter()
}
if (form) leadToFields()
