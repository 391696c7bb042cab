// One file on its way into the library: sent with progress, then a form for what is said of the picture.
import { gettext, interpolate } from "../i18n.js";

const RIGHTS = ["credit", "copyright", "licence", "licence_until", "usage_limits"]
const LOST = () => gettext("The picture did not reach the server. Try again.")
// While the server reads other pictures, a file is sent again by itself, this often and after this many
// milliseconds.
const [MOST_ATTEMPTS, PAUSE] = [10, 3000]
const megabytes = (bytes) =>
  (bytes / 2 ** 20).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value

export class UploadRow {
  state = "waiting"
  attempts = 0

  constructor(template, file, { url, most }) {
    Object.assign(this, { file, url, most: Number(most) })
    this.element = template.content.firstElementChild.cloneNode(true)
    this.find(".upload-name").textContent = file.name
    this.form = this.find("form")
    this.find(".upload-again").addEventListener("click", () => this.again())
    this.find(".upload-spread").addEventListener("click", () => this.spread())
    this.form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.save()
    })
    this.form.addEventListener("input", () => this.tell(""))
    this.tell(gettext("Waiting"))
  }

  find(selector) {
    return this.element.querySelector(selector)
  }

  tell(words) {
    this.find(".upload-told").textContent = words
  }

  become(state, words) {
    this.state = this.element.dataset.state = state
    this.find("progress").hidden = state !== "sending"
    this.tell(words)
  }

  refuse(words, { again = false } = {}) {
    this.become("refused", words)
    this.find(".upload-again").hidden = !again
  }

  async send() {
    this.find(".upload-again").hidden = true
    if (this.file.size > this.most) {
      const sizes = { size: megabytes(this.file.size), most: megabytes(this.most) }
      const words = gettext("This file has %(size)s MB. Choose one of at most %(most)s MB, or save it smaller.")
      return this.refuse(interpolate(words, sizes))
    }
    this.become("sending", gettext("Uploading"))
    const { status, text } = await this.post()
    if (status === 403) {
      return this.refuse(
        gettext("You cannot add pictures now. Check that you were not logged out in another window."),
        { again: true },
      )
    }
    if (status === 413) return this.refuse(gettext("This picture is too large. Save it smaller, and try again."))
    try {
      const answer = JSON.parse(text)
      if (answer.again && this.attempts++ < MOST_ATTEMPTS) {
        this.become("waiting", gettext("Waiting"))
        await new Promise((resolve) => setTimeout(resolve, PAUSE))
        return await this.send()
      }
      if (answer.errors) return this.refuse(Object.values(answer.errors).join(" "), answer)
      await this.added(answer)
    } catch {
      this.refuse(LOST(), { again: true })
    }
  }

  // Not fetch, which tells nothing of the way there.
  post() {
    const body = new FormData()
    body.set("image", this.file)
    body.set("csrfmiddlewaretoken", token())
    return new Promise((resolve) => {
      const request = new XMLHttpRequest()
      const progress = this.find("progress")
      request.open("POST", this.url)
      request.upload.addEventListener("progress", ({ loaded, total }) => { progress.value = loaded / total })
      request.upload.addEventListener("load", () => {
        progress.removeAttribute("value")
        this.tell(gettext("Making smaller pictures"))
      })
      request.addEventListener("loadend", () => resolve({ status: request.status, text: request.responseText }))
      request.send(body)
    })
  }

  async added({ thumb, words_url: url }) {
    this.wordsUrl = url
    this.find("img").src = thumb
    this.find(".upload-page").href = url.replace("/words/", "/change/")
    this.become("added", gettext("Added. Say what it shows."))
    const answer = await fetch(url, { redirect: "error" })
    if (answer.ok) this.show(await answer.text())
  }

  show(html) {
    for (const row of this.form.querySelectorAll(".form-row")) row.remove()
    this.find(".upload-done").insertAdjacentHTML("beforebegin", html)
    this.form.hidden = false
    this.saved = this.values
  }

  get values() {
    return JSON.stringify([...new FormData(this.form)].filter(([name]) => !name.endsWith("-opened")))
  }

  get isChanged() {
    return !this.form.hidden && this.values !== this.saved
  }

  field(name) {
    return this.form.querySelector(`[name$="-${name}"]`)
  }

  get rights() {
    return Object.fromEntries(RIGHTS.map((name) => [name, this.field(name).value]))
  }

  take(rights) {
    if (this.form.hidden) return
    for (const [name, value] of Object.entries(rights)) this.field(name).value = value
    this.tell("")
  }

  focus() {
    this.form.querySelector(".errors :is(input, textarea), input, textarea")?.focus()
  }

  async save() {
    const [body, sent, before] = [new FormData(this.form), this.values, this.saved]
    body.set("csrfmiddlewaretoken", token())
    try {
      const answer = await fetch(this.wordsUrl, { method: "POST", body, redirect: "error" })
      if (answer.status === 400) {
        this.show(await answer.text())
        this.saved = before
        this.focus()
        return this.tell(gettext("This could not be saved: see the fields."))
      }
      if (!answer.ok) throw new Error(answer.status)
      // What is typed meanwhile stays where it is. What the form says that it showed is what was saved.
      this.saved = sent
      const answered = new DOMParser().parseFromString(await answer.text(), "text/html")
      this.field("opened").value = answered.querySelector("[name$=-opened]").value
      for (const list of this.form.querySelectorAll(".errorlist")) list.remove()
      for (const row of this.form.querySelectorAll(".errors")) row.classList.remove("errors")
      this.tell(gettext("Saved"))
    } catch {
      this.tell(gettext("This could not be saved. Check that you are online and still logged in."))
    }
  }
}
