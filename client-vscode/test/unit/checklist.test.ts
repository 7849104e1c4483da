import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appearanceOf, summaryOf } from '../../src/checklist/rows'
import type { ChecklistDevice, ChecklistRow } from '../../src/protocol'

const ROW: ChecklistRow = {
  component: 'edgeHub',
  variable: 'https_proxy',
  state: 'ok',
  value: 'http://proxy:3128',
  effect: '',
}

const DEVICE: ChecklistDevice = {
  name: 'plant',
  root: 'file:///plant',
  intent: 'yes',
  reference: 'http://proxy:3128',
  rows: [],
  check: [],
}

test('leaves out the value that the device has already', () => {
  assert.equal(appearanceOf(ROW, DEVICE).description, 'set')
})

test('shows first what is wrong with a value', () => {
  const { description } = appearanceOf({ ...ROW, state: 'differs', value: 'http://other:80' }, DEVICE)

  assert.equal(description, 'differs · http://other:80')
})

test('holds in the tooltip what a narrow side bar cuts off', () => {
  const row: ChecklistRow = { ...ROW, value: 'http://other:80', effect: 'uses another proxy' }

  assert.equal(appearanceOf(row, DEVICE).tooltip, '`https_proxy` = `http://other:80`: uses another proxy')
  assert.equal(appearanceOf({ ...row, value: null }, DEVICE).tooltip, '`https_proxy`: uses another proxy')
  assert.equal(appearanceOf({ ...row, variable: null, value: null }, DEVICE).tooltip, 'uses another proxy')
})

test('says in words what the icon shows', () => {
  const row: ChecklistRow = { ...ROW, state: 'missing', value: null, effect: 'cannot reach `$upstream`' }

  assert.equal(appearanceOf(row, DEVICE).spoken, 'edgeHub, https_proxy, missing. cannot reach $upstream')
})

test('tells states apart by the icon, not by the colour alone', () => {
  const icons = (['ok', 'missing', 'differs', 'ignored', 'unknown', 'not-needed'] as const).map(
    (state) => appearanceOf({ ...ROW, state }, DEVICE).icon,
  )

  assert.equal(new Set(icons).size, icons.length)
})

test('counts what is left to do for a device', () => {
  const rows: ChecklistRow[] = [
    { ...ROW, state: 'missing' },
    { ...ROW, state: 'wrong' },
    { ...ROW, state: 'unknown' },
    ROW,
  ]

  assert.equal(summaryOf({ ...DEVICE, rows }), '2 to do · http://proxy:3128')
})

test('says when nothing is left to do', () => {
  assert.equal(summaryOf({ ...DEVICE, reference: null, rows: [ROW] }), 'all set · behind a proxy')
})

test('asks nothing of a device without a proxy', () => {
  const rows: ChecklistRow[] = [{ ...ROW, state: 'missing' }]

  assert.equal(summaryOf({ ...DEVICE, intent: 'no', rows }), 'uses no proxy')
})
