/* The schema of the body editor: it holds everything that articles/body.py allows, and gives it back as it came. */
import * as editor from "django-prose-editor/editor"

const { Extension, Mark, crel, pm, updateAttrsDialog } = editor
const { DOMSerializer, Fragment } = pm.model
const { Plugin } = pm.state

const words = {}
const word = (text) => words[text] ?? text

/* --- lang and dir, on every block and every mark */

const BLOCKS = [
  ...["paragraph", "heading", "blockquote", "bulletList", "orderedList", "listItem"],
  ...["table", "tableRow", "tableHeader", "tableCell"],
]
const MARKS = ["link", "bold", "italic", "subscript", "superscript"]
const DIRECTIONS = ["ltr", "rtl", "auto"]

const languageAndDirection = {
  lang: {
    default: null,
    parseHTML: (element) => element.getAttribute("lang") || null,
    renderHTML: ({ lang }) => (lang ? { lang } : {}),
  },
  dir: {
    default: null,
    parseHTML: (element) => {
      const dir = element.getAttribute("dir")?.toLowerCase()
      return DIRECTIONS.includes(dir) ? dir : null
    },
    renderHTML: ({ dir }) => (dir ? { dir } : {}),
  },
}

const outermostBlocks = ({ doc, selection: { from, to } }) => {
  const found = []
  doc.nodesBetween(from, to, (node, pos, parent) => {
    if (parent === doc && BLOCKS.includes(node.type.name)) found.push([node, pos])
    return false
  })
  return found
}

export const LanguageAndDirection = Extension.create({
  name: "languageAndDirection",

  addOptions() {
    return { rightToLeft: [] }
  },

  addGlobalAttributes() {
    return [{ types: [...BLOCKS, ...MARKS], attributes: languageAndDirection }]
  },

  onCreate() {
    // An Arabic story is written from the right in an English admin too.
    const select = document.querySelector("select[name=language]")
    const follow = () => {
      this.editor.view.dom.lang = select.value
      this.editor.view.dom.dir = this.options.rightToLeft.includes(select.value) ? "rtl" : "ltr"
    }
    if (select) {
      follow()
      select.addEventListener("change", follow)
    }
  },

  addMenuItems({ menu, buttons }) {
    for (const [dir, icon] of [
      ["rtl", "format_textdirection_r_to_l"],
      ["ltr", "format_textdirection_l_to_r"],
    ]) {
      const has = ({ state }) => outermostBlocks(state).every(([node]) => node.attrs.dir === dir)
      menu.defineItem({
        name: `direction:${dir}`,
        groups: "direction",
        button: buttons.material(icon),
        active: (editor) => outermostBlocks(editor.state).length > 0 && has(editor),
        command(editor) {
          const { tr } = editor.state
          const value = has(editor) ? null : dir
          for (const [, pos] of outermostBlocks(editor.state)) tr.setNodeAttribute(pos, "dir", value)
          editor.view.dispatch(tr)
        },
      })
    }
  },
})

/* --- <q>, <cite>, <bdi>, <span lang dir>: one mark, so that they nest in the order in which they came */

let phrases = 0

export const Phrase = Mark.create({
  name: "phrase",
  priority: 1100,
  excludes: "",

  addAttributes() {
    return {
      ...languageAndDirection,
      tag: { default: "span", parseHTML: (element) => element.localName, rendered: false },
      // Tells two quotations side by side, or one in the other, apart.
      id: { default: 0, parseHTML: () => ++phrases, rendered: false },
    }
  },

  parseHTML() {
    return ["q", "cite", "bdi", "span[lang]", "span[dir]"].map((tag) => ({ tag }))
  },

  renderHTML({ mark, HTMLAttributes }) {
    return [mark.attrs.tag, HTMLAttributes, 0]
  },
})

/* --- Blocks */

export const Heading = editor.Heading.extend({
  parseHTML() {
    return [
      ...this.parent(),
      { tag: "h1", attrs: { level: 2 } },
      { tag: "h5", attrs: { level: 4 } },
      { tag: "h6", attrs: { level: 4 } },
    ]
  },
})

const dialog = (properties, title, submit, values, current) =>
  updateAttrsDialog(properties, { title: word(title), submitText: word(submit) })(current, values)

export const Link = editor.Link.extend({
  addCommands() {
    return {
      ...this.parent?.(),
      // Without the library's "title" and "new window", which are not stored.
      addLink:
        () =>
        ({ editor: current }) => {
          const isLink = current.isActive("link")
          if (current.state.selection.empty && !isLink) return false
          dialog(
            { href: { title: word("URL"), required: true } },
            "Edit Link",
            "Update",
            current.getAttributes("link"),
            current,
          ).then((values) => {
            if (!values) return
            const chain = current.chain().focus()
            if (isLink) chain.extendMarkRange("link").updateAttributes("link", values).run()
            else chain.setMark("link", values).run()
          })
          return true
        },
    }
  },
})

