// A modal dialog with labelled fields: Enter submits, Escape cancels, and the browser returns the focus.
import { crel } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";

let made = 0
const nextId = () => `newsroom-dialog-${++made}`

// A labelled input, or a textarea when `rows` is given. `extra` elements come below it.
export function field({ name, label, hint = "", rows = 0, extra = [], ...properties }) {
  const id = nextId()
  const help = crel("p", { id: `${id}-hint`, className: "newsroom-dialog-hint", textContent: hint })
  const error = crel("p", { id: `${id}-error`, className: "newsroom-dialog-error" })
  error.setAttribute("role", "alert")
  const input = crel(rows ? "textarea" : "input", {
    id,
    name,
    dir: "auto",
    ...(rows ? { rows } : {}),
    ...properties,
    "aria-describedby": `${help.id} ${error.id}`,
  })
  const title = crel("label", { htmlFor: id, textContent: label })
  const row = crel("div", { className: "newsroom-dialog-field" }, [
    title,
    input,
    ...extra,
    help,
    error,
  ])
  const complain = (text) => {
    error.textContent = text
    input.toggleAttribute("aria-invalid", Boolean(text))
  }
  return { name, input, row, complain }
}

// Ask for values. Resolves to what `send(values)` returns, to "remove", or to null if cancelled.
// `send` may return `{ errors: { name: "what is wrong" } }`, which keeps the dialog open.
export function ask({ title, submit, fields, removable = false, send = async (values) => values }) {
  const heading = crel("h2", { id: nextId(), textContent: title })
  const button = (textContent, type, className) => crel("button", { type, textContent, className })
  const sender = button(submit, "submit", "default")
  const canceller = button(gettext("Cancel"), "button", "")
  const remover = button(gettext("Remove"), "button", "newsroom-dialog-remove")
  const form = crel("form", {}, [
    ...fields.map(({ row }) => row),
    crel("div", { className: "newsroom-dialog-buttons" }, [
      sender,
      canceller,
      ...(removable ? [remover] : []),
    ]),
  ])
  const dialog = crel(
    "dialog",
    { className: "newsroom-dialog", "aria-labelledby": heading.id },
    [heading, form],
  )
  document.body.append(dialog)

  return new Promise((resolve) => {
    let answer = null
    const finish = (given) => {
      answer = given
      dialog.close()
    }
    form.addEventListener("submit", async (event) => {
      event.preventDefault()
      if (sender.disabled) return
      sender.disabled = true
      const values = Object.fromEntries(fields.map(({ name, input }) => [name, valueOf(input)]))
      const reply = await send(values)
      sender.disabled = false
      if (reply.errors) complain(fields, reply.errors)
      else finish(reply)
    })
    // A field that answers the question by itself, such as a chosen story, says so.
    form.addEventListener("newsroom:answer", (event) => finish(event.detail))
    canceller.addEventListener("click", () => finish(null))
    remover.addEventListener("click", () => finish("remove"))
    dialog.addEventListener("close", () => {
      dialog.remove()
      resolve(answer)
    })
    dialog.showModal()
  })
}

const valueOf = (input) =>
  input.type === "file" ? input.files[0] : input.value.replace(/\s+/g, " ").trim()

function complain(fields, errors) {
  for (const { name, complain } of fields) complain(errors[name] ?? "")
  const first = fields.find(({ name }) => errors[name]) ?? fields[0]
  if (!(first.name in errors)) first.complain(Object.values(errors).join(" "))
  first.input.focus()
}
