import type { RouteGraph } from '../../protocol'
import { html } from './svg'
import { labelOf } from './words'

/** The same routes in words, as a table; `choose` is called with the index of a route. */
export function table(graph: RouteGraph, choose: (edge: number) => void): HTMLElement {
  const rows = graph.edges.map((edge, index) => {
    const name = html('button', { type: 'button', class: 'link' }, edge.name)
    name.addEventListener('click', () => {
      choose(index)
    })
    return html(
      'tr',
      { class: edge.problem == null ? undefined : 'problem' },
      html('th', { scope: 'row' }, name),
      html('td', {}, labelOf(edge.from, graph)),
      html('td', {}, html('code', {}, edge.condition ?? '')),
      html('td', {}, labelOf(edge.to, graph)),
      html('td', {}, edge.problem ?? ''),
    )
  })
  const heads = ['Route', 'From', 'Condition', 'To', 'Problem'].map((head) =>
    html('th', { scope: 'col' }, head),
  )
  return html(
    'table',
    {},
    html('caption', {}, 'Routes'),
    html('thead', {}, html('tr', {}, ...heads)),
    html('tbody', {}, ...rows),
  )
}
