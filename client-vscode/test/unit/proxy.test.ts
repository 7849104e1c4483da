import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TextEdit, WorkspaceEdit } from 'vscode-languageclient/node'
import { filesOf, withPreview } from '../../src/proxy/preview'
import { nextSteps } from '../../src/proxy/steps'

const EDIT: TextEdit = {
  range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
  newText: 'https_proxy = "http://p:3128"\n',
}

/** Whether the editor asks before it makes any change of the edit. */
function asksForAll({ documentChanges = [], changeAnnotations = {} }: WorkspaceEdit): boolean {
  const asks = (annotation: unknown): boolean =>
    typeof annotation === 'string' && changeAnnotations[annotation]?.needsConfirmation === true
  return documentChanges.every((change) =>
    'edits' in change
      ? change.edits.every((edit) => 'annotationId' in edit && asks(edit.annotationId))
      : asks(change.annotationId),
  )
}

test('shows every change of a plain edit before it is written', () => {
  const shown = withPreview({ changes: { 'file:///a': [EDIT, EDIT], 'file:///b': [EDIT] } }, 'Set')

  assert.equal(shown.documentChanges?.length, 2)
  assert.ok(asksForAll(shown))
})

test('shows files that an edit creates, too', () => {
  const textDocument = { uri: 'file:///new', version: null }
  const shown = withPreview(
    {
      documentChanges: [
        { kind: 'create', uri: 'file:///new' },
        { textDocument, edits: [EDIT] },
      ],
    },
    'Set',
  )

  assert.ok(asksForAll(shown))
})

test('leaves text and place of a change as they are', () => {
  const textDocument = { uri: 'file:///a', version: 7 }
  const [change] =
    withPreview({ documentChanges: [{ textDocument, edits: [EDIT] }] }, 'Set').documentChanges ?? []

  assert.ok(change !== undefined && 'edits' in change)
  assert.deepEqual(change.textDocument, textDocument)
  assert.deepEqual({ ...change.edits[0], annotationId: undefined }, { ...EDIT, annotationId: undefined })
})

test('counts a file once, however many changes it has', () => {
  const textDocument = { uri: 'file:///new', version: null }

  assert.equal(
    filesOf({
      documentChanges: [
        { kind: 'create', uri: 'file:///new' },
        { textDocument, edits: [EDIT] },
      ],
    }),
    1,
  )
})

test('lists what must be run on the device, ready to be copied', () => {
  const page = nextSteps('plant', { commands: ['sudo iotedge config apply'], verify: ['sudo iotedge check'] })

  assert.match(page, /## Run on the device\n\n.+\n\n```sh\nsudo iotedge config apply\n```/)
  assert.match(page, /## See that it works\n\n.+\n\n```sh\nsudo iotedge check\n```/)
})

test('says so when nothing must be run', () => {
  assert.match(nextSteps('plant', { commands: [], verify: [] }), /Nothing: the files are all\./)
})
