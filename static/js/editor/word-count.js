// Words and characters of the running text, beneath it.
import { crel, Extension, gettext } from "django-prose-editor/editor"

import { runningText } from "./running-text.js";

const PAUSE = 300
const language = document.documentElement.lang || undefined
const segmenter = new Intl.Segmenter(language, { granularity: "word" })

function count({ doc }) {
  const text = runningText(doc)
  const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length
  const signs = [...text.replaceAll("\n", "")].length
  const say = (number) => number.toLocaleString(language)
  return `${say(words)} ${gettext("words")} · ${say(signs)} ${gettext("characters")}`
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
