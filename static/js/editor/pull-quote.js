// Words of the text, shown large: made from the selected words, with the speaker.
import { gettext } from "../i18n.js";
import { ask, field } from "./dialog.js";
import { insertAfter, newsroomBlock, remove, replace } from "./newsroom-block.js";

const selectedWords = ({ doc, selection: { from, to } }) =>
  doc.textBetween(from, to, " ", " ").replace(/\s+/g, " ").trim()

async function edit(editor, block) {
  const words = block ? block.node.textContent : selectedWords(editor.state)
  const quote = field({
    name: "words",
    label: gettext("Words"),
    hint: gettext("Word for word as in the text."),
    rows: 4,
    required: true,
    value: words,
  })
  const speaker = field({
    name: "speaker",
    label: gettext("Speaker"),
    hint: gettext("Optional."),
    maxLength: 200,
    value: block?.node.attrs.speaker ?? "",
    autofocus: Boolean(words),
  })
  const answer = await ask({
    title: gettext("Pull quote"),
    submit: block ? gettext("Update") : gettext("Insert"),
    removable: Boolean(block),
    fields: [quote, speaker],
  })
  if (answer === "remove") return remove(editor, block)
  if (!answer) return editor.commands.focus()
  const attributes = { speaker: answer.speaker }
  if (block) return replace(editor, block, attributes, answer.words)
  return insertAfter(editor, "pullQuote", attributes, answer.words)
}

export const PullQuote = newsroomBlock({
  name: "pullQuote",
  tag: "aside",
  kind: "pull-quote",
  attributes: ["speaker"],
  label: gettext("Pull quote"),
  shortcut: "Mod-Shift-9",
  frame: ({ attrs }) => ({ text: attrs.speaker || gettext("no speaker") }),
  edit,
})
