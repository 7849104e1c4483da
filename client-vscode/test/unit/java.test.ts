import assert from 'node:assert/strict'
import * as path from 'node:path'
import { test } from 'node:test'
import { findJava, majorOf } from '../../src/server/java'
import { temporaryFolder, write } from './folders'

const PLACES = { setting: '', environment: {}, platform: 'linux' } as const

/** A folder that looks like a Java of this version; the program itself would not run. */
function javaHome(folder: string, version: string): string {
  write(path.join(folder, 'bin', 'java'), '', 0o755)
  write(path.join(folder, 'release'), `IMPLEMENTOR="Someone"\nJAVA_VERSION="${version}"\n`)
  return folder
}

test('reads the feature number of old and new version names', () => {
  assert.deepEqual(['1.8.0_402', '9', '17.0.15', '21-ea', '25.0.3+9'].map(majorOf), [8, 9, 17, 21, 25])
})

test('prefers the setting to everything else', async (t) => {
  const folder = temporaryFolder(t)
  const set = javaHome(path.join(folder, 'set'), '21')
  const search = await findJava({
    ...PLACES,
    setting: set,
    environment: { JAVA_HOME: javaHome(path.join(folder, 'home'), '17') },
  })

  assert.deepEqual(search.found, { program: path.join(set, 'bin', 'java'), version: '21' })
})

test('reports a wrong setting rather than taking another Java in silence', async (t) => {
  const folder = temporaryFolder(t)
  const search = await findJava({
    ...PLACES,
    setting: path.join(folder, 'gone'),
    environment: { JAVA_HOME: javaHome(path.join(folder, 'home'), '17') },
  })

  assert.equal(search.found, undefined)
  assert.deepEqual(
    search.rejected.map(({ place }) => place),
    ['The setting edgelint.java.home'],
  )
})

test('goes on to PATH when JAVA_HOME is too old', async (t) => {
  const folder = temporaryFolder(t)
  const old = javaHome(path.join(folder, 'old'), '11.0.2')
  const recent = javaHome(path.join(folder, 'recent'), '17.0.15')
  const search = await findJava({
    ...PLACES,
    environment: { JAVA_HOME: old, PATH: `/nowhere:${path.join(recent, 'bin')}` },
  })

  assert.equal(search.found?.version, '17.0.15')
})

test('says of each Java why it does not serve', async (t) => {
  const old = javaHome(temporaryFolder(t), '1.8.0_402')
  const search = await findJava({ ...PLACES, environment: { JAVA_HOME: old } })

  assert.equal(search.found, undefined)
  assert.deepEqual(search.rejected, [
    { place: 'JAVA_HOME', reason: `${path.join(old, 'bin', 'java')} is Java 1.8.0_402` },
  ])
})

test('asks a Java without a release file for its version', async (t) => {
  const home = temporaryFolder(t)
  write(path.join(home, 'bin', 'java'), '#!/bin/sh\necho \'openjdk version "21.0.1"\' >&2\n', 0o755)
  const search = await findJava({ ...PLACES, environment: { JAVA_HOME: home } })

  assert.equal(search.found?.version, '21.0.1')
})

test('passes over a Java that does not run', async (t) => {
  const home = temporaryFolder(t)
  write(path.join(home, 'bin', 'java'), '#!/bin/sh\nexit 1\n', 0o755)
  const search = await findJava({ ...PLACES, environment: { JAVA_HOME: home } })

  assert.equal(search.found, undefined)
  assert.match(search.rejected[0]?.reason ?? '', /does not run$/)
})
