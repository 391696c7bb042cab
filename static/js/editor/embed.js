// A post, a video or a chart of another site, by its URL: chosen here, or pasted into an empty paragraph.
import { Plugin, pm } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { ask, field } from "./dialog.js";
import { insertAfter, isEmptyParagraph, newsroomBlock, remove, replace } from "./newsroom-block.js";

const { TextSelection } = pm.state

// Whether pages can show it: as the server says, which has the last word.
const canEmbed = (url, { patterns }) => patterns.some((pattern) => new RegExp(`^(?:${pattern})$`).test(url))

const complete = (url) => (/^https?:/i.test(url) ? url.replace(/^http:/i, "https:") : `https://${url}`)

// What the site says of the page: `{ url, title, author }`, or `{ errors }`.
async function describe(url, options) {
  const body = new FormData()
  body.set("url", url)
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value)
  try {
    const response = await fetch(options.describe, { method: "POST", body, credentials: "same-origin" })
    return await response.json()
  } catch {
    // Without a network, an embed has its URL only.
    if (canEmbed(url, options)) return { url, title: "", author: "" }
    return { errors: { url: gettext("The server could not be reached, and the URL is not from a site that can be embedded.") } }
  }
}

async function edit(editor, block, options) {
  const had = { url: "", author: "", ...block?.node.attrs, title: block?.node.textContent ?? "" }
  const url = field({
    name: "url",
    label: gettext("URL"),
    hint: gettext("Of a post, a video or a chart. Readers get a link to it; they load the rest if they want to."),
    required: true,
    inputMode: "url",
    value: had.url,
  })
  const words = [
    field({
      name: "title",
      label: gettext("Title"),
      hint: gettext("What it shows, or how the post begins."),
      rows: 2,
      maxLength: 300,
      value: had.title,
    }),
    field({ name: "author", label: gettext("Author"), maxLength: 120, value: had.author }),
  ]
  const answer = await ask({
    title: gettext("Embed"),
    submit: block ? gettext("Update") : gettext("Insert"),
    removable: Boolean(block),
    fields: block ? [url, ...words] : [url],
    send: async (values) => {
      if (values.url === had.url) return values
      const said = await describe(complete(values.url), options)
      if (said.errors) return said
      // Words that somebody typed stay.
      const typed = Object.entries(values).filter(([name, value]) => name !== "url" && value && value !== had[name])
      return { ...said, ...Object.fromEntries(typed) }
    },
  })
  if (answer === "remove") return remove(editor, block)
  if (!answer) return editor.commands.focus()
  const attributes = { url: answer.url, author: answer.author }
  if (block) return replace(editor, block, attributes, answer.title)
  return insertAfter(editor, "embed", attributes, answer.title)
}

// Make an embed of a URL that is pasted alone; undo makes it the URL again.
function pasteUrl(editor, event, options) {
  const url = event.clipboardData.getData("text/plain").trim()
  if (!isEmptyParagraph(editor.state) || !canEmbed(url, options)) return false
  const { view } = editor
  view.dispatch(view.state.tr.insertText(url))
  const { tr, schema, selection: { $from } } = view.state
  const block = schema.nodes.embed.create({ url })
  tr.replaceWith($from.before(1), $from.after(1), [block, schema.nodes.paragraph.create()])
  tr.setSelection(TextSelection.near(tr.doc.resolve($from.before(1) + block.nodeSize)))
  view.dispatch(pm.history.closeHistory(tr).scrollIntoView())
  // What is typed next is a step of its own as well.
  view.dispatch(pm.history.closeHistory(view.state.tr))
  nameIt(editor, url, options)
  return true
}

// Write what the site says of an embed that was pasted, if it is still there and has no words yet.
async function nameIt(editor, url, options) {
  const said = await describe(url, options)
  if (said.errors || editor.isDestroyed) return
  const { tr } = editor.state
  tr.doc.forEach((node, pos) => {
    if (node.type.name !== "embed" || node.attrs.url !== url || node.content.size) return
    tr.setNodeMarkup(tr.mapping.map(pos), null, { ...node.attrs, url: said.url, author: said.author })
    if (said.title) tr.insertText(said.title, tr.mapping.map(pos + 1))
  })
  // It is part of pasting: one undo takes both back.
  if (tr.docChanged) editor.view.dispatch(tr.setMeta("addToHistory", false))
}

const shown = (url) => url.replace(/^https:\/\/(www\.)?/, "")

export const Embed = newsroomBlock({
  name: "embed",
  tag: "aside",
  kind: "embed",
  attributes: ["url", "author"],
  label: gettext("Embed"),
  shortcut: "Mod-Shift-2",
  frame: ({ attrs, content }) => ({
    text: [attrs.author, shown(attrs.url), content.size ? "" : gettext("no title")].filter(Boolean).join(" · "),
  }),
  edit,
}).extend({
  addOptions: () => ({ describe: "", patterns: [] }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    return [new Plugin({ props: { handlePaste: (_view, event) => pasteUrl(editor, event, options) } })]
  },
})
