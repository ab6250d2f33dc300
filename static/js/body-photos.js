/* Photos of the library in a body. Stored is `<figure data-photo="12" data-caption="…" data-alt="…"></figure>`, the last
 * two only when this story says something else than the library; the words of the dialogue and the card are in
 * templates/admin/body_widget.html. */
import { Node, crel, pm } from "django-prose-editor/editor"

const { NodeSelection, Plugin, TextSelection } = pm.state

const templateOf = (name) => document.querySelector(`template.${name}-template`).content.firstElementChild.cloneNode(true)

/* --- The library on the server */

class Trouble extends Error {}

const known = new Map()

async function ask(address, options = {}) {
  const { dataset } = library().dialog
  let response
  try {
    response = await fetch(address, { redirect: "manual", headers: { Accept: "application/json" }, ...options })
  } catch (error) {
    if (error.name === "AbortError") throw error
    throw new Trouble(dataset.failed)
  }
  if (response.type === "opaqueredirect") throw new Trouble(dataset.signedOut)
  if (response.status === 403) throw new Trouble(dataset.refused)
  if (!response.ok && response.status !== 422) throw new Trouble(dataset.failed)
  const answer = await response.json()
  if (answer.csrf_token) {
    for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = answer.csrf_token
  }
  for (const photo of answer.photos ?? (answer.id ? [answer] : [])) known.set(photo.id, photo)
  return answer
}

let waiting = null

/* What the library holds under this id, or undefined; all that are asked for at one time go in one request. */
async function photoOf(id) {
  if (!known.has(id)) {
    waiting ??= {
      ids: new Set(),
      answer: Promise.resolve().then(() => {
        const ids = [...waiting.ids].join(",")
        waiting = null
        return ask(`${library().dialog.dataset.library}?ids=${ids}`)
      }),
    }
    waiting.ids.add(id)
    await waiting.answer
  }
  return known.get(id)
}

/* --- The dialogue */

let only = null

function library() {
  only ??= new Library()
  return only
}

class Library {
  constructor() {
    const dialog = templateOf("photo-dialog")
    const find = (selector) => dialog.querySelector(selector)
    document.body.append(dialog)
    Object.assign(this, {
      dialog,
      title: find("h2"),
      choice: find(".photo-choice"),
      search: find(".photo-search input"),
      upload: find(".photo-upload"),
      uploadForm: find(".photo-upload form"),
      found: find(".photo-found"),
      grid: find(".photo-grid"),
      more: find(".photo-more"),
      trouble: find(".photo-trouble"),
      chosen: find(".photo-chosen"),
      insert: find(".photo-insert"),
      words: find(".photo-words"),
      submit: find(".photo-actions [type=submit]"),
    })
    find(".photo-search").addEventListener("submit", (event) => {
      event.preventDefault()
      this.list()
    })
    this.search.addEventListener("input", () => {
      clearTimeout(this.pause)
      this.pause = setTimeout(() => this.list(), 250)
    })
    this.more.addEventListener("click", () => this.list(this.next))
    this.uploadForm.addEventListener("submit", (event) => {
      event.preventDefault()
      this.send()
    })
    this.insert.addEventListener("submit", (event) => {
      event.preventDefault()
      this.finish()
    })
    find(".photo-cancel").addEventListener("click", () => dialog.close())
    dialog.addEventListener("close", () => this.answer(null))
  }

  /* `{photo, caption, alt}` as the editor of the story left it, or null; `photo` is given when only the words change,
   * and `purpose` ("insert", "change" or "feature") says in which words the dialogue speaks. */
  ask({ photo = null, caption = "", alt = "", file = null, purpose = photo ? "change" : "insert" } = {}) {
    const { dataset } = this.dialog
    this.choice.hidden = photo !== null
    this.words.hidden = purpose === "feature"
    this.title.textContent = dataset[`${purpose}Title`]
    this.submit.textContent = dataset[purpose]
    this.tell("")
    this.choose(photo)
    this.insert.elements.caption.value = caption
    this.insert.elements.alt.value = alt
    this.dialog.showModal()
    if (photo) this.insert.elements.caption.focus()
    else {
      this.search.value = ""
      this.search.focus()
      this.list()
    }
    if (file) {
      const files = new DataTransfer()
      files.items.add(file)
      this.uploadForm.elements.file.files = files.files
      this.upload.open = true
      this.uploadForm.elements.alt_text.focus()
    }
    return new Promise((resolve) => {
      this.answer = resolve
    })
  }

