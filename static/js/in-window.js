// What this window keeps until it is closed. The browser may refuse: where cookies are blocked, in some private
// windows, or where it is full. What cannot be read counts as nothing.
export const inWindow = {
  /** Return the value under a key, null if there is none. */
  get(key) {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? "null")
    } catch {
      return null
    }
  },

  /** Keep a value, and return whether that was possible. */
  put(key, value) {
    try {
      sessionStorage.setItem(key, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  },

  drop(key) {
    try {
      sessionStorage.removeItem(key)
    } catch {
      // Nothing is kept.
    }
  },

  /** Return the value under a key, and keep it no longer. */
  take(key) {
    const value = inWindow.get(key)
    inWindow.drop(key)
    return value
  },
}
