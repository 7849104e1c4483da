// npm run package: packs the extension with the server inside.
//
//   edgelint-VERSION.vsix             for every platform; runs with the Java of the machine
//   edgelint-PLATFORM-VERSION.vsix    with a Java runtime of its own, which a JDK is needed to link
//
// Options: --universal or --platform for one of the two; --jdk HOME for the JDK to link with (else
// JAVA_HOME, or the one that javac belongs to); --target linux-arm64 --jmods FOLDER to link for another
// platform from its jmods.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

const client = path.resolve(import.meta.dirname, '..')
const project = path.dirname(client)
const distribution = path.join(project, 'server', 'target', 'dist')
const stage = path.join(client, 'out', 'stage')

// What jdeps finds in the server and its libraries; a start of the linked runtime proves it.
const MODULES = ['java.base', 'java.logging', 'java.xml', 'java.sql', 'jdk.zipfs']

const { values: options } = parseArgs({
  options: {
    universal: { type: 'boolean', default: false },
    platform: { type: 'boolean', default: false },
    jdk: { type: 'string' },
    target: { type: 'string', default: `${process.platform}-${process.arch}` },
    jmods: { type: 'string' },
  },
})
const both = !options.universal && !options.platform
const { version } = JSON.parse(fs.readFileSync(path.join(client, 'package.json'), 'utf8'))

buildServer()
install(client)
install(path.join(client, 'packaging'))
run('npm', ['run', '--silent', 'build'], client)
fillStage()
if (both || options.universal) {
  pack()
}
if (both || options.platform) {
  const jdk = options.jdk ?? process.env.JAVA_HOME ?? homeOfJavac()
  if (jdk === undefined) {
    fail('A runtime can only be linked with a JDK: install one, or name it with --jdk.')
  }
  linkRuntime(jdk)
  pack(options.target)
}

function buildServer() {
  if (process.platform !== 'win32') {
    run(path.join(project, 'edgelint'), ['--version'], project) // which builds it when its sources changed
  } else if (!fs.existsSync(path.join(distribution, 'lib', 'edgelint-server.jar'))) {
    const goals = ['-pl', 'server', '-am', '-Dfast', '-Dmaven.test.skip', 'package']
    run('mvn', ['-B', '-q', '-ntp', ...goals], project)
  }
}

function install(folder) {
  const lock = path.join(folder, 'package-lock.json')
  const installed = path.join(folder, 'node_modules', '.package-lock.json')
  if (!fs.existsSync(installed) || fs.statSync(installed).mtimeMs < fs.statSync(lock).mtimeMs) {
    run('npm', ['ci', '--silent'], folder)
  }
}

/** All that goes into the extension, and nothing else: there is no list of exceptions to forget. */
function fillStage() {
  fs.rmSync(stage, { recursive: true, force: true })
  fs.mkdirSync(stage, { recursive: true })
  for (const name of fs.readFileSync(path.join(client, 'packaging', 'contents'), 'utf8').split('\n')) {
    if (name !== '') {
      fs.cpSync(path.join(client, name), path.join(stage, name), { recursive: true })
    }
  }
  fs.writeFileSync(path.join(stage, '.vscodeignore'), '**/*.map\n')
  fs.cpSync(path.join(distribution, 'lib'), path.join(stage, 'server', 'lib'), {
    recursive: true,
    filter: (file) => !file.endsWith('.jsa'),
  })
}

function linkRuntime(jdk) {
  const runtime = path.join(stage, 'runtime')
  const args = ['--add-modules', MODULES.join(), '--strip-debug', '--no-header-files', '--no-man-pages']
  if (options.jmods === undefined) {
    args.push('--generate-cds-archive')
  } else {
    args.push('--module-path', options.jmods)
  }
  run(path.join(jdk, 'bin', 'jlink'), [...args, '--output', runtime], client)
  // For heaps of more than 32 GB, which the server never has.
  fs.rmSync(path.join(runtime, 'lib', 'server', 'classes_nocoops.jsa'), { force: true })
  if (options.jmods === undefined) {
    const jar = path.join(stage, 'server', 'lib', 'edgelint-server.jar')
    run(path.join(runtime, 'bin', 'java'), ['-jar', jar, '--version'], client)
  }
}

function pack(target) {
  const file = path.join(client, 'out', `edgelint-${target === undefined ? '' : `${target}-`}${version}.vsix`)
  const vsce = path.join(client, 'packaging', 'node_modules', '@vscode', 'vsce', 'vsce')
  const platform = target === undefined ? [] : ['--target', target]
  run(process.execPath, [vsce, 'package', '--no-dependencies', ...platform, '--out', file], stage)
  console.log(`${path.relative(process.cwd(), file)}  ${(fs.statSync(file).size / 1e6).toFixed(1)} MB`)
}

function homeOfJavac() {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const javac = path.join(folder, process.platform === 'win32' ? 'javac.exe' : 'javac')
    if (fs.existsSync(javac)) {
      return path.dirname(path.dirname(fs.realpathSync(javac)))
    }
  }
  return undefined
}

function run(program, args, folder) {
  try {
    execFileSync(program, args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
  } catch (error) {
    fail(`${program} ${args.join(' ')}: ${error.message.split('\n')[0]}`)
  }
}

function fail(message) {
  console.error(`npm run package: ${message}`)
  process.exit(1)
}
