import type { RouteEdge, RouteGraph, RouteNode, RouteNodeKind } from '../../protocol'

const KINDS: Readonly<Record<RouteNodeKind, string>> = {
  module: 'Module',
  system: 'System module',
  upstream: 'Cloud',
  devices: 'Devices',
  twin: 'Twin changes',
}

/** What a screen reader says about a module. */
export function wordsOfNode(node: RouteNode, graph: RouteGraph): string {
  const out = graph.edges.filter((edge) => edge.from === node.id).length
  const into = graph.edges.filter((edge) => edge.to === node.id).length
  return sentence([
    `${KINDS[node.kind]} ${node.label}`,
    `${count(into)} in, ${count(out)} out`,
    problem(node),
  ])
}

/** What a screen reader says about a route. */
export function wordsOfEdge(edge: RouteEdge, graph: RouteGraph): string {
  const condition = edge.condition == null ? undefined : `when ${edge.condition}`
  return sentence([
    `Route ${edge.name}`,
    `from ${labelOf(edge.from, graph)} to ${labelOf(edge.to, graph)}`,
    condition,
    problem(edge),
  ])
}

export function labelOf(id: string, graph: RouteGraph): string {
  return graph.nodes.find((node) => node.id === id)?.label ?? id
}

function problem(part: RouteNode | RouteEdge): string | undefined {
  return part.problem == null ? undefined : `Problem: ${part.problem}`
}

function sentence(parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('. ')
}

function count(routes: number): string {
  return routes === 1 ? '1 route' : `${routes} routes`
}
