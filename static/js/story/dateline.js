// The dateline as it will be printed, while its parts are typed.
import { followHeadline } from "./direction.js";

const dateline = document.querySelector(".story-dateline[data-style]")

// As articles/stories/house_style.py prints it.
function print(style, parts) {
  if (!Object.values(parts).some(Boolean)) return ""
  const fill = (text) => text.replace(/\{(\w+)\}/g, (_, name) => parts[name] ?? "")
  const named = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const optional = (_, text) => (named(text).every((name) => parts[name]) ? text : "")
  const printed = fill(style.replace(/\[([^\]]*)\]/g, optional)).replace(/^[ ,]+/, "")
  return /[\p{L}\p{N}_]/u.test(printed) ? printed : ""
}

function enhance() {
  const summary = dateline.querySelector("summary")
  const fields = ["places", "date", "agency"].map((name) => dateline.querySelector(`[name=${name}]`))
  const printed = dateline.querySelector(".story-dateline-printed")
  const tidy = (text) => text.trim().replace(/\s+/g, " ")
  followHeadline(summary)
  dateline.addEventListener("input", () => {
    const [places, date, agency] = fields.map(({ value }) => tidy(value))
    const several = new Set(places.split("/").map(tidy).filter(Boolean))
    printed.textContent = print(dateline.dataset.style, { places: [...several].join("/"), date, agency })
  })
  dateline.addEventListener("toggle", () => {
    if (dateline.open && [summary, document.body].includes(document.activeElement)) fields[0].focus()
  })
  dateline.addEventListener("keydown", (event) => {
    if (!["Enter", "Escape"].includes(event.key) || event.isComposing || event.target === summary) return
    event.preventDefault()
    dateline.open = false
    summary.focus()
  })
}

if (dateline) enhance()
