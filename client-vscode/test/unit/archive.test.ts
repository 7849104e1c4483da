import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test, type TestContext } from 'node:test'
import { ClassArchive } from '../../src/server/archive'
import type { JavaServer } from '../../src/server/launch'
import { temporaryFolder, write } from './folders'

/** A Java that writes "made" to the archive it is told to make. */
const MAKES = `#!/bin/sh
for argument; do
  case $argument in -XX:SharedArchiveFile=*) echo made > "\${argument#*=}" ;; esac
done
`

interface Setup {
  readonly server: JavaServer
  readonly archive: ClassArchive
  readonly storage: string
}

function setup(t: TestContext, script = MAKES): Setup {
  const folder = temporaryFolder(t)
  const jar = write(path.join(folder, 'lib', 'edgelint-server.jar'), 'jar')
  write(path.join(folder, 'lib', 'edgelint.classes'), 'java/lang/Object\n')
  const java = write(path.join(folder, 'bin', 'java'), script, 0o755)
  const storage = path.join(folder, 'storage')
  return { server: { java, version: '17', jar }, archive: new ClassArchive(storage), storage }
}

test('has no archive before one was made', (t) => {
  const { archive, server } = setup(t)

  assert.equal(archive.find(server), undefined)
})

test('finds the archive that it made', async (t) => {
  const { archive, server } = setup(t)

  assert.equal(await archive.make(server), true)
  assert.equal(fs.readFileSync(archive.find(server) ?? '', 'utf8'), 'made\n')
})

test('does not use an archive for another jar in the same place', async (t) => {
  const { archive, server } = setup(t)
  await archive.make(server)
  fs.writeFileSync(server.jar, 'a newer jar')

  assert.equal(archive.find(server), undefined)
})

test('does not use an archive for another Java in the same place', async (t) => {
  const { archive, server } = setup(t)
  await archive.make(server)

  assert.equal(archive.find({ ...server, version: '21' }), undefined)
})

test('keeps one archive only', async (t) => {
  const { archive, server, storage } = setup(t)
  await archive.make(server)
  await archive.make({ ...server, version: '21' })

  assert.equal(fs.readdirSync(storage).length, 1)
})

test('leaves nothing behind when Java makes no archive', async (t) => {
  const { archive, server, storage } = setup(t, '#!/bin/sh\nexit 1\n')

  assert.equal(await archive.make(server), false)
  assert.deepEqual(fs.readdirSync(storage), [])
})

test('makes none for a server that does not list its classes', async (t) => {
  const { archive, server } = setup(t)
  fs.rmSync(path.join(path.dirname(server.jar), 'edgelint.classes'))

  assert.equal(await archive.make(server), false)
})
