import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeDocument } from '../../src/status/describe'

test('names kind, device, runtime and proxy of a document', () => {
  const description = describeDocument({
    kind: 'device-config',
    reason: 'config.toml in a folder aziot',
    device: 'plant-7',
    targetVersion: '1.5',
    proxyIntent: 'yes',
    findings: 1,
  })

  assert.deepEqual(description, {
    text: 'IoT Edge config.toml',
    detail: 'device plant-7 · IoT Edge 1.5 · behind a proxy',
  })
})

test('says that a document belongs to no device, and leaves out what is not known', () => {
  const { detail } = describeDocument({ kind: 'manifest', reason: '', device: null, findings: 0 })

  assert.equal(detail, 'on its own · no findings')
})

test('looks for no device of a settings file', () => {
  const { detail } = describeDocument({ kind: 'settings', reason: '', findings: 0 })

  assert.equal(detail, 'no findings')
})

test('says why a document that is left alone has no findings', () => {
  const { detail } = describeDocument({ kind: 'other', reason: 'It has no `modulesContent`.', findings: 0 })

  assert.equal(detail, 'It has no modulesContent.')
})
