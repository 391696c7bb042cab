// The lead picture, chosen in the same dialog as the body's pictures, in place of the number that the
// form sends.
import { crel } from "django-prose-editor/editor"

import { askForPicture } from "./editor/picture-dialog.js";
import { gettext } from "./i18n.js";

const input = document.querySelector("input[data-pictures]")

function enhance() {
  const options = JSON.parse(input.dataset.pictures)
  const row = input.parentElement
  const list = new URL(row.querySelector("a.related-lookup").href).pathname
  const shown = document.querySelector(".field-lead_picture_shown .readonly")
  const name = row.querySelector("strong") ?? crel("strong")
  const label = input.labels[0]
  label.id ||= `${input.id}_label`

  const button = (id, textContent) => {
    const made = crel("button", {
      type: "button",
      id: `${input.id}_${id}`,
      className: "button",
      textContent,
    })
    made.setAttribute("aria-labelledby", `${label.id} ${made.id}`)
    const help = input.getAttribute("aria-describedby")
    if (help) made.setAttribute("aria-describedby", help)
    return made
  }
  const chooser = button("choose", gettext("Choose…"))
  const remover = button("remove", gettext("Remove"))

  const set = (key, image, link) => {
    input.value = key
    shown.replaceChildren(image)
    name.replaceChildren(link)
    remover.hidden = !key
  }

  chooser.addEventListener("click", async () => {
    const picture = await askForPicture({ ...options, submit: gettext("Choose"), reword: false })
    if (!picture) return
    const { id, alt } = picture
    set(
      id,
      crel("img", { src: `${options.upload}${id}/`, alt, width: 160 }),
      crel("a", { href: `${list}${id}/change/`, textContent: picture.name, dir: "auto" }),
    )
  })
  remover.addEventListener("click", () => {
    set("", gettext("None"), "")
    chooser.focus()
  })
  remover.hidden = !input.value
  label.htmlFor = chooser.id
  row.replaceChildren(input, chooser, remover, name)
  row.classList.add("newsroom-lead-picture")
  input.type = "hidden"
}

if (input) enhance()
