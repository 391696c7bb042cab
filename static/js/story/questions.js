// Short questions about a story are asked in a dialog over its form.
import { crel } from "django-prose-editor/editor"

import "../desk/copy.js";
import { askIn } from "../desk/question.js";

const form = document.querySelector("#story_form")

// The form's URL without the question, but with the filters of the list from which one came.
function here() {
  const url = new URL(location.href)
  url.searchParams.delete("ask")
  return url.pathname + url.search
}

// The form is saved first; then it comes back, and asks.
form?.addEventListener("submit", ({ submitter }) => {
  form.querySelector("[name=_dialog]")?.remove()
  if (submitter?.hasAttribute("data-asks")) form.append(crel("input", { type: "hidden", name: "_dialog", value: "1" }))
})
form?.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-asks]")
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  askIn(link.href, here)
})
if (form?.dataset.question) {
  const { question } = form.dataset
  // So that the question does not come again when the page is loaded again.
  history.replaceState(null, "", here())
  askIn(question, here)
}
