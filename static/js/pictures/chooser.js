// The choice of a picture: a dialog with thumbnails, found as one types, and a form for a new file. All
// texts are in its template; without this script there is a field for the picture's number.
const PAUSE = 150

class PictureChooser extends HTMLElement {
  connectedCallback() {
    this.field = this.find("input[type=number]")
    this.dialog = this.find("dialog")
    this.field.hidden = true
    this.find(".chooser-buttons").hidden = false
    const label = document.querySelector(`label[for="${this.field.id}"]`)
    const opener = this.find(".chooser-open")
    if (label) {
      label.id ||= `${this.field.id}-label`
      opener.id = `${this.field.id}-choose`
      label.htmlFor = opener.id
      opener.setAttribute("aria-labelledby", `${label.id} ${opener.id}`)
    }
    this.on(".chooser-open", "click", () => this.open())
    this.on(".chooser-remove", "click", () => { this.choose(null); opener.focus() })
    this.on(".chooser-close", "click", () => this.dialog.close())
    this.on(".chooser-words", "input", () => this.searchSoon())
    this.on(".chooser-send", "click", () => this.upload())
    // Enter would send the form around the dialog.
    this.dialog.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input")) event.preventDefault()
    })
  }

  find(selector) {
    return this.querySelector(selector)
  }

  on(selector, type, does) {
    this.find(selector)?.addEventListener(type, does)
  }

  open() {
    this.dialog.showModal()
    this.find(".chooser-words").focus()
    this.search()
  }

  searchSoon() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.search(), PAUSE)
  }

  async search() {
    const words = this.find(".chooser-words").value
    const told = this.find(".chooser-none")
    try {
      const answer = await fetch(`${this.dataset.search}?q=${encodeURIComponent(words)}`, { redirect: "error" })
      const pictures = await answer.json()
      // An answer that comes late is to an older question.
      if (words !== this.find(".chooser-words").value) return
      this.find(".chooser-found").replaceChildren(...pictures.map((picture) => this.option(picture)))
      told.textContent = pictures.length ? "" : told.dataset.none
    } catch {
      told.textContent = told.dataset.failed
    }
  }

  option(picture) {
    const image = Object.assign(document.createElement("img"), { src: picture.thumb, alt: "", loading: "lazy" })
    const words = Object.assign(document.createElement("span"), { textContent: picture.name, dir: "auto" })
    const button = document.createElement("button")
    button.type = "button"
    button.setAttribute("aria-pressed", String(String(picture.id) === this.field.value))
    button.append(image, words)
    if (picture.warning) {
      const chip = Object.assign(document.createElement("span"), { className: "chip", textContent: picture.warning })
      chip.dataset.state = picture.has_ended ? "ended" : "ending"
      button.append(chip)
    }
    button.addEventListener("click", () => {
      this.choose(picture)
      this.dialog.close()
    })
    const item = document.createElement("li")
    item.append(button)
    return item
  }

  choose(picture) {
    this.field.value = picture?.id ?? ""
    this.find(".chooser-remove").hidden = !picture
    const image = picture && Object.assign(document.createElement("img"), { src: picture.url, alt: picture.alt })
    this.find(".chooser-shown").replaceChildren(...(image ? [image] : []))
    this.field.dispatchEvent(new Event("change", { bubbles: true }))
  }

  async upload() {
    const body = new FormData()
    for (const input of this.querySelectorAll("[data-part]")) {
      body.set(input.dataset.part, input.files ? (input.files[0] ?? "") : input.value)
    }
    body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value)
    const note = this.find(".chooser-new .errornote")
    try {
      const answer = await fetch(this.dataset.upload, { method: "POST", body, redirect: "error" })
      const { errors, ...picture } = await answer.json()
      note.textContent = Object.values(errors ?? {}).join(" ")
      if (errors) return
      this.choose(picture)
      this.dialog.close()
    } catch {
      note.textContent = this.find(".chooser-none").dataset.failed
    } finally {
      note.hidden = !note.textContent
    }
  }
}

customElements.define("picture-chooser", PictureChooser)
