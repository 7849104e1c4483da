import * as fs from 'node:fs'
import * as path from 'node:path'
import { bundledJava, findJava, OLDEST_JAVA, type Java, type Rejected } from './java'

/** A server that is not a program of its own, and the Java that runs it. */
export interface JavaServer {
  readonly java: string
  readonly version: string
  readonly jar: string
}

/** What to execute. */
export interface Launch {
  readonly command: string
  readonly args: readonly string[]
  /** Where to execute it; undefined when that does not matter. */
  readonly folder?: string
  /** For the log: where server and Java come from. */
  readonly origin: string
  /** The server that an archive can be made for, when it came without. */
  readonly server?: JavaServer
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
  /** The class data archive of a server, if it has one. */
  readonly archiveOf: (server: JavaServer) => string | undefined
}

const JAR = path.join('lib', 'edgelint-server.jar')

/** The class data archive of the jar beside it, made for the Java in the extension. */
const ARCHIVE = 'edgelint.jsa'

/** Where an extension that is run from its sources finds the server that Maven built. */
const BUILT_BESIDE = path.join('..', 'server', 'target', 'dist')

/**
 * Finds the server and, if it is not a program of its own, the Java for it. It does so at once where the
 * extension holds both: everything else waits for the server.
 */
export function findLaunch(
  settings: LaunchSettings,
  surroundings: Surroundings,
): Launch | NoLaunch | Promise<Launch | NoLaunch> {
  const { extension, environment, platform } = surroundings
  const server = findServer(settings.serverPath, extension)
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
  const launch = (java: Java, packed?: string): Launch =>
    launchWith(java, server, packed, settings, surroundings)
  const bundled = settings.javaHome === '' ? bundledJava(extension, platform) : undefined
  if (bundled !== undefined) {
    const archive = settings.serverPath === '' ? path.join(path.dirname(server), ARCHIVE) : ''
    return launch(bundled, firstFile([archive]))
  }
  return findJava({ setting: settings.javaHome, environment, platform }).then((search) =>
    search.found === undefined
      ? { setting: 'edgelint.java.home', problem: javaMissing(search.rejected) }
      : launch(search.found),
  )
}

function launchWith(
  { program, version }: Java,
  jar: string,
  packed: string | undefined,
  { vmArguments }: LaunchSettings,
  { archiveOf }: Surroundings,
): Launch {
  const server = { java: program, version, jar }
  return {
    command: program,
    args: javaArguments(jar, packed ?? archiveOf(server), vmArguments),
    // The packed archive names the jars by their paths from here.
    folder: path.dirname(jar),
    origin: `${jar} with ${program} (Java ${version})`,
    ...(packed === undefined ? { server } : {}),
  }
}

/** The program or the jar file of the server. */
function findServer(setting: string, extension: string): string | undefined {
  if (setting === '') {
    return firstFile([path.join(extension, 'server', JAR), path.join(extension, BUILT_BESIDE, JAR)])
  }
  return firstFile([setting, path.join(setting, JAR), path.join(setting, '..', JAR)])
}

function javaArguments(jar: string, archive: string | undefined, vmArguments: readonly string[]): string[] {
  return [
    // Naming an archive that is not there would cost the one that Java has of its own classes.
    ...(archive === undefined ? [] : [`-XX:SharedArchiveFile=${archive}`]),
    '-Xshare:auto',
    // What a Java says about itself must not reach standard output: that is the protocol.
    '-Xlog:disable',
    // Else the archive is mapped anywhere, and Java has to mend every pointer in it first.
    '-XX:+IgnoreUnrecognizedVMOptions',
    '-XX:+UnlockDiagnosticVMOptions',
    '-XX:ArchiveRelocationMode=0',
    '-XX:TieredStopAtLevel=1',
    // VS Code needs the processors for its own start: inlines little, and compiles nothing early but the server's own
    // code, which every keystroke runs, after an eighth of the usual calls.
    '-XX:C1MaxInlineSize=20',
    '-XX:CompileCommand=quiet',
    '-XX:CompileCommand=CompileThresholdScaling,io.github.edgelint.*::*,0.12',
    '-XX:+UseSerialGC',
    '-XX:-UsePerfData',
    // A quarter of the machine, which Java would take, is too much for a few files. The trees of a large file
    // must fit among the young objects: else every few keystrokes wait for all of the memory to be cleared up.
    '-Xms48m',
    '-XX:NewSize=32m',
    '-XX:SurvivorRatio=6',
    '-Xmx512m',
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

function firstFile(candidates: readonly string[]): string | undefined {
  return candidates.find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile())
}
