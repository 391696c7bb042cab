// Translations from the catalog that the admin's forms load (Django's jsi18n); English without one.
// Not window.django, which the admin's jQuery replaces after the catalog has put its functions there.

export const gettext = window.gettext ?? ((text) => text)
export const ngettext =
  window.ngettext ?? ((singular, plural, count) => (count === 1 ? singular : plural))

const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => String(values[name]))

/** Put values in the place of the %(names)s in a translated text. */
export const interpolate = (text, values) => (window.interpolate ?? fill)(text, values, true)
