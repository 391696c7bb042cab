// Links of the kinds that the server keeps, and a dialog that asks for the address alone.
import { gettext, Link as AnyLink } from "django-prose-editor/editor"

import { ask, field } from "./dialog.js";

const ALLOWED = /^(https?:\/\/[^/]|mailto:[^/]|\/(?![/\\]))/i

// "www.example.org" and "desk@example.org" are meant as addresses.
function complete(address) {
  if (ALLOWED.test(address)) return address
  if (/^[^\s/:@]+@[^\s/:@]+$/.test(address)) return `mailto:${address}`
  if (/^[^\s/:@]+\.[^\s:@]+$/.test(address)) return `https://${address}`
  return null
}

async function edit(editor) {
  const { href = "" } = editor.getAttributes("link")
  const address = field({
    name: "href",
    label: gettext("Address"),
    hint: gettext("A web address, an e-mail address, or a page of this site from its first slash."),
    required: true,
    inputMode: "url",
    value: href,
  })
  const answer = await ask({
    title: gettext("Link"),
    submit: href ? gettext("Update") : gettext("Insert"),
    removable: Boolean(href),
    fields: [address],
    send: async (values) => {
      const completed = complete(values.href)
      if (completed) return { href: completed }
      return { errors: { href: gettext("This is no such address. Copy it from the browser.") } }
    },
  })
  const chain = editor.chain().focus().extendMarkRange("link")
  if (answer === "remove") return chain.unsetLink().run()
  return answer ? chain.setLink(answer).run() : editor.commands.focus()
}

export const Link = AnyLink.extend({
  addOptions() {
    return { ...this.parent?.(), isAllowedUri: (address) => ALLOWED.test(address) }
  },
  addAttributes() {
    return { href: this.parent?.().href }
  },
  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          if (editor.state.selection.empty && !editor.isActive("link")) return false
          edit(editor)
          return true
        },
    }
  },
})
