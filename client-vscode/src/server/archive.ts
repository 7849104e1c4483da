import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import * as os from 'node:os'
import * as path from 'node:path'
import type { JavaServer } from './launch'

const SUFFIX = '.jsa'
const LONGEST_MS = 60_000
const LOW_PRIORITY = 10

/**
 * The class data archive of a server: its classes laid out ready for use, which halves the time of a start.
 * An archive serves one Java and one jar in the place where they are, so where the extension does not bring both,
 * with an archive, it is made on the machine itself, in the background of the first start.
 */
export class ClassArchive {
  /** @param folder where archives are kept; it may not exist yet */
  constructor(private readonly folder: string) {}

  /** The file of the archive for this server; undefined when there is none yet. */
  find(server: JavaServer): string | undefined {
    const file = this.fileFor(server)
    return existsSync(file) ? file : undefined
  }

  /** Makes the archive if there is none, and removes those of former versions; whether there is one now. */
  async make(server: JavaServer): Promise<boolean> {
    const file = this.fileFor(server)
    const classes = path.join(path.dirname(server.jar), 'edgelint.classes')
    if (existsSync(file) || !existsSync(classes)) {
      return existsSync(file)
    }
    await fs.mkdir(this.folder, { recursive: true })
    const written = `${file}.${process.pid}`
    await run(server.java, [
      '-Xshare:dump',
      '-Xlog:disable',
      '-XX:+UseSerialGC',
      `-XX:SharedClassListFile=${classes}`,
      `-XX:SharedArchiveFile=${written}`,
      '-jar',
      server.jar,
    ])
    if (!existsSync(written)) {
      return false
    }
    for (const other of await fs.readdir(this.folder)) {
      if (other.endsWith(SUFFIX)) {
        await fs.rm(path.join(this.folder, other), { force: true })
      }
    }
    await fs.rename(written, file)
    return true
  }

  private fileFor({ java, version, jar }: JavaServer): string {
    const { size, mtimeMs } = statSync(jar)
    const identity = JSON.stringify([java, version, jar, size, mtimeMs])
    const name = createHash('sha256').update(identity).digest('hex').slice(0, 16)
    return path.join(this.folder, `${name}${SUFFIX}`)
  }
}

/** Runs a program to its end, behind everything else that the machine does. */
function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: LONGEST_MS, windowsHide: true })
    child.once('error', () => {
      resolve()
    })
    child.once('close', () => {
      resolve()
    })
    try {
      os.setPriority(child.pid ?? 0, LOW_PRIORITY)
    } catch {
      // Then at the same priority.
    }
  })
}
