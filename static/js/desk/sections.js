// Sections are put in their order by dragging them, with the arrow keys on their handle, or by their buttons,
// which without this send the list. The order of the rows is what is sent.
import { gettext, interpolate } from "../i18n.js";

const form = document.querySelector("#changelist-form")
const body = document.querySelector("#result_list tbody")
const said = document.querySelector("#section-order-said")
const rows = () => [...body.rows]
const handle = (row) => row.querySelector(".section-handle")
const order = () => rows().map((row) => row.querySelector("[name=order]").value).join()

let sent = order()

function say(row) {
  const told = { name: handle(row).dataset.name, number: rows().indexOf(row) + 1, count: rows().length }
  said.textContent = interpolate(gettext("%(name)s: %(number)s of %(count)s"), told)
}

// What is asked last is sent last.
let sending = Promise.resolve()

function send() {
  if (order() === sent) return
  sent = order()
  const asked = sent
  const data = new FormData()
  for (const name of ["csrfmiddlewaretoken", "order"]) {
    for (const field of form.querySelectorAll(`[name=${name}]`)) data.append(name, field.value)
  }
  data.append("quiet", "1")
  const url = form.querySelector("[name=move]").getAttribute("formaction")
  sending = sending.then(async () => {
    const shown = form.querySelector("[name=shown]")
    data.append("shown", shown.value)
    try {
      const response = await fetch(url, { method: "POST", body: data, credentials: "same-origin" })
      if (response.status === 204) {
        shown.value = asked
        return
      }
      said.textContent = response.status === 409
        ? await response.text()
        : gettext("The order could not be saved. Check that you are still logged in.")
    } catch {
      said.textContent = gettext("The order could not be saved. Check that you are online.")
    }
    sent = ""
  })
}

function move(row, by) {
  const all = rows()
  const other = all[all.indexOf(row) + by]
  if (!other) return
  if (by < 0) other.before(row)
  else other.after(row)
  say(row)
  send()
}

function drag(down) {
  const held = down.target.closest(".section-handle")
  const row = held?.closest("tr")
  if (!row || down.button) return
  down.preventDefault()
  held.focus()
  row.classList.add("is-dragged")
  const follow = ({ clientY }) => {
    for (const other of rows()) {
      if (other === row) continue
      const { top, height } = other.getBoundingClientRect()
      const isBefore = other.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING
      if (isBefore && clientY < top + height / 2) return other.before(row)
      if (!isBefore && clientY > top + height / 2) other.after(row)
    }
  }
  const stop = new AbortController()
  const drop = () => {
    stop.abort()
    row.classList.remove("is-dragged")
    held.focus()
    say(row)
    send()
  }
  for (const [type, act] of [["pointermove", follow], ["pointerup", drop], ["pointercancel", drop]]) {
    addEventListener(type, act, { signal: stop.signal })
  }
}

function enhance() {
  for (const row of rows()) handle(row).hidden = false
  body.addEventListener("pointerdown", drag)
  body.addEventListener("keydown", (event) => {
    const held = event.target.closest(".section-handle")
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!held || !step) return
    event.preventDefault()
    move(held.closest("tr"), step)
    held.focus()
  })
  body.addEventListener("click", (event) => {
    const button = event.target.closest("[name=move]")
    if (!button) return
    event.preventDefault()
    const row = button.closest("tr")
    move(row, button.value.endsWith(" up") ? -1 : 1)
    if (getComputedStyle(button).visibility === "hidden") handle(row).focus()
    else button.focus()
  })
}

if (body && form) enhance()
