import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import type { Ending } from './failure'
import type { Launch } from './launch'

const KEPT_OF_ERRORS = 8_000
const END_WAITS_MS = 3_000

/** A running server: a child process with pipes, whose end is remembered. */
export class ServerProcess {
  private lastWords = ''
  private readonly ended: Promise<Ending>

  private constructor(readonly child: ChildProcessWithoutNullStreams) {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-KEPT_OF_ERRORS)
    })
    this.ended = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        resolve({ code, signal, lastWords: this.lastWords })
      })
    })
  }

  /** Starts the server; rejects when the program cannot be executed. */
  static start({ command, args, folder }: Launch): Promise<ServerProcess> {
    const child = spawn(command, args, { cwd: folder, stdio: 'pipe', windowsHide: true })
    // Writing to a server that has just ended fails; its end is what counts.
    child.stdin.on('error', () => undefined)
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('spawn', () => {
        resolve(new ServerProcess(child))
      })
    })
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null
  }

  /** How the process ended; undefined when it still runs after a moment, though its pipes are closed. */
  async ending(): Promise<Ending | undefined> {
    return Promise.race([this.ended, delay(END_WAITS_MS)])
  }

  /** Ends the process in any case. */
  kill(): void {
    this.child.kill('SIGKILL')
  }
}

export function delay(ms: number): Promise<undefined> {
  return new Promise((resolve) =>
    setTimeout(() => {
      resolve(undefined)
    }, ms).unref(),
  )
}
