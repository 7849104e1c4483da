// What a person sees when the server cannot be started or does not stay: one clear message with a way on.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe } from 'node:test'
import { packed, universal } from './packed.mjs'
import { startWorkbench, testIn } from './workbench.mjs'

const MANIFEST = JSON.stringify({
  modulesContent: {
    $edgeAgent: { 'properties.desired': { modules: { a: { type: 'docker', restartPolicy: 'sometimes' } } } },
  },
})

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'edgelint-lifecycle-'))
after(() => fs.rmSync(folder, { recursive: true, force: true }))

/** A server that does what the shell script says. */
function scripted(name, script) {
  const file = path.join(folder, name)
  fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return file
}

/** Opens a manifest in an editor with these settings; the test file has one editor at a time. */
function inWorkbench(options) {
  const held = {}
  before(async () => {
    held.workbench = await startWorkbench({
      extensions: [packed],
      files: { 'deployment.json': MANIFEST },
      ...options,
    })
    await held.workbench.open('deployment.json')
  })
  after(() => held.workbench?.stop())
  return { held, test: testIn(() => held.workbench) }
}

describe('a server that ends at once', () => {
  const starts = path.join(folder, 'starts')
  const server = scripted('crashes', `echo start >> ${starts}; echo "no class found" >&2; exit 1`)
  const hungry = scripted('hungry', 'echo "java.lang.OutOfMemoryError: Java heap space" >&2; exit 3')
  const { held, test } = inWorkbench({ settings: { 'edgelint.server.path': server } })

  test('is started again some times, then given up with a message that leads to the log', async () => {
    const { workbench } = held
    const message = workbench.notification('The edgelint server stopped several times')
    await message.waitFor({ timeout: 60_000 })
    await workbench.picture('given-up')

    assert.match(await message.innerText(), /it ended with code 1/)
    assert.equal(fs.readFileSync(starts, 'utf8').trim().split('\n').length, 5)
    assert.equal(await workbench.page.locator('.notification-toast').count(), 1)

    await workbench.answer(message, 'Show Log')
    const channel = workbench.page.locator('.panel .monaco-select-box option:checked', {
      hasText: 'edgelint',
    })
    await channel.first().waitFor({ state: 'attached' })
  })

  test('lets VS Code itself check with the schemas', async () => {
    const row = await held.workbench.problems('Value is not accepted')
    await row.first().waitFor()
  })

  test('is not mistaken for a folder without devices', async () => {
    const { workbench } = held
    await workbench.command('edgelint: Set the Proxy for This Device')
    await workbench.notification('The edgelint server does not answer').waitFor()
    await workbench.command('Notifications: Clear All Notifications')
  })

  test('is said to have run out of memory when it has, and the setting for more is offered', async () => {
    const { workbench } = held
    workbench.change({ 'edgelint.server.path': hungry })
    const message = workbench.notification('it ran out of memory')
    await message.waitFor()
    await workbench.answer(message, 'Give It More Memory')
    await workbench.page.locator('.settings-editor', { hasText: 'Vm Arguments' }).waitFor()
  })
})

describe('a machine without a Java that serves', () => {
  const { held, test } = inWorkbench({
    extensions: [universal],
    settings: { 'edgelint.java.home': '/nowhere' },
  })

  test('is told what is needed and where it was looked for, with a button to the setting', async () => {
    const { workbench } = held
    const message = workbench.notification('edgelint needs Java 17 or newer')
    await message.waitFor({ timeout: 30_000 })
    await workbench.picture('no-java')

    assert.match(await message.innerText(), /edgelint\.java\.home: there is no \/nowhere\/bin\/java/)
    await workbench.answer(message, 'Open Setting')
    await workbench.page.locator('.settings-editor', { hasText: 'Java: Home' }).waitFor()
  })
})
