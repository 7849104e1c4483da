import assert from 'node:assert/strict'
import { test } from 'node:test'
import { touch, type Place } from '../../src/findings/overlap'

/** From and to as [line, character]. */
const place = (from: [number, number], to: [number, number]): Place => ({
  start: { line: from[0], character: from[1] },
  end: { line: to[0], character: to[1] },
})

const WORD = place([2, 4], [2, 9])

for (const [how, other, expected] of [
  ['the same place', WORD, true],
  ['a part of it', place([2, 5], [2, 6]), true],
  ['lines around it', place([1, 0], [3, 0]), true],
  ['the character behind it', place([2, 9], [2, 10]), true],
  ['an empty place at its start', place([2, 4], [2, 4]), true],
  ['something further on in the line', place([2, 10], [2, 12]), false],
  ['the line before', place([1, 4], [1, 9]), false],
] as const) {
  test(`a word ${expected ? 'touches' : 'does not touch'} ${how}`, () => {
    assert.equal(touch(WORD, other), expected)
    assert.equal(touch(other, WORD), expected)
  })
}