  finish() {
    const { caption, alt } = this.insert.elements
    if (!this.photo) {
      this.tell(this.dialog.dataset.unchosen)
      this.search.focus()
      return
    }
    const own = (typed, ours) => (typed.trim() === ours.trim() ? "" : typed.trim())
    this.answer({
      photo: this.photo.id,
      caption: own(caption.value, this.photo.caption),
      alt: own(alt.value, this.photo.alt_text),
    })
    this.dialog.close()
  }

  tell(trouble) {
    this.trouble.textContent = trouble
    this.trouble.hidden = !trouble
  }

  choose(photo) {
    this.photo = photo
    this.chosen.hidden = !photo
    this.insert.classList.toggle("has-photo", Boolean(photo))
    for (const button of this.grid.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", Number(button.dataset.photo) === photo?.id)
    }
    if (photo) {
      this.tell("")
      this.chosen.querySelector("img").src = photo.thumbnail
    }
    this.chosen.querySelector("p").textContent = photo?.alt_text ?? ""
    this.insert.elements.caption.placeholder = photo?.caption ?? ""
    this.insert.elements.alt.placeholder = photo?.alt_text ?? ""
  }

  /* Puts a page of what the search finds into the grid; the answer to an older search is thrown away. */
  async list(page = 1) {
    clearTimeout(this.pause)
    this.request?.abort()
    const request = new AbortController()
    this.request = request
    const query = new URLSearchParams({ q: this.search.value, page })
    try {
      const answer = await ask(`${this.dialog.dataset.library}?${query}`, { signal: request.signal })
      if (page === 1) this.grid.replaceChildren()
      const items = answer.photos.map((photo) => this.item(photo))
      this.grid.append(...items)
      this.found.textContent = answer.found
      this.next = answer.next
      this.more.hidden = answer.next === null
      this.upload.hidden = !answer.may_upload
      if (page > 1) items[0]?.firstElementChild.focus()
      this.tell("")
    } catch (error) {
      if (error instanceof Trouble) this.tell(error.message)
      else if (error.name !== "AbortError") throw error
    }
  }

  item(photo) {
    const image = crel("img", { alt: photo.alt_text, width: 160, height: 160, loading: "lazy", src: photo.thumbnail })
    const button = crel("button", { type: "button", title: photo.alt_text, "data-photo": photo.id }, [image])
    button.setAttribute("aria-pressed", photo.id === this.photo?.id)
    button.addEventListener("click", () => {
      this.choose(photo)
      this.submit.focus()
    })
    return crel("li", null, [button])
  }

  async send() {
    const { dataset } = this.dialog
    const form = this.uploadForm
    const button = form.querySelector("[type=submit]")
    if (button.disabled) return
    const data = new FormData(form)
    this.refuse({})
    button.disabled = true
    this.found.textContent = dataset.uploading
    try {
      // The page's token is out of date when its owner has signed in anew meanwhile; the library brings the one of now.
      const { csrf_token: token } = await ask(`${dataset.library}?ids=`)
      const answer = await ask(dataset.upload, { method: "POST", body: data, headers: { "X-CSRFToken": token } })
      if (answer.errors) {
        this.found.textContent = ""
        this.refuse(answer.errors)
        return
      }
      form.reset()
      this.upload.open = false
      this.grid.prepend(this.item(answer))
      this.found.textContent = dataset.uploaded
      this.choose(answer)
      this.submit.focus()
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      this.found.textContent = ""
      this.tell(error.message)
    } finally {
      button.disabled = false
    }
  }

