// The lead picture, chosen in the same dialog as the body's pictures, in place of the number that the
// form sends. The card shows the words of what is chosen.
import { crel } from "django-prose-editor/editor"

import { askForPicture, limitsOf } from "../editor/picture-dialog.js";
import { gettext } from "../i18n.js";

const input = document.querySelector("input[data-pictures]")
const WORDS = ["alt", "caption", "credit"]

// The words in the card are the newsroom's for the picture, until somebody changes them for this story.
function showWords(picture) {
  const card = document.querySelector(".lead-picture-words")
  card.hidden = !picture
  const set = (name, value) => {
    const field = card.querySelector(`[name="${name}"]`)
    if (field) field.value = value
  }
  set("lead-of", picture?.id ?? "")
  for (const word of WORDS) {
    const value = picture?.[word] ?? ""
    set(`lead-${word}`, value)
    set(`initial-lead-${word}`, value)
  }
  document.querySelector(".lead-picture-limits").replaceChildren(...(picture ? limitsOf(picture) : []))
  const page = card.querySelector(".lead-picture-page")
  page.href = page.dataset.url.replace("/0/", `/${picture?.id ?? 0}/`)
}

function show(picture) {
  const shown = document.querySelector(".lead-picture-shown")
  const crops = document.querySelector(".lead-picture-crops")
  shown.replaceChildren(
    picture ? crel("img", { src: picture.url, alt: picture.alt }) : crel("p", { textContent: gettext("None") }),
  )
  crops.hidden = !picture
  if (picture) for (const image of crops.querySelectorAll("img")) image.src = picture.url
}

function enhance() {
  const options = JSON.parse(input.dataset.pictures)
  const label = input.labels[0]
  label.id ||= `${input.id}_label`

  const button = (id, textContent) => {
    const made = crel("button", { type: "button", id: `${input.id}_${id}`, className: "button", textContent })
    made.setAttribute("aria-labelledby", `${label.id} ${made.id}`)
    const help = input.getAttribute("aria-describedby")
    if (help) made.setAttribute("aria-describedby", help)
    return made
  }
  const chooser = button("choose", gettext("Choose…"))
  const remover = button("remove", gettext("Remove"))

  const set = (picture) => {
    input.value = picture?.id ?? ""
    remover.hidden = !picture
    show(picture)
    showWords(picture)
    input.dispatchEvent(new Event("change", { bubbles: true }))
  }

  chooser.addEventListener("click", async () => {
    const picture = await askForPicture({ ...options, submit: gettext("Choose"), reword: false })
    if (picture) set(picture)
  })
  remover.addEventListener("click", () => {
    set(null)
    chooser.focus()
  })
  remover.hidden = !input.value
  label.htmlFor = chooser.id
  input.closest(".lead-picture-choice").replaceChildren(input, chooser, remover)
  input.type = "hidden"
}

if (input) enhance()