export const HTML = editor.HTML.extend({
  addCommands() {
    return {
      editHTML:
        () =>
        ({ editor: current }) => {
          const html = {
            title: "HTML",
            description: word("What the editor cannot hold is dropped."),
            format: "textarea",
          }
          dialog({ html }, "Edit HTML", "Update", { html: current.getHTML() }, current).then((values) => {
            if (values) current.chain().focus().setContent(values.html, { emitUpdate: true }).run()
          })
          return true
        },
    }
  },
})

/* --- Tables, without the widths that the library writes as inline styles */

const CAPTION_TAGS = ["a", "strong", "em", "sub", "sup", "q", "cite", "span", "bdi", "br"]

const captionNodes = (source) =>
  [...source.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)]
    if (node.nodeType !== Node.ELEMENT_NODE) return []
    const inner = captionNodes(node)
    if (!CAPTION_TAGS.includes(node.localName)) return inner
    const copy = crel(node.localName, null, inner)
    for (const name of ["lang", "dir", "href"]) {
      if (node.hasAttribute(name)) copy.setAttribute(name, node.getAttribute(name))
    }
    return [copy]
  })

const inert = (html) => new DOMParser().parseFromString(html, "text/html").body

export const Table = editor.Table.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      caption: {
        default: "",
        parseHTML: (element) => {
          const caption = element.querySelector(":scope > caption")
          return caption ? crel("p", null, captionNodes(caption)).innerHTML : ""
        },
        rendered: false,
      },
    }
  },

  parseHTML() {
    return [{ tag: "table" }, { tag: "caption", ignore: true }]
  },

  renderHTML({ node, HTMLAttributes }) {
    const { caption } = node.attrs
    const title = caption && crel("caption", { contentEditable: "false" }, captionNodes(inert(caption)))
    return ["table", HTMLAttributes, ...(title ? [title] : []), ["tbody", 0]]
  },

  addNodeView() {
    return null
  },

  addCommands() {
    return {
      ...this.parent?.(),
      insertTableWithOptions:
        () =>
        ({ editor: current }) => {
          const count = (title) => ({ title: word(title), format: "number", min: "1", max: "100" })
          const header = { title: word("First row is a header"), type: "boolean" }
          dialog(
            { rows: count("Rows"), cols: count("Columns"), header },
            "Insert a table",
            "Insert",
            { rows: "3", cols: "3", header: true },
            current,
          ).then((values) => {
            if (!values) return
            const [rows, cols] = [values.rows, values.cols].map((value) => Number.parseInt(value, 10) || 1)
            current.chain().focus().insertTable({ rows, cols, withHeaderRow: values.header }).run()
          })
          return true
        },
    }
  },

  addMenuItems({ menu, buttons }) {
    const current = this.editor
    this.parent?.({ menu, buttons })
    menu.defineItem({
      name: "table:caption",
      groups: "table",
      button: buttons.material("title"),
      hidden: () => !current.isActive("table"),
      command() {
        const text = inert(current.getAttributes("table").caption).textContent
        dialog({ text: { title: word("Title of the table") } }, "Title of the table", "Update", { text }, current).then(
          (values) => {
            if (!values || values.text === text) return
            const caption = crel("p", { textContent: values.text }).innerHTML
            current.chain().focus().updateAttributes("table", { caption }).run()
          },
        )
      },
    })
  },
})

export const TableRow = editor.TableRow.extend({
  addAttributes() {
    return {
      head: {
        default: false,
        parseHTML: (element) => element.parentElement?.localName === "thead",
        renderHTML: ({ head }) => (head ? { "data-head": "" } : {}),
      },
    }
  },
})

const span = (name) => ({
  default: 1,
  parseHTML: (element) => Math.min(Math.max(Number.parseInt(element.getAttribute(name), 10) || 1, 1), 1000),
  renderHTML: (attributes) => (attributes[name] > 1 ? { [name]: attributes[name] } : {}),
})
const spans = { colspan: span("colspan"), rowspan: span("rowspan") }

export const TableCell = editor.TableCell.extend({ addAttributes: () => spans })
export const TableHeader = editor.TableHeader.extend({
  addAttributes: () => ({ ...spans, scope: { default: null } }),
})

/* --- Out as it came in */

/* ProseMirror nests marks in one fixed order and so cuts `<a>one <q>two</q> three</a>` into three links. Here the mark
 * that reaches furthest stands outermost. */
