// Parts of the column that are no text of their own run in the direction of the headline.
const headline = document.querySelector("#id_headline")

export function followHeadline(part) {
  const follow = () => {
    part.dir = getComputedStyle(headline).direction
  }
  headline.addEventListener("input", follow)
  follow()
}
