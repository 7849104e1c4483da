import type { RouteGraph } from '../../protocol'
import { html } from './svg'
import { labelOf } from './words'

const HEADS = ['Route', 'From', 'To', 'Condition']

/** The same routes in words, as a table; `choose` is called with the index of a route. */
export function table(graph: RouteGraph, choose: (edge: number) => void): HTMLElement {
  const rows = graph.edges.flatMap((edge, index) => {
    const name = html('button', { type: 'button', class: 'link' }, edge.name)
    name.addEventListener('click', () => {
      choose(index)
    })
    const row = html(
      'tr',
      {},
      html('th', { scope: 'row' }, name),
      html('td', {}, labelOf(edge.from, graph)),
      html('td', {}, labelOf(edge.to, graph)),
      html('td', {}, ...(edge.condition == null ? [] : [html('code', {}, edge.condition)])),
    )
    const problem = html(
      'tr',
      { class: 'problem' },
      html('td', { colspan: HEADS.length }, edge.problem ?? ''),
    )
    return edge.problem == null ? [row] : [row, problem]
  })
  return html(
    'table',
    {},
    html('caption', {}, 'Routes'),
    html('thead', {}, html('tr', {}, ...HEADS.map((head) => html('th', { scope: 'col' }, head)))),
    html('tbody', {}, ...rows),
  )
}
