import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeEnding } from '../../src/server/failure'

test('knows a virtual machine that left for want of memory by its exit code', () => {
  assert.equal(describeEnding({ code: 3, signal: null, lastWords: '' }), 'it ran out of memory')
})

test('knows a virtual machine that could not get memory from the system by its words', () => {
  const lastWords = '# There is insufficient memory for the Java Runtime Environment to continue.\n'

  assert.equal(describeEnding({ code: 1, signal: null, lastWords }), 'it ran out of memory')
})

test('names the code of any other end', () => {
  assert.equal(
    describeEnding({ code: 1, signal: null, lastWords: 'NoClassDefFound' }),
    'it ended with code 1',
  )
})

test('names the signal that ended the server', () => {
  assert.equal(describeEnding({ code: null, signal: 'SIGKILL', lastWords: '' }), 'it was ended by SIGKILL')
})

test('says so when the process runs on behind a closed connection', () => {
  assert.equal(describeEnding(undefined), 'its connection was closed')
})
