import { graphlib, layout as arrange, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre'
import type { RouteGraph } from '../protocol'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Line {
  readonly points: readonly { readonly x: number; readonly y: number }[]
  /** The middle of the label. */
  readonly label: { readonly x: number; readonly y: number }
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
  return {
    width,
    height,
    boxes: graph.nodes.map((node) => {
      const { x = 0, y = 0, ...size } = dagre.node(node.id)
      return { x: x - size.width / 2, y: y - size.height / 2, width: size.width, height: size.height }
    }),
    lines: graph.edges.map((edge, index) => {
      const { points = [], x = 0, y = 0 } = dagre.edge(edge.from, edge.to, key(index))
      return { points, label: { x, y } }
    }),
  }
}

function key(index: number): string {
  return index.toString()
}
