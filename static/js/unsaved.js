/* What is typed is not lost: leaving a changed form asks first, and a form is sent only while the newsroom answers and its
 * sender is signed in. */
const trouble = document.querySelector(".unsaved-trouble")
const form = trouble?.closest("form")

const entries = () =>
  JSON.stringify(
    [...new FormData(form)]
      .filter(([name]) => name !== "csrfmiddlewaretoken")
      .map(([name, value]) => [name, value instanceof File ? `${value.name} ${value.size}` : value]),
  )

/* The sentence that says why the form cannot be sent now, or "". */
async function obstacle() {
  const { checkUrl, signedOut, failed } = trouble.dataset
  try {
    const headers = { Accept: "application/json" }
    const response = await fetch(checkUrl, { redirect: "manual", headers, signal: AbortSignal.timeout(20_000) })
    if (response.type === "opaqueredirect") return signedOut
    // Signed in, without a right to the photos: nothing that stands in the way of a story.
    if (response.status === 403) return ""
    if (!response.ok) return failed
    // The page's token is out of date when its owner has signed in anew meanwhile.
    const { csrf_token: token } = await response.json()
    for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = token
    return ""
  } catch {
    return failed
  }
}

if (form) {
  // A form that comes back with errors holds what is saved nowhere.
  const loaded = form.querySelector(".errornote:not(.unsaved-trouble)") ? "" : entries()
  let isAsking = false
  let isSending = false

  // In the bar of the buttons it is seen wherever the form is scrolled to.
  form.querySelector(".submit-row:last-of-type")?.prepend(trouble)

  form.addEventListener("submit", async (event) => {
    if (isSending) return
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    trouble.hidden = true
    const sentence = await obstacle()
    isAsking = false
    if (sentence) {
      trouble.textContent = sentence
      trouble.hidden = false
      return
    }
    isSending = true
    form.requestSubmit(event.submitter)
  })

  window.addEventListener("beforeunload", (event) => {
    if (!isSending && entries() !== loaded) event.preventDefault()
  })

  window.addEventListener("pageshow", () => {
    isSending = false
  })
}
