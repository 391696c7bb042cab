// A link to the story's form, for those who may edit: the page itself is the same for everybody. Only
// where somebody has used the desk in this browser is it asked whether they may.
const KEY = "newsroom-desk"

async function offer() {
  const desk = localStorage.getItem(KEY)
  if (!desk) return
  const url = new URL("articles/story/edit-link/", new URL(desk, location.origin))
  if (url.origin !== location.origin) return
  url.searchParams.set("page", decodeURI(location.pathname))
  const answer = await fetch(url, { credentials: "same-origin", redirect: "error" })
  if (answer.status !== 200) return
  const { url: href, label } = await answer.json()
  const link = document.createElement("a")
  link.className = "edit-link"
  link.href = href
  link.textContent = label
  document.querySelector(".opening .meta")?.append(link)
}

// Without storage or network there is no link, and nothing to say.
offer().catch(() => {})
