// The number of words and characters of the running text, and how long it takes to read, below it.
import { crel, Extension } from "django-prose-editor/editor"

import { interpolate, ngettext } from "../i18n.js";
import { runningText } from "./running-text.js";

const PAUSE = 300
// Words that an adult reads in a minute (Brysbaert 2019).
const PACE = 238
const language = document.documentElement.lang || undefined
const segmenter = new Intl.Segmenter(language, { granularity: "word" })

function count({ doc }) {
  const text = runningText(doc)
  const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length
  const minutes = Math.max(1, Math.round(words / PACE))
  const characters = [...text.replaceAll("\n", "")].length
  const say = (translated, number) =>
    interpolate(translated, { count: number.toLocaleString(language) })
  return [
    say(ngettext("%(count)s word", "%(count)s words", words), words),
    say(ngettext("%(count)s character", "%(count)s characters", characters), characters),
    ...(words ? [say(ngettext("%(count)s minute to read", "%(count)s minutes to read", minutes), minutes)] : []),
  ].join(" · ")
}

export const WordCount = Extension.create({
  name: "wordCount",

  onCreate() {
    const { editor } = this
    const line = crel("p", { className: "newsroom-count", textContent: count(editor.state) })
    editor.view.dom.closest(".prose-editor").append(line)
    let timer = 0
    editor.on("update", () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        line.textContent = count(editor.state)
      }, PAUSE)
    })
  },
})
