import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TextEdit } from 'vscode-languageclient/node'
import { changesOf } from '../../src/proxy/changes'
import { nextSteps } from '../../src/proxy/steps'

const insert = (line: number, newText: string): TextEdit => ({
  range: { start: { line, character: 0 }, end: { line, character: 0 } },
  newText,
})

const TEXTS: Readonly<Record<string, string>> = { 'file:///a': 'one\ntwo\n', 'file:///b': 'three\n' }
const read = (uri: string): Promise<string> => Promise.resolve(TEXTS[uri] ?? '')

test('tells text before and after for every file of an edit', async () => {
  const edit = {
    changes: { 'file:///a': [insert(1, 'x\n'), insert(0, 'y\n')], 'file:///b': [insert(1, 'z\n')] },
  }

  assert.deepEqual(await changesOf(edit, read), [
    { uri: 'file:///a', before: 'one\ntwo\n', after: 'y\none\nx\ntwo\n' },
    { uri: 'file:///b', before: 'three\n', after: 'three\nz\n' },
  ])
})

test('tells a file that an edit makes', async () => {
  const textDocument = { uri: 'file:///new', version: null }
  const edit = {
    documentChanges: [
      { kind: 'create' as const, uri: 'file:///new' },
      { textDocument, edits: [insert(0, '[Service]\n')] },
    ],
  }

  assert.deepEqual(await changesOf(edit, read), [
    { uri: 'file:///new', before: undefined, after: '[Service]\n' },
  ])
})

test('tells a file that an edit empties and then removes', async () => {
  const textDocument = { uri: 'file:///b', version: null }
  const empty = { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, newText: '' }
  const edit = {
    documentChanges: [
      { textDocument, edits: [empty] },
      { kind: 'delete' as const, uri: 'file:///b' },
    ],
  }

  assert.deepEqual(await changesOf(edit, read), [{ uri: 'file:///b', before: 'three\n', after: undefined }])
})

test('carries out edits of the same file one after the other', async () => {
  const textDocument = { uri: 'file:///b', version: 1 }
  const edit = {
    documentChanges: [
      { textDocument, edits: [insert(0, 'first\n')] },
      { textDocument, edits: [insert(1, 'second\n')] },
    ],
  }

  assert.equal((await changesOf(edit, read))[0]?.after, 'first\nsecond\nthree\n')
})

test('leaves out a file that stays as it is', async () => {
  assert.deepEqual(await changesOf({ changes: { 'file:///a': [insert(0, '')] } }, read), [])
})

test('lists what must be run on the device, ready to be copied', () => {
  const page = nextSteps('plant', { commands: ['sudo iotedge config apply'], verify: ['sudo iotedge check'] })

  assert.match(page, /## Run on the device\n\n.+\n\n```sh\nsudo iotedge config apply\n```/)
  assert.match(page, /## See that it works\n\n.+\n\n```sh\nsudo iotedge check\n```/)
})

test('says so when nothing must be run', () => {
  assert.match(nextSteps('plant', { commands: [], verify: [] }), /Nothing: the files are all\./)
})
