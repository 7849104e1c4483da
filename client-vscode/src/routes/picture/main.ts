// The picture of the message routes: runs in the webview, knows the graph only, tells what was clicked.
import type { RouteGraph } from '../../protocol'
import type { FromPicture, Show } from '../messages'
import type { TextSize } from '../layout'
import { draw, type Drawing } from './draw'
import { html } from './svg'
import { table } from './table'

declare function acquireVsCodeApi(): { postMessage(message: FromPicture): void }

const ZOOM_STEP = 1.25

const host = acquireVsCodeApi()
const stage = html('div', { class: 'stage' })
const words = html('div', { class: 'words' })
let graph: RouteGraph = { nodes: [], edges: [] }
let drawing: Drawing | undefined
/** 0 fits the picture into the window. */
let zoom = 0

const buttons = html(
  'div',
  { class: 'zoom', role: 'toolbar', 'aria-label': 'Size of the picture' },
  button('−', 'Smaller', () => {
    scaleTo(scale() / ZOOM_STEP)
  }),
  button('+', 'Larger', () => {
    scaleTo(scale() * ZOOM_STEP)
  }),
  button('Fit', 'Fit into the window', () => {
    scaleTo(0)
  }),
)
const title = html('h1', { class: 'unseen' }, document.title)
document.body.append(html('main', {}, title, html('div', { class: 'frame' }, stage, buttons), words))

window.addEventListener('message', ({ data }: MessageEvent<Show>) => {
  graph = data.graph
  render()
})
new ResizeObserver(render).observe(document.body)
host.postMessage({ type: 'ready' })

function render(): void {
  const focused = drawing?.parts.findIndex(({ element }) => element === document.activeElement) ?? -1
  if (graph.nodes.length === 0) {
    drawing = undefined
    stage.replaceChildren(html('p', { class: 'empty' }, 'There are no routes in this file.'))
    words.replaceChildren()
    buttons.hidden = true
    return
  }
  // From left to right if that fits without making it smaller, which a window beside an editor rarely allows.
  drawing = draw(graph, 'LR', measure)
  if (drawing.width > stage.clientWidth) {
    drawing = draw(graph, 'TB', measure)
  }
  drawing.parts.forEach(({ element, type, index }, at) => {
    element.addEventListener('click', () => {
      host.postMessage({ type, index })
    })
    element.addEventListener('keydown', (event) => {
      onKey(event, at)
    })
    element.addEventListener('focus', () => {
      highlight(at)
    })
    element.addEventListener('blur', () => {
      highlight(undefined)
    })
    element.addEventListener('mouseenter', () => {
      highlight(at)
    })
    element.addEventListener('mouseleave', () => {
      highlight(undefined)
    })
  })
  // One stop of the Tab key for the whole picture; arrows move inside.
  drawing.parts[Math.max(focused, 0)]?.element.setAttribute('tabindex', '0')
  stage.replaceChildren(drawing.root)
  words.replaceChildren(
    table(graph, (index) => {
      host.postMessage({ type: 'edge', index })
    }),
  )
  buttons.hidden = false
  scaleTo(zoom)
  highlight(undefined)
  if (focused >= 0) {
    drawing.parts[focused]?.element.focus()
  }
}

function onKey(event: KeyboardEvent, at: number): void {
  const parts = drawing?.parts ?? []
  const part = parts[at]
  switch (event.key) {
    case 'Enter':
    case ' ':
      if (part !== undefined) {
        host.postMessage({ type: part.type, index: part.index })
      }
      break
    case 'ArrowRight':
    case 'ArrowDown':
      focus(Math.min(at + 1, parts.length - 1), at)
      break
    case 'ArrowLeft':
    case 'ArrowUp':
      focus(Math.max(at - 1, 0), at)
      break
    case 'Home':
      focus(0, at)
      break
    case 'End':
      focus(parts.length - 1, at)
      break
    default:
      return
  }
  event.preventDefault()
}

function focus(to: number, from: number): void {
  drawing?.parts[from]?.element.setAttribute('tabindex', '-1')
  const element = drawing?.parts[to]?.element
  element?.setAttribute('tabindex', '0')
  element?.focus()
}

/** Marks a module with all its routes, or a route with its two ends. */
function highlight(at: number | undefined): void {
  const chosen = at === undefined ? undefined : drawing?.parts[at]?.element
  const { id, from, to } = chosen?.dataset ?? {}
  for (const { element } of drawing?.parts ?? []) {
    const { id: other, from: otherFrom, to: otherTo } = element.dataset
    const near =
      element === chosen ||
      (id !== undefined && (otherFrom === id || otherTo === id)) ||
      (other !== undefined && (other === from || other === to))
    element.classList.toggle('near', chosen !== undefined && near)
  }
  stage.classList.toggle('choosing', chosen !== undefined)
}

function scale(): number {
  if (zoom !== 0 || drawing === undefined) {
    return zoom === 0 ? 1 : zoom
  }
  return Math.min(1, stage.clientWidth / drawing.width)
}

function scaleTo(wanted: number): void {
  zoom = wanted === 0 ? 0 : Math.min(4, Math.max(0.2, wanted))
  if (drawing !== undefined) {
    drawing.root.setAttribute('width', (drawing.width * scale()).toString())
    drawing.root.setAttribute('height', (drawing.height * scale()).toString())
  }
}

function measure(text: string): TextSize {
  const style = getComputedStyle(document.body)
  const context = document.createElement('canvas').getContext('2d')
  const size = parseFloat(style.fontSize)
  if (context === null) {
    return { width: text.length * size * 0.6, height: size * 1.4 }
  }
  context.font = `${style.fontSize} ${style.fontFamily}`
  return { width: context.measureText(text).width, height: size * 1.4 }
}

function button(text: string, label: string, act: () => void): HTMLElement {
  const element = html('button', { type: 'button', title: label, 'aria-label': label }, text)
  element.addEventListener('click', act)
  return element
}
