// Several stories of the list at once: how many are selected, and what can be done with them. What is asked
// first is asked in a dialog. Shift and a click select all rows from the one clicked last to this one.
import { onKeys } from "./keys.js";
import { askIn } from "./question.js";

const form = document.querySelector("#changelist-form")
const bar = form?.querySelector(".bulk")
const boxes = () => [...form.querySelectorAll(".action-select")]
const chosen = () => boxes().filter(({ checked }) => checked)
const all = bar?.querySelector("[data-bulk-all]")
let last = null

function show() {
  const now = chosen()
  const can = new Set(now.flatMap(({ dataset }) => dataset.can.split(" ")))
  for (const button of bar.querySelectorAll("[data-bulk]")) button.hidden = !can.has(button.dataset.bulk)
  bar.querySelector("output").textContent = now.length
  all.checked = now.length === boxes().length
  all.indeterminate = !all.checked
}

function set(these, checked) {
  for (const box of these) box.checked = checked
  show()
}

function none() {
  const focused = bar.contains(document.activeElement) && chosen()[0]
  set(boxes(), false)
  // The bar goes, and with it what had the focus.
  if (focused) focused.focus()
}

function upTo(box) {
  const rows = boxes()
  const [from, to] = [rows.indexOf(last), rows.indexOf(box)].sort((a, b) => a - b)
  if (from >= 0) set(rows.slice(from, to + 1), box.checked)
}

if (bar) {
  bar.querySelectorAll("[hidden]").forEach((part) => { part.hidden = false })
  form.addEventListener("click", ({ target, shiftKey }) => {
    const box = target.closest(".action-select")
    if (!box) return
    if (shiftKey) upTo(box)
    last = box
  })
  form.addEventListener("change", ({ target }) => (target === all ? set(boxes(), all.checked) : show()))
  bar.querySelector("[data-bulk-none]").addEventListener("click", none)
  form.addEventListener("submit", (event) => {
    const button = event.submitter
    if (!button?.hasAttribute("data-asks")) return
    event.preventDefault()
    const url = new URL(button.formAction)
    for (const { name, value } of chosen()) url.searchParams.append(name, value)
    askIn(url.href, () => location.href)
  })
  // The browser may bring the page back with boxes that are checked.
  addEventListener("pageshow", show)
  // The bar comes after the list: by Tab it is far away.
  const first = () => bar.querySelector("[data-bulk]:not([hidden])")
  onKeys({ b: { name: "rows-do", run: () => first().focus(), can: () => chosen().length > 0 && first() } })
  // Before menus close with the same key: what is open goes first.
  const isOpen = () => document.querySelector("details.menu[open], dialog[open], :popover-open")
  addEventListener("keydown", ({ key }) => { if (key === "Escape" && !isOpen()) none() }, true)
}
