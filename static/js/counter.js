// Counts what is typed into a field with data-count-target, against the length that reads well.
const segmenter = new Intl.Segmenter(document.documentElement.lang || undefined)

for (const input of document.querySelectorAll("[data-count-target]")) {
  const target = Number(input.dataset.countTarget)
  const words = { of: input.dataset.countOf || "of", over: input.dataset.countOver || "too many" }
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
    output.textContent = `${length} ${words.of} ${target}${over > 0 ? `, ${over} ${words.over}` : ""}`
    output.classList.toggle("over", over > 0)
  }
  input.after(output)
  input.addEventListener("input", show)
  show()
}
