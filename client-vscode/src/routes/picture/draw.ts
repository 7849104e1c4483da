import type { RouteGraph } from '../../protocol'
import { layoutOf, type Box, type Line, type TextSize } from '../layout'
import { svg } from './svg'
import { wordsOfEdge, wordsOfNode } from './words'

/** A part of the picture that can be focused and clicked. */
export interface Part {
  readonly element: SVGElement
  readonly type: 'node' | 'edge'
  readonly index: number
}

export interface Drawing {
  readonly root: SVGElement
  readonly parts: readonly Part[]
  readonly width: number
  readonly height: number
}

/** Draws the graph; a module is followed by the routes that leave it, which is also the order of the keys. */
export function draw(
  graph: RouteGraph,
  direction: 'LR' | 'TB',
  measure: (text: string) => TextSize,
): Drawing {
  const { width, height, boxes, lines } = layoutOf(graph, direction, measure)
  const nodes = graph.nodes.map((node, index): Part => {
    const element = nodeElement(boxes[index], node.label, [
      'node',
      node.kind,
      node.problem == null ? '' : 'problem',
    ])
    element.setAttribute('aria-label', wordsOfNode(node, graph))
    element.dataset.id = node.id
    return { element, type: 'node', index }
  })
  const edges = graph.edges.map((edge, index): Part => {
    const element = edgeElement(lines[index], edge.name, measure(edge.name), [
      'edge',
      edge.problem == null ? '' : 'problem',
    ])
    element.setAttribute('aria-label', wordsOfEdge(edge, graph))
    element.dataset.from = edge.from
    element.dataset.to = edge.to
    return { element, type: 'edge', index }
  })
  const parts = graph.nodes.flatMap((node, index) => [
    ...nodes.slice(index, index + 1),
    ...edges.filter((_, edge) => graph.edges[edge]?.from === node.id),
  ])
  const root = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': 'Modules and the routes between them' },
    arrowHeads(),
    ...edges.map(({ element }) => element),
    ...nodes.map(({ element }) => element),
  )
  return { root, parts, width, height }
}

function nodeElement(box: Box | undefined, label: string, classes: readonly string[]): SVGElement {
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 }
  return svg(
    'g',
    { class: classes.join(' ').trim(), tabindex: -1, role: 'link' },
    svg('rect', { x, y, width, height, rx: 6 }),
    svg('text', { x: x + width / 2, y: y + height / 2 }, label),
  )
}

function edgeElement(
  line: Line | undefined,
  name: string,
  size: TextSize,
  classes: readonly string[],
): SVGElement {
  const { points, label } = line ?? { points: [], label: { x: 0, y: 0 } }
  const path = curve(points)
  return svg(
    'g',
    { class: classes.join(' ').trim(), tabindex: -1, role: 'link' },
    svg('path', { class: 'reach', d: path }),
    svg('path', { class: 'line', d: path }),
    svg('rect', {
      class: 'label',
      x: label.x - size.width / 2 - 3,
      y: label.y - size.height / 2,
      width: size.width + 6,
      height: size.height,
      rx: 3,
    }),
    svg('text', { x: label.x, y: label.y }, name),
  )
}

/** A smooth line: through the middles between the points, with the points as handles. */
function curve(points: Line['points']): string {
  const [first, ...rest] = points
  const last = rest.pop()
  if (first === undefined || last === undefined) {
    return ''
  }
  let path = `M ${first.x} ${first.y}`
  rest.forEach((point, index) => {
    const next = rest[index + 1] ?? last
    const end = index === rest.length - 1 ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    path += ` Q ${point.x} ${point.y} ${end.x} ${end.y}`
  })
  return rest.length === 0 ? `${path} L ${last.x} ${last.y}` : path
}

function arrowHeads(): SVGElement {
  const head = (id: string): SVGElement =>
    svg(
      'marker',
      { id, viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 7, markerHeight: 7, orient: 'auto' },
      svg('path', { d: 'M 0 0 L 10 5 L 0 10 z' }),
    )
  return svg('defs', {}, head('arrow'), head('arrow-problem'))
}
