import * as vscode from 'vscode'
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  type CloseHandlerResult,
  type LanguageClientOptions,
  type Middleware,
  type NotificationHandler0,
  type NotificationType0,
  type RequestParam,
  type RequestType,
} from 'vscode-languageclient/node'
import { documentSelector } from '../documents'
import { describeEnding, ranOutOfMemory } from './failure'
import { ClassArchive } from './archive'
import { findLaunch, type JavaServer, type LaunchSettings, type NoLaunch } from './launch'
import { delay, ServerProcess } from './process'
import { Restarts } from './restarts'

/** After the start, when the first findings are there and the machine has time. */
const IDLE_MS = 5_000

export type SessionState = 'starting' | 'running' | 'stopped'

/**
 * The connection to one server: starts it, starts it again when it breaks, gives it up when that
 * does not help, and says so once.
 */
export class Session implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel('edgelint', { log: true })
  private readonly stateChanged = new vscode.EventEmitter<SessionState>()
  readonly onDidChangeState = this.stateChanged.event
  private readonly restarts = new Restarts()
  private readonly handlers: ((client: LanguageClient) => vscode.Disposable)[] = []
  private client: LanguageClient | undefined
  private server: ServerProcess | undefined
  private current: SessionState = 'stopped'
  /** Starts and stops follow each other; they never overlap. */
  private queue: Promise<void> = Promise.resolve()

  private readonly archive: ClassArchive

  /**
   * @param extension the folder of the extension
   * @param storage a folder for what is worth keeping between starts
   */
  constructor(
    private readonly extension: vscode.Uri,
    storage: vscode.Uri,
    private readonly middleware: Middleware,
  ) {
    this.archive = new ClassArchive(storage.fsPath)
  }

  get state(): SessionState {
    return this.current
  }

  /** Ends the server if there is one and starts it, with settings read anew. */
  restart(): Promise<void> {
    this.queue = this.queue.then(async () => {
      await this.end()
      this.restarts.forget()
      await this.begin()
    })
    return this.queue
  }

  /**
   * Asks the server, once it has started; undefined without one, or when it cannot answer, which is then
   * in the log.
   */
  async request<P, R>(
    type: RequestType<P, R, void>,
    params: P,
    token?: vscode.CancellationToken,
  ): Promise<R | undefined> {
    await this.queue
    if (this.client === undefined || this.current !== 'running') {
      return undefined
    }
    try {
      return await this.client.sendRequest(type, params as RequestParam<P>, token)
    } catch (error) {
      if (token?.isCancellationRequested !== true) {
        this.log.warn(`${type.method}: ${messageOf(error)}`)
      }
      return undefined
    }
  }

  /** Hears a notification of the server, also of one that is started later. */
  onNotification(type: NotificationType0, handler: NotificationHandler0): void {
    this.handlers.push((client) => client.onNotification(type, handler))
  }

  /** The converter between the protocol's types and those of VS Code. */
  get converter(): LanguageClient['protocol2CodeConverter'] | undefined {
    return this.client?.protocol2CodeConverter
  }

  async stop(): Promise<void> {
    this.queue = this.queue.then(() => this.end())
    await this.queue
  }

  dispose(): void {
    this.server?.kill()
    this.stateChanged.dispose()
    this.log.dispose()
  }

  private async begin(): Promise<void> {
    this.become('starting')
    const client = new QuietClient('edgelint', 'edgelint', () => this.launch(), this.options())
    for (const handler of this.handlers) {
      handler(client)
    }
    this.client = client
    try {
      await client.start()
      this.become('running')
    } catch (error) {
      this.become('stopped')
      if (!(error instanceof CannotLaunch)) {
        this.log.error(messageOf(error))
      }
    }
  }

  private async end(): Promise<void> {
    const client = this.client
    this.client = undefined
    try {
      await client?.dispose()
    } catch (error) {
      this.log.debug(`The server did not shut down as asked: ${messageOf(error)}`)
    }
    this.server?.kill()
    this.server = undefined
    this.become('stopped')
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: documentSelector(),
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticCollectionName: 'edgelint',
      initializationOptions: {
        settings: vscode.workspace.getConfiguration('edgelint'),
        checklist: true,
      },
      initializationFailedHandler: () => false,
      middleware: this.middleware,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.closed(),
      },
    }
  }

  private async launch(): Promise<ServerProcess['child']> {
    const launch = await findLaunch(settings(), {
      extension: this.extension.fsPath,
      environment: process.env,
      platform: process.platform,
      archiveOf: (server) => this.archive.find(server),
    })
    if ('problem' in launch) {
      void this.sayCannotLaunch(launch)
      throw new CannotLaunch(launch.problem)
    }
    this.log.info(`Starting ${launch.origin}`)
    try {
      this.server = await ServerProcess.start(launch, firstFolder())
    } catch (error) {
      const problem = `${launch.command} cannot be executed: ${messageOf(error)}`
      void this.sayCannotLaunch({ problem, setting: 'edgelint.server.path' })
      throw new CannotLaunch(problem)
    }
    if (launch.server !== undefined) {
      void this.prepareNextStart(launch.server)
    }
    return this.server.child
  }

  private async prepareNextStart(server: JavaServer): Promise<void> {
    await delay(IDLE_MS)
    try {
      if (this.current === 'running' && !(await this.archive.make(server))) {
        this.log.debug('This Java makes no class data archive; starts stay slower.')
      }
    } catch (error) {
      this.log.debug(`No class data archive: ${messageOf(error)}`)
    }
  }

  /** The server left unasked. */
  private async closed(): Promise<CloseHandlerResult> {
    const ending = await this.server?.ending()
    this.server?.kill()
    const reason = describeEnding(ending)
    const wait = this.restarts.next()
    if (wait === undefined) {
      this.become('stopped')
      const memory = ending !== undefined && ranOutOfMemory(ending)
      void this.sayGivenUp(reason, memory)
      return { action: CloseAction.DoNotRestart, message: `Gave up: ${reason}.`, handled: true }
    }
    this.become('starting')
    this.log.warn(`The server left: ${reason}. Next start in ${wait} ms.`)
    await delay(wait)
    return { action: CloseAction.Restart, message: 'Starting again.', handled: true }
  }

  private async sayCannotLaunch({ problem, setting }: NoLaunch): Promise<void> {
    this.log.error(problem)
    const open = 'Open Setting'
    const retry = 'Try Again'
    const choice = await vscode.window.showErrorMessage(problem, open, retry)
    if (choice === open) {
      await openSetting(setting)
    } else if (choice === retry) {
      await this.restart()
    }
  }

  private async sayGivenUp(reason: string, memory: boolean): Promise<void> {
    const show = 'Show Log'
    const restart = 'Restart'
    const settings = 'Give It More Memory'
    const choice = await vscode.window.showErrorMessage(
      `The edgelint server stopped several times, and the last time ${reason}. It is not started again.`,
      ...(memory ? [settings] : []),
      show,
      restart,
    )
    if (choice === show) {
      this.log.show()
    } else if (choice === restart) {
      await this.restart()
    } else if (choice === settings) {
      await openSetting('edgelint.java.vmArguments')
    }
  }

  private become(state: SessionState): void {
    if (this.current !== state) {
      this.current = state
      this.stateChanged.fire(state)
      // For the "when" of the welcome views.
      void vscode.commands.executeCommand('setContext', 'edgelint.state', state)
    }
  }
}

/** Writes errors to the log only: what a person must know, the session says, once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false)
  }
}

/** Already said to the person; must not be said twice. */
class CannotLaunch extends Error {}

function settings(): LaunchSettings {
  const configuration = vscode.workspace.getConfiguration('edgelint')
  return {
    serverPath: configuration.get('server.path', '').trim(),
    javaHome: configuration.get('java.home', '').trim(),
    vmArguments: configuration.get<string[]>('java.vmArguments', []),
  }
}

/** Settings that only a new server can follow. */
export function needsRestart(change: vscode.ConfigurationChangeEvent): boolean {
  return ['edgelint.server.path', 'edgelint.java'].some((setting) => change.affectsConfiguration(setting))
}

/** Shows a setting of the machine, which is the remote one if this window works on another. */
async function openSetting(query: string): Promise<void> {
  const remote = vscode.env.remoteName !== undefined
  const command = `workbench.action.open${remote ? 'Remote' : ''}Settings`
  await vscode.commands.executeCommand(command, { query })
}

function firstFolder(): string | undefined {
  return vscode.workspace.workspaceFolders?.find((folder) => folder.uri.scheme === 'file')?.uri.fsPath
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
