// An entry of a live blog: Ctrl+Enter presses the first button, and the form is sent only once.
const form = document.querySelector("[data-composer]")
// In milliseconds; after that, whoever stopped the page from loading may send the form again.
const PATIENCE = 10_000

form?.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return
    // Before the editor, to which it is a line break.
    event.preventDefault()
    event.stopPropagation()
    if (!document.querySelector("dialog[open]")) form.requestSubmit(form.querySelector("[aria-keyshortcuts]"))
  },
  { capture: true },
)

form?.addEventListener("submit", (event) => {
  if (form.hasAttribute("aria-busy")) return event.preventDefault()
  form.setAttribute("aria-busy", "true")
  setTimeout(() => form.removeAttribute("aria-busy"), PATIENCE)
})
addEventListener("pageshow", () => form?.removeAttribute("aria-busy"))
