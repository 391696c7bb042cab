// Posts, videos and charts of other sites: nothing is loaded from there before the reader asks for it. The URLs of
// the frames are our own, and the page's policy lets in those of known sites only.
const MAY = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation"

function show(offer, { frame, shape }) {
  const card = offer.parentElement.querySelector(".embed-card")
  const iframe = document.createElement("iframe")
  iframe.className = `embed-frame embed-${shape}`
  iframe.title = card.textContent.trim().replace(/\s+/g, " ")
  iframe.sandbox = MAY
  iframe.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture"
  // Some players refuse pages that do not say where they are.
  iframe.referrerPolicy = "strict-origin-when-cross-origin"
  iframe.src = frame
  offer.replaceWith(iframe)
  iframe.focus()
}

for (const offer of document.querySelectorAll(".embed-offer")) {
  const button = offer.querySelector("button")
  button.addEventListener("click", () => show(offer, button.dataset))
  offer.hidden = false
}
