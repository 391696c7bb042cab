// Translations from the catalog that the admin's forms load (Django's jsi18n); English without one.
// Not window.django, which the admin's jQuery replaces after the catalog has put its functions there.

export const gettext = window.gettext ?? ((text) => text)
export const ngettext =
  window.ngettext ?? ((singular, plural, count) => (count === 1 ? singular : plural))

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu

/** Return words that may run the other way isolated from a sentence, in the direction of most of their letters. */
export function isolated(words) {
  if (typeof words !== "string") return words
  const right = words.match(RIGHT_TO_LEFT)?.length ?? 0
  if (!right) return words
  const isRight = right * 2 > words.match(/\p{L}/gu).length
  return `${isRight ? "\u2067" : "\u2066"}${words}\u2069`
}

const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => String(values[name]))

/** Put values in the place of the %(names)s in a translated text. */
export function interpolate(text, values) {
  const apart = Object.entries(values).map(([name, value]) => [name, isolated(value)])
  return (window.interpolate ?? fill)(text, Object.fromEntries(apart), true)
}
