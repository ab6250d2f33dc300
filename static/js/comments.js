/* Wherever the comment form stands: it is sent once, and what its sender asked this browser to keep is in it. Under a story,
 * “Reply” opens the page's one form under the comment that is answered. Without this the link leads to the form's own page. */
const comments = document.querySelector("#comments")
const form = document.querySelector(".comment-form")
const [send, cancel] = form.querySelectorAll("button")
const { comment: text, parent, name, email, remember, key } = form.elements
const WHO = "newsroom.commenter"

const fill = () => {
  key.value = localStorage["newsroom.key"] ?? ""
  const who = localStorage[WHO]
  remember.closest("[hidden]").hidden = false
  if (!who) return
  remember.checked = true
  const kept = JSON.parse(who)
  name.value ||= kept.name
  email.value ||= kept.email
}

const forget = () => delete localStorage[WHO]

const keepOrForget = () => {
  forget()
  if (remember.checked) localStorage[WHO] = JSON.stringify({ name: name.value, email: email.value })
}

/* Not every browser keeps something for a site: then nothing is kept, and all the rest works. */
const attempt = (step) => {
  try {
    step()
  } catch {}
}

attempt(fill)
remember.addEventListener("change", () => attempt(forget))

form.addEventListener("submit", () => {
  attempt(keepOrForget)
  send.disabled = true
  // Where the answer never came the text is still here to be sent.
  setTimeout(() => (send.disabled = false), 10_000)
})

const answerInPlace = () => {
  const place = comments.querySelector(".write")
  const heading = place.firstElementChild
  const [home, title] = [document.createComment(""), heading.textContent]
  let opener

  place.before(home)

  // With this entry of the history, since on the way back not every browser fills in a hidden field again.
  const keep = () => history.replaceState(parent.value, "")

  const open = (link) => {
    opener = link
    // The link's own words, “Reply to” and the name, of which it shows the first.
    heading.replaceChildren(...link.cloneNode(true).childNodes)
    heading.querySelector("span").className = ""
    parent.value = new URL(link).searchParams.get("reply")
    link.closest(".comment").after(place)
    cancel.hidden = false
    keep()
  }

  const close = () => {
    heading.textContent = title
    parent.value = ""
    keep()
    cancel.hidden = true
    home.after(place)
    opener?.focus()
    opener = null
  }

  comments.addEventListener("click", (event) => {
    const link = event.target.closest("a")
    if (event.target === cancel || link?.hash === "#write-a-comment") close()
    if (!link?.matches(".reply a") || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    open(link)
    text.focus()
  })

  place.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener && !event.isComposing) close()
  })

  // Another place on the page is another entry.
  addEventListener("popstate", keep)

  const resume = () => {
    // A page shown as it was left.
    if (opener) return
    const link = history.state && comments.querySelector(`.reply a[href$="?reply=${history.state}"]`)
    if (link) open(link)
    else parent.value = ""
  }

  // Before the photos are here, and again after a browser has filled in what stood in the fields.
  resume()
  addEventListener("pageshow", resume)
}

addEventListener("pageshow", () => (send.disabled = false))
if (comments) answerInPlace()
