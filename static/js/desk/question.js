// A short question is asked in a dialog over the page: the page that asks, fetched and shown. Without
// JavaScript it is a page of its own.

// The question of a page: its title, and its form or why it cannot be asked. Null where the page is another.
function read(html) {
  const page = new DOMParser().parseFromString(html, "text/html")
  const question = page.querySelector(".newsroom-question")
  return question && { title: page.querySelector("h1").textContent, question }
}

const make = (name, properties) => Object.assign(document.createElement(name), properties)

async function ask(url, done) {
  const answer = await fetch(url, { credentials: "same-origin", redirect: "manual" })
  const found = answer.ok && read(await answer.text())
  if (!found) return location.assign(url)
  const dialog = make("dialog", { className: "dialog story-question" })
  dialog.setAttribute("aria-labelledby", "story-question-title")
  const show = ({ title, question }) => {
    dialog.replaceChildren(make("h2", { id: "story-question-title", textContent: title }), question)
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
    // Done: the page is opened again and says what was done, unless there is more to do here.
    if (isDone && !("stays" in question.dataset)) return location.assign(done())
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
  dialog.addEventListener("keydown", (event) => {
    // From within the words of an answer.
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return
    event.preventDefault()
    event.target.form?.requestSubmit(event.target.form.querySelector("[type=submit]"))
  })
  dialog.addEventListener("close", () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  const first = "input:not([type=hidden], [type=submit]), textarea, select, [type=submit], .closelink"
  dialog.querySelector(first)?.focus()
}

/** Ask the question of a page in a dialog; once it is answered, open `done()`. */
export const askIn = (url, done) => ask(url, done).catch(() => location.assign(url))
