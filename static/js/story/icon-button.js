// A square button with an icon. An icon of the page shows where the file of all of them is.
import { crel } from "django-prose-editor/editor"

export function iconButton(icon, label, act) {
  const made = crel("button", { type: "button", className: "icon-button", "aria-label": label, title: label })
  const drawn = document.querySelector(".story-panel-close svg").cloneNode(true)
  const use = drawn.querySelector("use")
  use.setAttribute("href", use.getAttribute("href").replace(/#.*/, `#${icon}`))
  made.append(drawn)
  made.addEventListener("click", () => act(made))
  return made
}
