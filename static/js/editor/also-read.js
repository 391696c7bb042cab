// An inline related link: a headline in the body that leads to another story, or waits for it.
import { crel } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { offer } from "./combobox.js";
import { ask, field } from "./dialog.js";
import { insertAfter, newsroomBlock, remove, replace } from "./newsroom-block.js";

const storiesAt = (url) => ({
  url,
  option: ({ headline, publication_status: status }) => [
    crel("span", { textContent: headline, dir: "auto" }),
    crel("small", { textContent: status }),
  ],
  words: {
    list: gettext("Stories"),
    found: gettext("Stories found. Use the arrow keys to choose one."),
    none: gettext("No story has these words in its headline."),
    failed: gettext("Stories could not be searched. Type the whole headline: the story will be found later."),
  },
})

async function edit(editor, block, options) {
  const headline = field({
    name: "headline",
    label: gettext("Headline"),
    hint: gettext("Type part of it and choose a story, or type the headline of a story that is still to be written."),
    required: true,
    maxLength: 500,
    value: block?.node.textContent ?? "",
  })
  const { input, row } = headline
  const pick = (story) =>
    row.dispatchEvent(
      new CustomEvent("newsroom:answer", {
        bubbles: true,
        detail: { headline: story.headline, story: String(story.id) },
      }),
    )
  input.after(...offer(input, { ...storiesAt(options.search), pick }))
  const answer = await ask({
    title: gettext("Also read"),
    submit: block ? gettext("Update") : gettext("Insert"),
    removable: Boolean(block),
    fields: [headline],
  })
  if (answer === "remove") return remove(editor, block)
  if (!answer) return editor.commands.focus()
  if (!block) {
    const attributes = { label: options.label, story: answer.story ?? "" }
    return insertAfter(editor, "alsoRead", attributes, answer.headline)
  }
  // Where only the words changed, the story stays the same.
  const story = answer.story ?? block.node.attrs.story
  return replace(editor, block, { story }, answer.headline)
}

// Where the link is: what is saved says so as long as its words are the same.
function standing({ attrs, textContent }, links) {
  const saved = links[attrs.key]
  if (saved && saved.headline === textContent && (!attrs.story || attrs.story === saved.story)) return saved.told
  return attrs.story ? gettext("linked to a story") : gettext("waiting for its story")
}

export const AlsoRead = newsroomBlock({
  name: "alsoRead",
  tag: "aside",
  kind: "also-read",
  attributes: ["label", "story"],
  label: gettext("Also read"),
  shortcut: "Mod-Shift-6",
  frame: (node, { links }) => ({ text: standing(node, links) }),
  edit,
}).extend({
  addOptions: () => ({ search: "", label: "", links: {} }),
})
