import { graphlib, layout as arrange, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre'
import type { RouteGraph } from '../protocol'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Line {
  readonly points: readonly Point[]
  /** The middle of the label. */
  readonly label: Point
}

/** Where everything of a graph goes; boxes and lines in the order of its nodes and edges. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
}

export interface TextSize {
  readonly width: number
  readonly height: number
}

const PADDING_X = 14
const PADDING_Y = 9

/** How far from its corners a line touches a box. */
const CORNER = 5

/**
 * Arranges modules in layers along the way of the messages.
 *
 * @param direction LR from left to right, TB from top to bottom for narrow windows
 * @param measure the size of a text in the font of the picture
 */
export function layoutOf(
  graph: RouteGraph,
  direction: 'LR' | 'TB',
  measure: (text: string) => TextSize,
): Layout {
  const dagre = new graphlib.Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true })
  dagre.setGraph({ rankdir: direction, nodesep: 28, edgesep: 18, ranksep: 60, marginx: 16, marginy: 16 })
  for (const node of graph.nodes) {
    const text = measure(node.label)
    dagre.setNode(node.id, { width: text.width + 2 * PADDING_X, height: text.height + 2 * PADDING_Y })
  }
  graph.edges.forEach((edge, index) => {
    const text = measure(edge.name)
    dagre.setEdge(
      edge.from,
      edge.to,
      { width: text.width + 8, height: text.height, labelpos: 'c' },
      key(index),
    )
  })
  arrange(dagre)

  const { width = 0, height = 0 } = dagre.graph()
  const boxOf = (id: string): Box => {
    const { x = 0, y = 0, ...size } = dagre.node(id)
    return { x: x - size.width / 2, y: y - size.height / 2, width: size.width, height: size.height }
  }
  return {
    width,
    height,
    boxes: graph.nodes.map(({ id }) => boxOf(id)),
    lines: graph.edges.map((edge, index) => {
      const { points = [], x = 0, y = 0 } = dagre.edge(edge.from, edge.to, key(index))
      const ends: Readonly<Record<number, Box>> = { 0: boxOf(edge.from), [points.length - 1]: boxOf(edge.to) }
      return {
        points: points.map((point, at) => {
          const box = ends[at]
          const next = points[at === 0 ? 1 : at - 1]
          return box === undefined || next === undefined ? point : touch(box, point, next, direction)
        }),
        label: { x, y },
      }
    }),
  }
}

/**
 * Where a line touches a box on its way to the next point: at the side that the next layer is on, since at the
 * others the modules of the same layer are in the way.
 */
function touch(box: Box, point: Point, next: Point, direction: 'LR' | 'TB'): Point {
  const right = box.x + box.width
  const bottom = box.y + box.height
  if (direction === 'TB') {
    const y = next.y > bottom ? bottom : next.y < box.y ? box.y : undefined
    return y === undefined ? point : { x: between(box.x + CORNER, point.x, right - CORNER), y }
  }
  const x = next.x > right ? right : next.x < box.x ? box.x : undefined
  return x === undefined ? point : { x, y: between(box.y + CORNER, point.y, bottom - CORNER) }
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

function key(index: number): string {
  return index.toString()
}