const nested = (fragment) => {
  const nodes = []
  fragment.forEach((node) => nodes.push(node))
  if (!nodes.some((node) => node.marks.length > 1)) return fragment
  const left = nodes.map((node) => node.marks)
  const ordered = nodes.map(() => [])
  const nest = (from, to) => {
    for (let start = from, end; start < to; start = end) {
      let widest = null
      end = start + 1
      for (const mark of left[start]) {
        let reach = start + 1
        while (reach < to && mark.isInSet(left[reach])) reach++
        if (!widest || reach > end) [widest, end] = [mark, reach]
      }
      if (!widest) continue
      for (let index = start; index < end; index++) {
        ordered[index].push(widest)
        left[index] = left[index].filter((mark) => !mark.eq(widest))
      }
      nest(start, end)
    }
  }
  nest(0, nodes.length)
  return Fragment.fromArray(nodes.map((node, index) => node.mark(ordered[index])))
}

const tidy = (root) => {
  for (const paragraph of root.querySelectorAll("p[data-implied]")) {
    paragraph.removeAttribute("data-implied")
    const { parentElement: parent, nextElementSibling: next } = paragraph
    const isWrapped = parent?.matches("li, td, th, blockquote") && paragraph === parent.firstElementChild
    const isAlone = !next || (parent?.localName === "li" && next.matches("ul, ol"))
    if (isWrapped && isAlone && !paragraph.attributes.length) paragraph.replaceWith(...paragraph.childNodes)
  }
  for (const body of root.querySelectorAll("tbody")) {
    const rows = []
    for (let row = body.firstElementChild; row?.hasAttribute("data-head"); row = row.nextElementSibling) rows.push(row)
    if (rows.length) body.before(crel("thead", null, rows))
    if (!body.firstElementChild) body.remove()
  }
  for (const row of root.querySelectorAll("tr[data-head]")) row.removeAttribute("data-head")
  for (const caption of root.querySelectorAll("caption")) caption.removeAttribute("contenteditable")
}

class FaithfulSerializer extends DOMSerializer {
  serializeFragment(fragment, options, target) {
    const dom = super.serializeFragment(nested(fragment), options, target)
    if (!target) tidy(dom)
    return dom
  }
}

export const Faithful = Extension.create({
  name: "faithful",

  addGlobalAttributes() {
    // Whether the paragraph of a list item, a cell or a quotation was written as one, or only stands for its bare text.
    const own = {
      default: false,
      parseHTML: () => true,
      renderHTML: (attributes) => (attributes.own ? {} : { "data-implied": "" }),
    }
    return [{ types: ["paragraph"], attributes: { own } }]
  },

  onBeforeCreate() {
    const { schema } = this.editor
    schema.cached.domSerializer = new FaithfulSerializer(
      DOMSerializer.nodesFromSchema(schema),
      DOMSerializer.marksFromSchema(schema),
    )
  },

  onCreate() {
    const textarea = this.editor.options.element.querySelector("textarea")
    // The library takes one element without text for an empty body, and a photo alone is one.
    this.editor.on("update", ({ editor: current }) => {
      if (!textarea.value && current.state.doc.firstChild?.isAtom) textarea.value = current.getHTML()
    })
  },
})

/* --- The toolbar and the library's dialogues in the language of the admin, for ears as for eyes */

const TOGGLES = /^(heading|bold|italic|subscript|superscript|orderedList$|blockquote|link$|direction:)/

export const Words = Extension.create({
  name: "words",
  // After the menu has been made.
  priority: 1,

  addOptions() {
    return { toolbar: "", buttons: {}, dialogues: {} }
  },

  onBeforeCreate() {
    Object.assign(words, this.options.dialogues)
    if (window.django?.catalog) Object.assign(window.django.catalog, this.options.dialogues)
  },

  onCreate() {
    const { editor: current, options } = this
    const box = current.options.element
    const toolbar = box.querySelector(".prose-menubar")
    toolbar.setAttribute("role", "group")
    toolbar.setAttribute("aria-label", options.toolbar)
    const buttons = [...toolbar.querySelectorAll("button[data-name]")]
    for (const button of buttons) {
      const label = options.buttons[button.dataset.name]
      if (!label) continue
      button.title = label
      button.setAttribute("aria-label", label)
    }
    const follow = () => {
      for (const button of buttons) {
        if (TOGGLES.test(button.dataset.name)) button.setAttribute("aria-pressed", button.classList.contains("active"))
        button.setAttribute("aria-disabled", button.classList.contains("disabled"))
      }
    }
    follow()
    current.on("transaction", follow)
    const label = box.querySelector("textarea").labels[0]
    if (label) {
      current.view.dom.setAttribute("aria-label", label.textContent.replace(/:\s*$/, "").trim())
      label.addEventListener("click", () => current.commands.focus())
    }
    current.view.dom.setAttribute("aria-multiline", "true")
  },

  // Where the editor scrolls by itself, it knows nothing of the page's scroll padding.
  addProseMirrorPlugins() {
    const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement)
    const clear = { top: parseFloat(scrollPaddingTop) || 5, bottom: parseFloat(scrollPaddingBottom) || 5, left: 0, right: 0 }
    return [new Plugin({ props: { scrollThreshold: clear, scrollMargin: clear } })]
  },
})
