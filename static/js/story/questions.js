// A short question is asked in a dialog over the story's form: the page that asks, fetched and shown.
// Without JavaScript it is a page of its own.
import { crel } from "django-prose-editor/editor"

import "../desk/copy.js";

const form = document.querySelector("#story_form")

// The form's URL without the question, but with the filters of the list from which one came.
function here() {
  const url = new URL(location.href)
  url.searchParams.delete("ask")
  return url.pathname + url.search
}

// The question of a page: its title, and its form or why it cannot be asked. Null where the page is another.
function read(html) {
  const page = new DOMParser().parseFromString(html, "text/html")
  const question = page.querySelector(".newsroom-question")
  return question && { title: page.querySelector("h1").textContent, question }
}

async function ask(url) {
  const answer = await fetch(url, { credentials: "same-origin", redirect: "manual" })
  const found = answer.ok && read(await answer.text())
  if (!found) return location.assign(url)
  const dialog = crel("dialog", { className: "dialog story-question", "aria-labelledby": "story-question-title" })
  const show = ({ title, question }) => {
    dialog.replaceChildren(crel("h2", { id: "story-question-title", textContent: title }), question)
  }
  show(found)

  dialog.addEventListener("submit", async (event) => {
    event.preventDefault()
    const question = event.target
    if (question.hasAttribute("aria-busy")) return
    question.setAttribute("aria-busy", "true")
    const body = new FormData(question, event.submitter)
    const reply = await fetch(url, { method: "POST", body, credentials: "same-origin", redirect: "manual" })
    const isDone = reply.type === "opaqueredirect"
    // Done: the form is opened again and says what was done, unless there is more to do here.
    if (isDone && !("stays" in question.dataset)) return location.assign(here())
    const next = isDone ? await fetch(url, { credentials: "same-origin", redirect: "manual" }) : reply
    const again = next.ok && read(await next.text())
    if (!again) return location.assign(url)
    // What is wrong with the answer, or what has changed about the story meanwhile.
    show(again)
    const fault = dialog.querySelector(".errorlist, .errornote, .newsroom-warning")
    fault?.setAttribute("tabindex", "-1")
    fault?.focus()
  })
  dialog.addEventListener("click", (event) => {
    if (!event.target.closest(".closelink")) return
    event.preventDefault()
    dialog.close()
  })
  dialog.addEventListener("close", () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  const first = "input:not([type=hidden], [type=submit]), textarea, select, [type=submit], .closelink"
  dialog.querySelector(first)?.focus()
}

const tryToAsk = (url) => ask(url).catch(() => location.assign(url))

// The form is saved first; then it comes back, and asks.
form?.addEventListener("submit", ({ submitter }) => {
  form.querySelector("[name=_dialog]")?.remove()
  if (submitter?.hasAttribute("data-asks")) form.append(crel("input", { type: "hidden", name: "_dialog", value: "1" }))
})
form?.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-asks]")
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  tryToAsk(link.href)
})
if (form?.dataset.question) {
  const { question } = form.dataset
  // So that the question does not come again when the page is loaded again.
  history.replaceState(null, "", here())
  tryToAsk(question)
}
