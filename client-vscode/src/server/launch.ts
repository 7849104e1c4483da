import * as fs from 'node:fs/promises'
import * as path from 'node:path'
import { findJava, OLDEST_JAVA, type Rejected } from './java'

/** What to execute. */
export interface Launch {
  readonly command: string
  readonly args: readonly string[]
  /** For the log: where server and Java come from. */
  readonly origin: string
}

/** Why nothing can be executed, and which setting mends it. */
export interface NoLaunch {
  readonly problem: string
  readonly setting: 'edgelint.server.path' | 'edgelint.java.home'
}

export interface LaunchSettings {
  readonly serverPath: string
  readonly javaHome: string
  readonly vmArguments: readonly string[]
}

export interface Surroundings {
  /** The folder of the extension. */
  readonly extension: string
  readonly environment: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
}

const JAR = path.join('lib', 'edgelint-server.jar')

/** Where an extension that is run from its sources finds the server that Maven built. */
const BUILT_BESIDE = path.join('..', 'server', 'target', 'dist')

/** Finds the server and, if it is not a program of its own, the Java for it. */
export async function findLaunch(
  settings: LaunchSettings,
  surroundings: Surroundings,
): Promise<Launch | NoLaunch> {
  const server = await findServer(settings.serverPath, surroundings.extension)
  if (server === undefined) {
    return {
      setting: 'edgelint.server.path',
      problem:
        settings.serverPath === ''
          ? 'This edgelint extension holds no server.'
          : `There is no edgelint server at ${settings.serverPath}.`,
    }
  }
  if (!server.endsWith('.jar')) {
    return { command: server, args: ['serve'], origin: `${server}, as set` }
  }
  const search = await findJava({
    bundled: path.join(surroundings.extension, 'runtime'),
    setting: settings.javaHome,
    environment: surroundings.environment,
    platform: surroundings.platform,
  })
  if (search.found === undefined) {
    return { setting: 'edgelint.java.home', problem: javaMissing(search.rejected) }
  }
  const { program, version } = search.found
  return {
    command: program,
    args: javaArguments(server, settings.vmArguments),
    origin: `${server} with ${program} (Java ${version})`,
  }
}

/** The program or the jar file of the server. */
async function findServer(setting: string, extension: string): Promise<string | undefined> {
  if (setting === '') {
    return firstFile([path.join(extension, 'server', JAR), path.join(extension, BUILT_BESIDE, JAR)])
  }
  return firstFile([setting, path.join(setting, JAR), path.join(setting, '..', JAR)])
}

function javaArguments(jar: string, vmArguments: readonly string[]): string[] {
  return [
    // Classes laid out ready for use. A Java that cannot use them must not say so: standard output is
    // the protocol.
    `-XX:SharedArchiveFile=${path.join(path.dirname(jar), 'edgelint.jsa')}`,
    '-Xshare:auto',
    '-Xlog:disable',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-XX:-UsePerfData',
    '-XX:+ExitOnOutOfMemoryError',
    ...vmArguments,
    '-jar',
    jar,
    'serve',
  ]
}

function javaMissing(rejected: readonly Rejected[]): string {
  const need = `edgelint needs Java ${OLDEST_JAVA} or newer`
  if (rejected.length === 0) {
    return `${need}, and neither JAVA_HOME nor PATH leads to any.`
  }
  return `${need}. ${rejected.map(({ place, reason }) => `${place}: ${reason}.`).join(' ')}`
}

async function firstFile(candidates: readonly string[]): Promise<string | undefined> {
  for (const file of candidates) {
    try {
      if ((await fs.stat(file)).isFile()) {
        return file
      }
    } catch {
      // Not this one.
    }
  }
  return undefined
}
