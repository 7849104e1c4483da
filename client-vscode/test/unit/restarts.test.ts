import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Restarts } from '../../src/server/restarts'

test('waits twice as long before each next start', () => {
  const restarts = new Restarts(() => 0)

  assert.deepEqual([restarts.next(), restarts.next(), restarts.next()], [500, 1000, 2000])
})

test('gives up at the fifth end within three minutes', () => {
  const restarts = new Restarts(() => 0)
  for (let end = 1; end <= 4; end++) {
    assert.notEqual(restarts.next(), undefined)
  }

  assert.equal(restarts.next(), undefined)
})

test('does not hold an end against the server that is more than three minutes old', () => {
  let now = 0
  const restarts = new Restarts(() => now)
  for (let end = 1; end <= 4; end++) {
    restarts.next()
  }
  now = 180_001

  assert.equal(restarts.next(), 500)
})

test('begins anew after a start that a person asked for', () => {
  const restarts = new Restarts(() => 0)
  for (let end = 1; end <= 5; end++) {
    restarts.next()
  }
  restarts.forget()

  assert.equal(restarts.next(), 500)
})
