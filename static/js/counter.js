// Counts what is typed into a field with data-count-target, against the length that reads well.
import { gettext, interpolate } from "./i18n.js";

const language = document.documentElement.lang || undefined
const segmenter = new Intl.Segmenter(language)
const say = (number) => number.toLocaleString(language)

for (const input of document.querySelectorAll("[data-count-target]")) {
  const target = Number(input.dataset.countTarget)
  const output = document.createElement("output")
  output.className = "newsroom-counter"
  output.id = `${input.id}_count`
  output.setAttribute("for", input.id)
  // Not read out at each letter; a screen reader has it with the field's description.
  output.setAttribute("aria-live", "off")
  const described = input.getAttribute("aria-describedby")
  input.setAttribute("aria-describedby", [described, output.id].filter(Boolean).join(" "))
  const show = () => {
    const length = [...segmenter.segment(input.value.trim())].length
    const over = length - target
    const text =
      over > 0
        ? gettext("%(length)s of %(target)s, %(over)s too many")
        : gettext("%(length)s of %(target)s")
    const values = { length: say(length), target: say(target), over: say(over) }
    output.textContent = interpolate(text, values)
    output.classList.toggle("over", over > 0)
  }
  input.after(output)
  input.addEventListener("input", show)
  show()
}
