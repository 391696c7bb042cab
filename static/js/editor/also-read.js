// A headline inside the body that leads to another story; without a story it waits for one.
import { crel, gettext } from "django-prose-editor/editor"

import { offer } from "./combobox.js";
import { ask, field } from "./dialog.js";
import { insertAfter, ownBlock, remove, replace } from "./own-block.js";

const storiesAt = (address) => ({
  address,
  option: ({ headline, standing }) => [
    crel("span", { textContent: headline, dir: "auto" }),
    crel("small", { textContent: standing }),
  ],
  words: {
    list: gettext("Stories"),
    found: gettext("Stories found. Use the arrow keys to choose one."),
    none: gettext("No story has these words in its headline."),
    failed: gettext("Stories could not be searched. Type the whole headline; the story is found later."),
  },
})

async function edit(editor, block, options) {
  const headline = field({
    name: "headline",
    label: gettext("Headline"),
    hint: gettext("Type a part of it and choose a story, or type the whole headline of a story to come."),
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
  // Other words alone leave the story as it is.
  const story = answer.story ?? block.node.attrs.story
  return replace(editor, block, { story }, answer.headline)
}

export const AlsoRead = ownBlock({
  name: "alsoRead",
  tag: "aside",
  kind: "also-read",
  attributes: ["label", "story"],
  label: gettext("Also read"),
  shortcut: "Mod-Shift-6",
  frame: ({ attrs }) => ({
    text: attrs.story ? gettext("linked to a story") : gettext("waits for its story"),
  }),
  edit,
}).extend({
  addOptions: () => ({ search: "", label: "" }),
})
