// Whether the words of a pull quote occur in the text: the same rule as in articles/body/quoting.py.
const FORMS = [
  [/[‘’‚‛`´ʼ′‹›]/g, "'"],
  [/[“”„‟«»″「」『』〝〞]/g, '"'],
  [/[‐‑‒–—―−]/g, "-"],
  [/[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff]/g, ""],
]

const plainForms = (text) =>
  FORMS.reduce((changed, [forms, plain]) => changed.replace(forms, plain), text)

const straighten = (text) => plainForms(plainForms(text).normalize("NFKC")).replace(/-{2,}/g, "-")

// Without quotation marks, with single spaces.
const plain = (text) => straighten(text).replace(/["']/g, "").split(/\s+/).filter(Boolean).join(" ")

// Letters with upper and lower case belong to scripts that separate words by spaces; Chinese does not.
const isCased = (sign) => sign.toLowerCase() !== sign.toUpperCase()

const splits = (text, at) =>
  at > 0 && at < text.length && isCased(text[at - 1]) && isCased(text[at])

export function quotable(text) {
  const searched = plain(text)
  return (words) => {
    const sought = plain(words)
    let start = sought ? searched.indexOf(sought) : -1
    while (start >= 0) {
      if (!splits(searched, start) && !splits(searched, start + sought.length)) return true
      start = searched.indexOf(sought, start + 1)
    }
    return false
  }
}
