// npm run package: packs the extension with the server inside.
//
//   edgelint-VERSION.vsix             for every platform; runs with the Java of the machine
//   edgelint-PLATFORM-VERSION.vsix    with a Java runtime of its own, which a JDK is needed to link
//
// Options: --universal or --platform for one of the two; --jdk HOME for the JDK to link with (else
// JAVA_HOME, or the one that javac belongs to); --target linux-arm64 --jmods FOLDER to link for another
// platform from the folder "jmods" of a JDK for it, of the same version as the one that links.
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

/** The platforms that VS Code tells apart and Java runs on, each with Java's name for it. */
const PLATFORMS = {
  'linux-x64': 'linux-amd64',
  'linux-arm64': 'linux-aarch64',
  'darwin-x64': 'macos-amd64',
  'darwin-arm64': 'macos-aarch64',
  'win32-x64': 'windows-amd64',
  'win32-arm64': 'windows-aarch64',
}
const HERE = `${process.platform}-${process.arch}`

const { values: options } = parseArgs({
  options: {
    universal: { type: 'boolean', default: false },
    platform: { type: 'boolean', default: false },
    jdk: { type: 'string' },
    target: { type: 'string', default: HERE },
    jmods: { type: 'string' },
  },
})
const both = !options.universal && !options.platform
const { version } = JSON.parse(fs.readFileSync(path.join(client, 'package.json'), 'utf8'))

const jdk = both || options.platform ? findJdk() : undefined
buildServer()
install(client)
install(path.join(client, 'packaging'))
run('npm', ['run', '--silent', 'build'], client)
fillStage()
if (both || options.universal) {
  pack()
}
if (jdk !== undefined) {
  linkRuntime(jdk)
  pack(options.target)
}

/** The JDK that links the runtime, once it is certain that it can. */
function findJdk() {
  const jdk = options.jdk ?? process.env.JAVA_HOME ?? homeOfJavac()
  if (jdk === undefined || !fs.existsSync(inJdk(jdk, 'jlink'))) {
    const found = jdk === undefined ? 'none is on PATH' : `${jdk} has no jlink`
    fail(`A runtime can only be linked with a JDK, and ${found}: name one with --jdk or JAVA_HOME.`)
  }
  const { target, jmods } = options
  if (PLATFORMS[target] === undefined) {
    fail(`There is no Java for ${target}; there is for ${Object.keys(PLATFORMS).join(', ')}.`)
  }
  if (jmods === undefined && target !== HERE) {
    const need = `Linking a runtime for ${target} on ${HERE} needs the modules of a JDK for ${target}`
    fail(`${need}: unpack one of the version of ${jdk} and name its folder "jmods" with --jmods.`)
  }
  if (jmods !== undefined) {
    const platform = platformOf(jdk, jmods)
    if (platform !== PLATFORMS[target]) {
      fail(`The modules in ${jmods} are for ${platform}; ${target} needs those for ${PLATFORMS[target]}.`)
    }
  }
  return jdk
}

/** Java's name for the platform of a folder of modules. */
function platformOf(jdk, jmods) {
  const base = path.join(jmods, 'java.base.jmod')
  if (!fs.existsSync(base)) {
    fail(`${jmods} holds no modules of Java: there is no java.base.jmod.`)
  }
  const text = execFileSync(inJdk(jdk, 'jmod'), ['describe', base], { encoding: 'utf8' })
  return /^platform (\S+)/m.exec(text)?.[1] ?? 'no platform'
}

function inJdk(jdk, tool) {
  return path.join(jdk, 'bin', process.platform === 'win32' ? `${tool}.exe` : tool)
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
  if (options.jmods !== undefined) {
    args.push('--module-path', options.jmods)
  }
  run(inJdk(jdk, 'jlink'), [...args, '--output', runtime], client)
  if (options.jmods === undefined) {
    archiveClasses(path.join(runtime, 'bin', 'java'))
  }
}

/**
 * Lets the runtime lay out its classes and those of the server, so that the first start is as quick as all others.
 * An archive serves the same jars only: Java compares their sizes, their paths, which are relative to where the
 * server runs, and when they changed, which nobody knows of an unpacked extension; but a time of 0 says nothing.
 */
function archiveClasses(java) {
  const lib = path.join(stage, 'server', 'lib')
  const jars = fs.readdirSync(lib).filter((file) => file.endsWith('.jar'))
  const changed = (time) => jars.forEach((jar) => fs.utimesSync(path.join(lib, jar), time, time))
  const archive = '-XX:SharedArchiveFile=edgelint.jsa'
  const dump = [
    '-Xshare:dump',
    '-Xlog:disable',
    '-XX:+UseSerialGC',
    '-XX:SharedClassListFile=edgelint.classes',
  ]
  changed(0)
  run(java, [...dump, archive, '-jar', 'edgelint-server.jar'], lib)
  changed(new Date())
  // Fails where the archive cannot be used, as it would in silence when the server starts.
  run(java, ['-Xshare:on', archive, '-jar', path.join(lib, 'edgelint-server.jar'), '--version'], lib)
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
