import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RouteEdge, RouteGraph, RouteNode } from '../../src/protocol'
import { layoutOf, type Box, type Line } from '../../src/routes/layout'
import { pageOf } from '../../src/routes/page'
import { wordsOfEdge, wordsOfNode } from '../../src/routes/picture/words'

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }
const location = { uri: 'file:///deployment.json', range }
const measure = (text: string) => ({ width: text.length * 7, height: 18 })

const node = (id: string, kind: RouteNode['kind'] = 'module'): RouteNode => ({ id, label: id, kind })
const edge = (from: string, to: string, name = `${from}To${to}`): RouteEdge => ({ from, to, name, location })

const SENSOR = node('sensor')
const CHAIN: RouteGraph = {
  nodes: [SENSOR, node('filter'), node('$upstream', 'upstream')],
  edges: [edge('sensor', 'filter'), edge('filter', '$upstream')],
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Whether a line has a point inside a box. */
function crosses(points: Line['points'], box: Box | undefined): boolean {
  assert.ok(box)
  return points.slice(1).some((end, index) => {
    const start = points[index] ?? end
    return Array.from({ length: 101 }, (_, step) => step / 100).some((part) => {
      const x = start.x + part * (end.x - start.x)
      const y = start.y + part * (end.y - start.y)
      return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
    })
  })
}

test('puts modules along the way of the messages from left to right', () => {
  const [sensor, filter, upstream] = layoutOf(CHAIN, 'LR', measure).boxes

  assert.ok(sensor && filter && upstream)
  assert.ok(sensor.x + sensor.width < filter.x && filter.x + filter.width < upstream.x)
})

test('puts modules below each other in a narrow window', () => {
  const [sensor, filter] = layoutOf(CHAIN, 'TB', measure).boxes

  assert.ok(sensor && filter)
  assert.ok(sensor.y + sensor.height < filter.y)
})

test('lets no module cover another', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const graph: RouteGraph = {
    nodes: [...names.map((name) => node(name)), node('$upstream', 'upstream')],
    edges: names.map((name) => edge(name, '$upstream')),
  }
  const { boxes } = layoutOf(graph, 'LR', measure)

  for (const [index, box] of boxes.entries()) {
    assert.ok(boxes.slice(index + 1).every((other) => !overlap(box, other)))
  }
})

test('leads no route across a module that it has nothing to do with', () => {
  const ends: readonly (readonly [string, string])[] = [
    ['sensor', 'filter'],
    ['filter', '$upstream'],
    ['filter', 'learning'],
    ['learning', 'filter'],
    ['learning', '$upstream'],
    ['all modules and devices', '$upstream'],
    ['sensor', 'archive'],
  ]
  const names = ['sensor', 'filter', 'learning', 'archive', 'all modules and devices', '$upstream']
  const graph: RouteGraph = {
    nodes: [node('edgeAgent'), node('edgeHub'), ...names.map((name) => node(name))],
    edges: ends.map(([from, to]) => edge(from, to)),
  }

  for (const direction of ['LR', 'TB'] as const) {
    const { boxes, lines } = layoutOf(graph, direction, measure)
    const crossed = lines.flatMap(({ points }, index) =>
      graph.nodes
        .filter(({ id }, at) => !ends[index]?.includes(id) && crosses(points, boxes[at]))
        .map(({ id }) => `${graph.edges[index]?.name ?? ''} crosses ${id}`),
    )
    assert.deepEqual(crossed, [], direction)
  }
})

test('draws two routes between the same modules apart', () => {
  const graph = { ...CHAIN, edges: [edge('sensor', 'filter', 'one'), edge('sensor', 'filter', 'two')] }
  const [one, two] = layoutOf(graph, 'LR', measure).lines

  assert.notDeepEqual(one?.label, two?.label)
})

test('draws a route that leads back to its own module', () => {
  const { lines } = layoutOf({ nodes: [SENSOR], edges: [edge('sensor', 'sensor')] }, 'LR', measure)

  assert.ok((lines[0]?.points.length ?? 0) > 2)
})

test('keeps everything inside the picture', () => {
  const { width, height, boxes } = layoutOf(CHAIN, 'LR', measure)

  assert.ok(boxes.every((box) => box.x >= 0 && box.y >= 0))
  assert.ok(boxes.every((box) => box.x + box.width <= width && box.y + box.height <= height))
})

test('draws nothing when there is nothing', () => {
  assert.deepEqual(layoutOf({ nodes: [], edges: [] }, 'LR', measure).boxes, [])
})

test('reads a module aloud with its routes', () => {
  assert.equal(wordsOfNode(SENSOR, CHAIN), 'Module sensor. 0 routes in, 1 route out')
})

test('reads a route aloud with condition and problem', () => {
  const route = { ...edge('sensor', 'filter', 'hot'), condition: '$body.t > 30', problem: 'no such input' }

  assert.equal(
    wordsOfEdge(route, CHAIN),
    'Route hot. from sensor to filter. when $body.t > 30. Problem: no such input',
  )
})

test('lets the picture load nothing but its own script and style', () => {
  const page = pageOf({
    cspSource: 'https://webview',
    script: 'routes.js',
    style: 'routes.css',
    nonce: 'n0nce',
  })
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]

  assert.equal(policy, "default-src 'none'; style-src https://webview; script-src 'nonce-n0nce'")
  assert.doesNotMatch(page, /style="|onclick=|<script>/)
})