  /* Puts the server's sentences beside their fields, and the focus into the first field that has one. */
  refuse(errors) {
    for (const list of this.uploadForm.querySelectorAll(".errorlist")) list.remove()
    const others = []
    let first = null
    for (const input of this.uploadForm.querySelectorAll("input")) {
      const help = document.getElementById(`${input.id}-help`)
      const sentences = errors[input.name] ?? []
      const id = `${input.id}-error`
      input.removeAttribute("aria-invalid")
      if (help) input.setAttribute("aria-describedby", help.id)
      if (!sentences.length) continue
      input.before(crel("ul", { className: "errorlist", id }, sentences.map((text) => crel("li", { textContent: text }))))
      input.setAttribute("aria-invalid", "true")
      input.setAttribute("aria-describedby", help ? `${id} ${help.id}` : id)
      first ??= input
    }
    for (const [name, sentences] of Object.entries(errors)) {
      if (!this.uploadForm.elements[name]) others.push(...sentences)
    }
    this.tell(others.join(" "))
    first?.focus()
  }
}

/* --- The photo in the text */

class Card {
  constructor({ node, editor, getPos }) {
    Object.assign(this, { editor, getPos, dom: templateOf("photo-card") })
    const find = (selector) => this.dom.querySelector(selector)
    find(".photo-card-change").addEventListener("click", () => this.change())
    find(".photo-card-remove").addEventListener("click", () => this.remove())
    this.update(node)
  }

  update(node) {
    if (node.type.name !== "photo") return false
    this.node = node
    photoOf(node.attrs.photo).then(
      (photo) => this.show(node, photo, !photo, false),
      (error) => {
        if (!(error instanceof Trouble)) throw error
        this.show(node, undefined, false, true)
      },
    )
    return true
  }

  show(node, photo, isMissing, hasFailed) {
    if (node !== this.node) return
    const find = (selector) => this.dom.querySelector(selector)
    const say = (selector, text) => {
      find(selector).textContent = text
    }
    const image = find("img")
    const alt = node.attrs.alt || photo?.alt_text || ""
    this.photo = photo
    find(".photo-card-missing").hidden = !isMissing
    find(".photo-card-failed").hidden = !hasFailed
    find(".photo-card-change").hidden = !photo
    if (photo) image.src = photo.thumbnail
    image.hidden = !photo
    image.alt = alt
    say(".photo-card-caption", node.attrs.caption || photo?.caption || "")
    say(".photo-card-credit", photo?.credit ?? "")
    say(".photo-card-alt bdi", alt)
    find(".photo-card-alt").hidden = !alt
  }

  async change() {
    const { caption, alt } = this.node.attrs
    const words = await library().ask({ photo: this.photo, caption, alt })
    if (words && this.getPos() !== undefined) {
      this.editor.view.dispatch(this.editor.state.tr.setNodeMarkup(this.getPos(), null, words))
    }
  }

  remove() {
    const from = this.getPos()
    this.editor.view.dispatch(this.editor.state.tr.delete(from, from + this.node.nodeSize))
    this.editor.view.focus()
  }

  stopEvent(event) {
    return event.target instanceof Element && event.target.closest("button") !== null
  }

  ignoreMutation() {
    return true
  }
}

/* Beside the block that the cursor is in, never into the middle of it: before it when the cursor stands at its start. */
function insert(editor, attributes) {
  const { schema, selection, tr } = editor.state
  const { $from, to } = selection
  const photo = schema.nodes.photo.create(attributes)
  let from = to
  let end = to
  if ($from.depth > 0) {
    const block = $from.node(1)
    from = end = $from.depth === 1 && $from.parentOffset === 0 && block.content.size ? $from.before(1) : $from.after(1)
    if (block.isTextblock && !block.content.size) from = $from.before(1)
  }
  tr.replaceWith(from, end, photo)
  const after = from + photo.nodeSize
  if (after === tr.doc.content.size) tr.insert(after, schema.nodes.paragraph.create())
  tr.setSelection(TextSelection.near(tr.doc.resolve(after), 1))
  editor.view.dispatch(tr.scrollIntoView())
  editor.view.focus()
}

