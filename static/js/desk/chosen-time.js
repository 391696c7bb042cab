// Under a field for a time: says the chosen one in words, however the browser writes numbers, and sets
// the field to a time that is chosen with a click. Without JavaScript there is the field alone.
const language = document.documentElement.lang
// English as the newsroom writes it: the day before the month.
const locale = language === "en" ? "en-GB" : language

/** Return "Fri 27 November 06:00, Almaty" for 2026-11-27T06:00 in Asia/Almaty; empty for no time. */
function inWords(value, zone) {
  const at = new Date(`${value}Z`)
  if (Number.isNaN(at.getTime())) return ""
  const isThisYear = at.getUTCFullYear() === new Date().getFullYear()
  const parts = { weekday: "short", day: "numeric", month: "long", ...(isThisYear ? {} : { year: "numeric" }) }
  const day = new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }).format(at)
  const city = zone.split("/").at(-1).replaceAll("_", " ")
  return `${day} ${value.slice(11, 16)}, ${city}`
}

class ChosenTime extends HTMLElement {
  connectedCallback() {
    this.field = document.getElementById(this.getAttribute("for"))
    this.field.addEventListener("input", this)
    this.addEventListener("click", this)
    this.say()
  }

  handleEvent({ type, target }) {
    if (type === "click") {
      const { value } = target.closest("button") ?? {}
      if (!value) return
      this.field.value = value
    }
    this.say()
  }

  say() {
    this.querySelector("output").textContent = inWords(this.field.value, this.getAttribute("zone"))
    for (const button of this.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === this.field.value))
    }
  }
}

customElements.define("chosen-time", ChosenTime)
