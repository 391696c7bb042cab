// Links of the kinds that the server keeps, and a dialog that asks only for the URL.
import { Link as AnyLink } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { ask, field } from "./dialog.js";

const ALLOWED = /^(https?:\/\/[^/]|mailto:[^/]|\/(?![/\\]))/i

// "www.example.org" and "desk@example.org" are short for URLs.
function complete(url) {
  if (ALLOWED.test(url)) return url
  if (/^[^\s/:@]+@[^\s/:@]+$/.test(url)) return `mailto:${url}`
  if (/^[^\s/:@]+\.[^\s:@]+$/.test(url)) return `https://${url}`
  return null
}

async function edit(editor) {
  const { href = "" } = editor.getAttributes("link")
  const url = field({
    name: "href",
    label: gettext("URL"),
    hint: gettext("A web or email address, or the path of a page on this site, starting with a slash."),
    required: true,
    inputMode: "url",
    value: href,
  })
  const answer = await ask({
    title: gettext("Link"),
    submit: href ? gettext("Update") : gettext("Insert"),
    removable: Boolean(href),
    fields: [url],
    send: async (values) => {
      const completed = complete(values.href)
      if (completed) return { href: completed }
      return { errors: { href: gettext("Enter a valid URL. You can copy it from the browser.") } }
    },
  })
  const chain = editor.chain().focus().extendMarkRange("link")
  if (answer === "remove") return chain.unsetLink().run()
  return answer ? chain.setLink(answer).run() : editor.commands.focus()
}

export const Link = AnyLink.extend({
  addOptions() {
    return { ...this.parent?.(), isAllowedUri: (url) => ALLOWED.test(url) }
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
