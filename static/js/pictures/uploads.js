// Pictures are added to the library: several at once, dropped anywhere on the page or chosen. Each is sent
// and answered apart; what is said of it is filled in below, as soon as it is there.
import { gettext, interpolate, ngettext } from "../i18n.js";
import { UploadRow } from "./upload-row.js";

// The server reads one at a time; a second one travels meanwhile.
const AT_ONCE = 2

class PictureUploads extends HTMLElement {
  rows = []
  waiting = []
  sending = 0

  connectedCallback() {
    const input = this.querySelector(".uploads-files")
    this.querySelector(".uploads-choose").addEventListener("click", () => input.click())
    input.addEventListener("change", () => {
      this.add(input.files)
      input.value = ""
    })
    this.querySelector(".uploads-save").addEventListener("click", () => this.saveAll())
    // The form for one picture, for those without this script.
    document.querySelector(".object-tools .addlink")?.closest("li").remove()
    this.takeDrops()
    addEventListener("beforeunload", (event) => {
      if (this.sending || this.rows.some((row) => row.isChanged)) event.preventDefault()
    })
  }

  takeDrops() {
    const over = (is) => this.classList.toggle("is-over", is)
    const hasFiles = (event) => event.dataTransfer?.types.includes("Files")
    addEventListener("dragover", (event) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      over(true)
    })
    addEventListener("dragleave", (event) => event.relatedTarget || over(false))
    addEventListener("drop", (event) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      over(false)
      this.add(event.dataTransfer.files)
    })
  }

  add(files) {
    const list = this.querySelector(".uploads-list")
    const added = [...files].map((file) => {
      const row = new UploadRow(this.querySelector("template"), file, this.dataset)
      row.again = () => this.queue([row])
      row.spread = () => this.rows.forEach((other) => other !== row && other.take(row.rights))
      return row
    })
    if (!added.length) return
    list.append(...added.map((row) => row.element))
    this.rows.push(...added)
    list.hidden = this.querySelector(".uploads-all").hidden = false
    this.queue(added)
  }

  queue(rows) {
    this.waiting.push(...rows)
    while (this.sending < AT_ONCE && this.waiting.length) this.send(this.waiting.shift())
    this.tell()
  }

  async send(row) {
    this.sending += 1
    await row.send()
    // What needs an answer comes first.
    if (row.state === "refused") this.querySelector(".uploads-list").prepend(row.element)
    this.sending -= 1
    this.queue([])
  }

  tell() {
    const count = (state) => this.rows.filter((row) => row.state === state).length
    const [added, refused, all] = [count("added"), count("refused"), this.rows.length]
    const open = all - added - refused
    const texts = [
      open && interpolate(ngettext("%(count)s picture still uploading", "%(count)s pictures still uploading", open), { count: open }),
      added && interpolate(ngettext("%(count)s picture added", "%(count)s pictures added", added), { count: added }),
      refused && interpolate(ngettext("%(count)s file refused", "%(count)s files refused", refused), { count: refused }),
    ]
    this.querySelector(".uploads-all [role=status]").textContent = texts.filter(Boolean).join(" · ")
    this.querySelector(".uploads-save").hidden = added === 0
  }

  async saveAll() {
    for (const row of this.rows.filter((one) => one.isChanged)) await row.save()
  }
}

customElements.define("picture-uploads", PictureUploads)
