// The story's form is sent only once, however often somebody clicks, and the browser asks before
// somebody leaves it unsaved.
const form = document.querySelector("#story_form")
// In milliseconds; after that, whoever stopped the page from loading may send the form again.
const PATIENCE = 10_000

// All that the form would send, as one text. The editor writes the body without its line breaks.
const values = () =>
  JSON.stringify(
    [...new FormData(form)].map(([name, value]) => [name, String(value).replace(/>\s+</g, "><")]),
  )

let saved = ""

// What the server refused exists in the form only.
const isRefused = document.querySelector(".errornote, #newsroom-conflict") !== null

/** Return whether the form holds anything that is not saved. */
export const isChanged = () => isRefused || values() !== saved

function watch() {
  saved = values()
  const isSent = () => form.hasAttribute("aria-busy")
  const ready = () => form.removeAttribute("aria-busy")

  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget === "_blank") return
    if (isSent()) return event.preventDefault()
    form.setAttribute("aria-busy", "true")
    setTimeout(ready, PATIENCE)
  })
  addEventListener("pageshow", ready)
  addEventListener("beforeunload", (event) => {
    if (!isSent() && isChanged()) event.preventDefault()
  })
}

if (form) watch()
