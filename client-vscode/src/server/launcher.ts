import * as vscode from 'vscode'
import { ClassArchive } from './archive'
import { findLaunch, type JavaServer, type LaunchSettings, type NoLaunch } from './launch'
import { delay, ServerProcess } from './process'

/** After the start, when the first findings are there and the machine has time. */
const IDLE_MS = 5_000

/**
 * Starts the process of the server as the settings say, and says to the person when it cannot. It knows
 * nothing of the protocol: at the start of a window the process starts before the code for that is loaded.
 */
export class Launcher implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel('edgelint', { log: true })
  private readonly archive: ClassArchive

  /**
   * @param extension the folder of the extension
   * @param storage a folder for what is worth keeping between starts
   */
  constructor(
    private readonly extension: vscode.Uri,
    storage: vscode.Uri,
  ) {
    this.archive = new ClassArchive(storage.fsPath)
  }

  /** Starts the server; undefined when it cannot, which is then said to the person. */
  async launch(): Promise<ServerProcess | undefined> {
    const found = findLaunch(settings(), {
      extension: this.extension.fsPath,
      environment: process.env,
      platform: process.platform,
      archiveOf: (server) => this.archive.find(server),
    })
    const launch = found instanceof Promise ? await found : found
    if ('problem' in launch) {
      void this.sayCannotLaunch(launch)
      return undefined
    }
    const starting = ServerProcess.start(launch)
    this.log.info(`Starting ${launch.origin}`)
    try {
      const server = await starting
      if (launch.server !== undefined) {
        void this.prepareNextStart(launch.server, server)
      }
      return server
    } catch (error) {
      const problem = `${launch.command} cannot be executed: ${messageOf(error)}`
      void this.sayCannotLaunch({ problem, setting: 'edgelint.server.path' })
      return undefined
    }
  }

  dispose(): void {
    this.log.dispose()
  }

  private async prepareNextStart(server: JavaServer, running: ServerProcess): Promise<void> {
    await delay(IDLE_MS)
    try {
      if (running.isRunning && !(await this.archive.make(server))) {
        this.log.debug('This Java makes no class data archive; starts stay slower.')
      }
    } catch (error) {
      this.log.debug(`No class data archive: ${messageOf(error)}`)
    }
  }

  private async sayCannotLaunch({ problem, setting }: NoLaunch): Promise<void> {
    this.log.error(problem)
    const open = 'Open Setting'
    const retry = 'Try Again'
    const choice = await vscode.window.showErrorMessage(problem, open, retry)
    if (choice === open) {
      await openSetting(setting)
    } else if (choice === retry) {
      await vscode.commands.executeCommand('edgelint.restart')
    }
  }
}

function settings(): LaunchSettings {
  const configuration = vscode.workspace.getConfiguration('edgelint')
  return {
    serverPath: configuration.get('server.path', '').trim(),
    javaHome: configuration.get('java.home', '').trim(),
    vmArguments: configuration.get<string[]>('java.vmArguments', []),
  }
}

/** Shows a setting of the machine, which is the remote one if this window works on another. */
export async function openSetting(query: string): Promise<void> {
  const remote = vscode.env.remoteName !== undefined
  const command = `workbench.action.open${remote ? 'Remote' : ''}Settings`
  await vscode.commands.executeCommand(command, { query })
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
