import assert from 'node:assert/strict'
import * as path from 'node:path'
import { test, type TestContext } from 'node:test'
import { findLaunch, type LaunchSettings } from '../../src/server/launch'
import { temporaryFolder, write } from './folders'

const SETTINGS: LaunchSettings = { serverPath: '', javaHome: '', vmArguments: [] }

/** An installed extension, with a server and a runtime inside. */
function extensionWithServer(t: TestContext): { extension: string; jar: string; java: string } {
  const extension = temporaryFolder(t)
  write(path.join(extension, 'runtime', 'release'), 'JAVA_VERSION="25"\n')
  return {
    extension,
    jar: write(path.join(extension, 'server', 'lib', 'edgelint-server.jar')),
    java: write(path.join(extension, 'runtime', 'bin', 'java'), '', 0o755),
  }
}

const find = (
  settings: Partial<LaunchSettings>,
  extension: string,
  environment = {},
  archiveOf: () => string | undefined = () => undefined,
) => findLaunch({ ...SETTINGS, ...settings }, { extension, environment, platform: 'linux', archiveOf })

test('runs the server of the extension with the runtime of the extension', async (t) => {
  const { extension, jar, java } = extensionWithServer(t)
  const launch = await find({}, extension)

  assert.ok('command' in launch)
  assert.equal(launch.command, java)
  assert.deepEqual(launch.args.slice(-3), ['-jar', jar, 'serve'])
})

test('does so at once, since everything else waits for it', (t) => {
  const { extension } = extensionWithServer(t)

  assert.ok(!(find({}, extension) instanceof Promise))
})

test('takes the Java in the extension before that of the system', async (t) => {
  const { extension, java } = extensionWithServer(t)
  const home = temporaryFolder(t)
  write(path.join(home, 'bin', 'java'), '', 0o755)
  write(path.join(home, 'release'), 'JAVA_VERSION="21"\n')
  const launch = await find({}, extension, { JAVA_HOME: home })

  assert.ok('command' in launch)
  assert.equal(launch.command, java)
})

test('takes the Java that is set before the one in the extension', async (t) => {
  const { extension } = extensionWithServer(t)
  const home = temporaryFolder(t)
  const java = write(path.join(home, 'bin', 'java'), '', 0o755)
  write(path.join(home, 'release'), 'JAVA_VERSION="21"\n')
  const launch = await find({ javaHome: home }, extension)

  assert.ok('command' in launch)
  assert.equal(launch.command, java)
})

test('uses the class data archive of the server when there is one', async (t) => {
  const { extension } = extensionWithServer(t)
  const launch = await find({}, extension, {}, () => '/storage/x.jsa')

  assert.ok('args' in launch)
  assert.ok(launch.args.includes('-XX:SharedArchiveFile=/storage/x.jsa'))
})

test('uses the archive that came with the extension, and runs where its paths hold', async (t) => {
  const { extension, jar } = extensionWithServer(t)
  const lib = path.dirname(jar)
  const archive = write(path.join(lib, 'edgelint.jsa'))
  const launch = await find({}, extension, {}, () => '/storage/x.jsa')

  assert.ok('args' in launch)
  assert.ok(launch.args.includes(`-XX:SharedArchiveFile=${archive}`))
  assert.equal(launch.folder, lib)
  assert.equal(launch.server, undefined, 'needs no other archive')
})

test('leaves that archive alone when another Java or another server is set', async (t) => {
  const { extension, jar } = extensionWithServer(t)
  write(path.join(path.dirname(jar), 'edgelint.jsa'))
  const home = temporaryFolder(t)
  write(path.join(home, 'bin', 'java'), '', 0o755)
  write(path.join(home, 'release'), 'JAVA_VERSION="17"\n')
  const serverPath = write(path.join(temporaryFolder(t), 'lib', 'edgelint-server.jar'))
  write(path.join(path.dirname(serverPath), 'edgelint.jsa'))

  for (const setting of [{ javaHome: home }, { serverPath }]) {
    const launch = await find(setting, extension)
    assert.ok('args' in launch)
    assert.ok(!launch.args.some((arg) => arg.includes('SharedArchiveFile')))
    assert.notEqual(launch.server, undefined, 'gets an archive of its own')
  }
})

test('names no archive that is not there', async (t) => {
  const { extension } = extensionWithServer(t)
  const launch = await find({}, extension)

  assert.ok('args' in launch)
  assert.ok(!launch.args.some((arg) => arg.includes('SharedArchiveFile')))
})

test('lets the arguments of a person win over its own', async (t) => {
  const { extension } = extensionWithServer(t)
  const launch = await find({ vmArguments: ['-Xmx1g'] }, extension)

  assert.ok('args' in launch)
  assert.equal(launch.args.at(-4), '-Xmx1g')
})

test('finds the server that Maven built when it runs from its sources', async (t) => {
  const project = temporaryFolder(t)
  const extension = path.join(project, 'client-vscode')
  const jar = write(path.join(project, 'server', 'target', 'dist', 'lib', 'edgelint-server.jar'))
  write(path.join(extension, 'runtime', 'bin', 'java'))
  write(path.join(extension, 'runtime', 'release'), 'JAVA_VERSION="17"')
  const launch = await find({}, extension)

  assert.ok('args' in launch)
  assert.equal(launch.args.at(-2), jar)
})

for (const [form, set] of [
  ['jar', 'lib/edgelint-server.jar'],
  ['folder', '.'],
  ['lib folder', 'lib'],
] as const) {
  test(`takes the setting as a ${form}`, async (t) => {
    const { extension } = extensionWithServer(t)
    const other = temporaryFolder(t)
    const jar = write(path.join(other, 'lib', 'edgelint-server.jar'))
    const launch = await find({ serverPath: path.join(other, set) }, extension)

    assert.ok('args' in launch)
    assert.equal(launch.args.at(-2), jar)
  })
}

test('runs a program that is set as it is, without Java', async (t) => {
  const program = write(path.join(temporaryFolder(t), 'edgelint'), '', 0o755)
  const launch = await find({ serverPath: program }, '/nowhere')

  assert.ok('command' in launch)
  assert.deepEqual([launch.command, launch.args], [program, ['serve']])
})

test('points to the setting when there is no server where it leads', async (t) => {
  const { extension } = extensionWithServer(t)
  const launch = await find({ serverPath: '/nowhere/edgelint' }, extension)

  assert.deepEqual(launch, {
    setting: 'edgelint.server.path',
    problem: 'There is no edgelint server at /nowhere/edgelint.',
  })
})

test('says what is needed, where it looked and what is wrong there when no Java serves', async (t) => {
  const extension = temporaryFolder(t)
  write(path.join(extension, 'server', 'lib', 'edgelint-server.jar'))
  const launch = await find({}, extension, { JAVA_HOME: '/nowhere' })

  assert.deepEqual(launch, {
    setting: 'edgelint.java.home',
    problem: 'edgelint needs Java 17 or newer. JAVA_HOME: there is no /nowhere/bin/java.',
  })
})

test('says so when there is no trace of Java', async (t) => {
  const extension = temporaryFolder(t)
  write(path.join(extension, 'server', 'lib', 'edgelint-server.jar'))
  const launch = await find({}, extension)

  assert.ok('problem' in launch)
  assert.equal(
    launch.problem,
    'edgelint needs Java 17 or newer, and neither JAVA_HOME nor PATH leads to any.',
  )
})