async function pick(editor, options) {
  const chosen = await library().ask(options)
  if (chosen) insert(editor, chosen)
  else editor.view.focus()
}

const imageIn = (data) => [...(data?.files ?? [])].find((file) => file.type.startsWith("image/"))

export const Photo = Node.create({
  name: "photo",
  group: "block",
  atom: true,
  draggable: true,
  selectable: true,

  addOptions() {
    return { button: "" }
  },

  addAttributes() {
    const words = (name) => ({
      default: "",
      parseHTML: (element) => element.getAttribute(`data-${name}`) ?? "",
      renderHTML: (attributes) => (attributes[name] ? { [`data-${name}`]: attributes[name] } : {}),
    })
    return {
      photo: {
        default: 0,
        parseHTML: (element) => Number(element.getAttribute("data-photo")),
        renderHTML: ({ photo }) => ({ "data-photo": photo }),
      },
      caption: words("caption"),
      alt: words("alt"),
    }
  },

  parseHTML() {
    const isOurs = (element) => /^[0-9]{1,15}$/.test(element.getAttribute("data-photo")) && null
    return [{ tag: "figure[data-photo]", getAttrs: isOurs }]
  },

  renderHTML({ HTMLAttributes }) {
    return ["figure", HTMLAttributes]
  },

  addNodeView() {
    return (props) => new Card(props)
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "photo",
      groups: "photo",
      button: buttons.text(this.options.button),
      command: (editor) => pick(editor),
    })
  },

  addKeyboardShortcuts() {
    return {
      // The first Backspace behind a photo selects it, the second removes it.
      Backspace: ({ editor }) => {
        const { doc, selection, tr } = editor.state
        const { $from, empty } = selection
        if (!empty || $from.depth !== 1 || $from.parentOffset > 0) return false
        const before = doc.resolve($from.before()).nodeBefore
        if (before?.type.name !== this.name) return false
        editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, $from.before() - before.nodeSize)))
        return true
      },
    }
  },

  addProseMirrorPlugins() {
    const { editor } = this
    const take = (data) => {
      const file = imageIn(data)
      if (file) pick(editor, { file })
      return Boolean(file)
    }
    return [
      new Plugin({
        props: {
          // A file that is dropped here would otherwise take the place of the whole page, and the story with it.
          handleDrop: (_view, { dataTransfer: data }) => take(data),
          handlePaste: (_view, { clipboardData: data }) => !data?.types.includes("text/html") && take(data),
          // What is typed while a photo is selected goes below the photo, not into its place.
          handleTextInput(view, _from, _to, text) {
            const { schema, selection, tr } = view.state
            if (selection.node?.type.name !== "photo") return false
            tr.insert(selection.to, schema.nodes.paragraph.create(null, schema.text(text)))
            tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length))
            view.dispatch(tr.scrollIntoView())
            return true
          },
        },
      }),
    ]
  },
})

/* --- The featured photo: the same dialogue, beside the field that serves alone without it */

const field = document.querySelector("select#id_featured_photo")

if (field) {
  const choice = templateOf("featured-photo")
  const image = choice.querySelector("img")
  const show = async () => {
    const photo = field.value ? await photoOf(Number(field.value)).catch(() => undefined) : undefined
    image.hidden = !photo
    if (photo) image.src = photo.thumbnail
  }
  choice.querySelector("button").addEventListener("click", async () => {
    const chosen = await library().ask({ purpose: "feature" })
    if (!chosen) return
    const { id, alt_text: words } = await photoOf(chosen.photo)
    const isThere = [...field.options].some((option) => option.value === String(id))
    if (!isThere) field.append(new Option(words, id))
    field.value = id
    field.dispatchEvent(new Event("change", { bubbles: true }))
  })
  field.addEventListener("change", show)
  field.closest(".related-widget-wrapper").prepend(choice)
  show()
}
