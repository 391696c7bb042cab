// Notes among editors, in the panel: what a button returns takes the place of what was there, so that
// the story's form stays as it is. What is typed into a note is kept until it has been sent.
import { gettext } from "../i18n.js";
import { inWindow } from "../in-window.js";
import { mention } from "./mentions.js";

const section = () => document.querySelector("#story-notes")
const form = document.querySelector("#notes-form")
const panel = document.querySelector("#story-panel")
const KEY = `newsroom-notes-${location.pathname}`
const fields = () => [...section().querySelectorAll("textarea")]

const read = () => inWindow.get(KEY) ?? {}
const isTyped = (field) => field.value !== field.defaultValue

function keep() {
  const typed = fields().filter(isTyped).map(({ name, value }) => [name, value])
  if (typed.length) inWindow.put(KEY, Object.fromEntries(typed))
  else inWindow.drop(KEY)
}

function unfold(element) {
  if (panel && !panel.checkVisibility()) panel.showPopover()
  for (let part = element.closest("details"); part; part = part.parentElement.closest("details")) part.open = true
}

// The words that a new note is about; none for the whole story.
function about(quote) {
  const words = section().querySelector(".note-new .note-words")
  for (const name of ["exact", "prefix", "suffix"]) {
    section().querySelector(`[name=${name}]`).value = quote?.[name] ?? ""
  }
  words.hidden = !quote
  words.querySelector("q").textContent = quote?.exact ?? ""
}

function write(quote) {
  const field = section().querySelector("#note-new")
  about(quote)
  unfold(field)
  field.focus()
}

function show({ note: id, focus }) {
  const thread = section().querySelector(`#note-${CSS.escape(id)}`)
  if (!thread) return
  unfold(thread)
  for (const other of section().querySelectorAll(".is-shown")) other.classList.remove("is-shown")
  thread.classList.add("is-shown")
  thread.scrollIntoView({ block: "nearest" })
  if (focus) thread.focus({ preventScroll: true })
}

// What has been typed elsewhere stays typed.
function put(html, sent) {
  const part = new DOMParser().parseFromString(html, "text/html").querySelector("#story-notes")
  if (!part) throw new Error("no notes")
  const typed = new Map(fields().filter((field) => isTyped(field) && field.name !== sent).map(({ name, value }) => [name, value]))
  const quote = Object.fromEntries(["exact", "prefix", "suffix"].map((name) => [name, section().querySelector(`[name=${name}]`).value]))
  section().replaceWith(part)
  part.open = true
  for (const field of fields()) {
    if (typed.has(field.name)) {
      field.value = typed.get(field.name)
      unfold(field)
    }
  }
  if (quote.exact && sent !== "note-new") about(quote)
  enhance()
  keep()
  document.dispatchEvent(new CustomEvent("newsroom:notes"))
}

async function send(button) {
  const part = section()
  if (part.hasAttribute("aria-busy")) return
  part.setAttribute("aria-busy", "true")
  const body = new FormData(form, button)
  body.set("part", "1")
  const [verb, id] = button.value.split("-")
  try {
    const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin", redirect: "error" })
    if (!answer.ok) throw new Error(answer.status)
    const html = await answer.text()
    const isRefused = new DOMParser().parseFromString(html, "text/html").querySelector("#story-notes > .errornote")
    const sent = verb === "add" ? "note-new" : `note-${verb}-${id}`
    put(html, isRefused ? "" : sent)
  } catch {
    part.removeAttribute("aria-busy")
    say(gettext("The note could not be sent. Check that you are online and still logged in, then try again."))
    return
  }
  const there = section().querySelector(":scope > .errornote") ?? section().querySelector(id ? `#note-${id}` : "#note-new")
  ;(there ?? section().querySelector("summary")).focus()
}

function say(words) {
  section().querySelector(":scope > .errornote")?.remove()
  const line = document.createElement("p")
  line.className = "errornote"
  line.role = "alert"
  section().querySelector("summary").after(line)
  line.textContent = words
}

function enhance() {
  for (const field of fields()) mention(field, section().dataset.people)
  section().querySelector(".note-new .note-words button").addEventListener("click", () => {
    about(null)
    section().querySelector("#note-new").focus()
  })
  // The words of a note lead to where they are in the text.
  for (const words of section().querySelectorAll("[data-note] > .note-words")) {
    const link = document.createElement("button")
    link.type = "button"
    link.className = "note-words"
    link.dir = "auto"
    link.title = gettext("Show in the text")
    link.textContent = words.textContent
    link.addEventListener("click", () => {
      const { note } = link.closest("[data-note]").dataset
      if (panel?.matches(":popover-open")) panel.hidePopover()
      document.dispatchEvent(new CustomEvent("newsroom:show-words", { detail: note }))
    })
    words.replaceWith(link)
  }
}

function start() {
  enhance()
  const typed = read()
  for (const field of fields()) {
    if (!(field.name in typed)) continue
    field.value = typed[field.name]
    unfold(field)
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    send(event.submitter)
  })
  document.addEventListener("input", ({ target }) => {
    if (target.form === form) keep()
  })
  document.addEventListener("keydown", (event) => {
    if (event.target.form !== form || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.requestSubmit(event.target.parentElement.querySelector("button[name=do]"))
  })
  document.addEventListener("newsroom:write-note", ({ detail }) => write(detail))
  document.addEventListener("newsroom:open-note", ({ detail }) => show(detail))
  if (location.hash.startsWith("#note-")) show({ note: location.hash.slice("#note-".length), focus: true })
}

if (form && section()) start()
