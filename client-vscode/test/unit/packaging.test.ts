import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import * as path from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from './folders'

// The script says what it needs before it builds anything.

const elsewhere = process.platform === 'win32' ? 'linux-x64' : 'win32-x64'

function refusal(...options: string[]): string {
  const script = path.join('packaging', 'package.mjs')
  const { status, stderr } = spawnSync(process.execPath, [script, '--platform', ...options], {
    encoding: 'utf8',
  })
  assert.equal(status, 1)
  return stderr.trim()
}

test('a platform that Java does not run on is refused with those that it runs on', () => {
  assert.match(refusal('--target', 'web'), /There is no Java for web; there is for .*darwin-arm64/)
})

test('another platform needs its modules', () => {
  const message = refusal('--target', elsewhere)

  assert.match(message, new RegExp(`Linking a runtime for ${elsewhere} on .* needs the modules of a JDK`))
  assert.match(message, /--jmods\.$/)
})

test('a folder without modules is named', (context) => {
  const folder = temporaryFolder(context)

  assert.match(refusal('--target', elsewhere, '--jmods', folder), /holds no modules of Java/)
})

test('a JDK that cannot link is named', () => {
  assert.match(refusal('--jdk', '/nowhere'), /\/nowhere has no jlink: name one with --jdk or JAVA_HOME/)
})
