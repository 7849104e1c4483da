import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import * as path from 'node:path'

export const OLDEST_JAVA = 17

export interface Java {
  /** The full path of the program. */
  readonly program: string
  /** Its version as it names itself, for example 17.0.15. */
  readonly version: string
}

/** A place where Java was looked for in vain, and what is wrong there. */
export interface Rejected {
  readonly place: string
  readonly reason: string
}

export type JavaSearch =
  { readonly found: Java } | { readonly found: undefined; readonly rejected: readonly Rejected[] }

export interface JavaPlaces {
  /** The setting edgelint.java.home; when it is not empty, nothing else is tried. */
  readonly setting: string
  readonly environment: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
}

/** The runtime inside the extension, which is used unseen, being ours. */
export function bundledJava(extension: string, platform: NodeJS.Platform): Java | undefined {
  const program = programOf(path.join(extension, 'runtime'), platform)
  return existsSync(program) ? { program, version: 'in the extension' } : undefined
}

/** Looks for a Java on this machine that can run the server: setting, JAVA_HOME, PATH. */
export async function findJava(places: JavaPlaces): Promise<JavaSearch> {
  const inHome = (home: string): string => programOf(home, places.platform)

  if (places.setting !== '') {
    return firstUsable([{ place: 'The setting edgelint.java.home', program: inHome(places.setting) }])
  }

  const candidates: Candidate[] = []
  const home = places.environment.JAVA_HOME
  if (home !== undefined && home !== '') {
    candidates.push({ place: 'JAVA_HOME', program: inHome(home) })
  }
  for (const folder of pathOf(places)) {
    const program = path.join(folder, executable(places.platform))
    if (await isFile(program)) {
      candidates.push({ place: 'PATH', program })
    }
  }
  return firstUsable(candidates)
}

interface Candidate {
  readonly place: string
  readonly program: string
}

async function firstUsable(candidates: readonly Candidate[]): Promise<JavaSearch> {
  const rejected: Rejected[] = []
  for (const { place, program } of candidates) {
    if (!(await isFile(program))) {
      rejected.push({ place, reason: `there is no ${program}` })
      continue
    }
    const version = (await versionOnDisk(program)) ?? (await versionByAsking(program))
    if (version === undefined) {
      rejected.push({ place, reason: `${program} does not run` })
    } else if (majorOf(version) < OLDEST_JAVA) {
      rejected.push({ place, reason: `${program} is Java ${version}` })
    } else {
      return { found: { program, version } }
    }
  }
  return { found: undefined, rejected }
}

/** The feature number of a Java version: 17 of "17.0.15", 8 of "1.8.0_402". */
export function majorOf(version: string): number {
  const [first, second] = version.split(/[._+-]/)
  return Number(first === '1' ? second : first)
}

/** The file "release" of a Java says its version; reading it is far cheaper than starting a machine. */
async function versionOnDisk(program: string): Promise<string | undefined> {
  try {
    const home = path.dirname(path.dirname(await fs.realpath(program)))
    const release = await fs.readFile(path.join(home, 'release'), 'utf8')
    return /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1]
  } catch {
    return undefined
  }
}

function versionByAsking(program: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, ['-version'], { timeout: 10_000 }, (error, _stdout, stderr) => {
      resolve(error === null ? /version "([^"]+)"/.exec(stderr)?.[1] : undefined)
    })
  })
}

function programOf(home: string, platform: NodeJS.Platform): string {
  return path.join(home, 'bin', executable(platform))
}

function executable(platform: NodeJS.Platform): string {
  return platform === 'win32' ? 'java.exe' : 'java'
}

function pathOf(places: JavaPlaces): string[] {
  const separator = places.platform === 'win32' ? ';' : ':'
  const value = places.environment.PATH ?? places.environment.Path ?? ''
  return value.split(separator).filter((folder) => folder !== '')
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await fs.stat(file)).isFile()
  } catch {
    return false
  }
}
