import * as vscode from 'vscode'
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
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
import { messageOf, openSetting, type Launcher } from './launcher'
import { delay, type ServerProcess } from './process'
import { Restarts } from './restarts'

export type SessionState = 'starting' | 'running' | 'stopped'

/**
 * The connection to one server: starts it, starts it again when it breaks, gives it up when that
 * does not help, and says so once.
 */
export class Session implements vscode.Disposable {
  readonly log: vscode.LogOutputChannel
  private readonly stateChanged = new vscode.EventEmitter<SessionState>()
  readonly onDidChangeState = this.stateChanged.event
  private readonly restarts = new Restarts()
  private readonly handlers: ((client: LanguageClient) => vscode.Disposable)[] = []
  private client: LanguageClient | undefined
  private server: ServerProcess | undefined
  private current: SessionState = 'stopped'
  /** Starts and stops follow each other; they never overlap. */
  private queue: Promise<void> = Promise.resolve()

  /**
   * @param launcher starts the server
   * @param first the server that was started already
   */
  constructor(
    private readonly launcher: Launcher,
    private first: Promise<ServerProcess | undefined> | undefined,
    private readonly middleware: Middleware,
  ) {
    this.log = launcher.log
  }

  get state(): SessionState {
    return this.current
  }

  /** Talks to the server that was started already. */
  start(): void {
    this.queue = this.begin()
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
  }

  private async begin(): Promise<void> {
    this.become('starting')
    const client = new QuietClient('edgelint', 'edgelint', () => this.launch(), this.options())
    for (const handler of this.handlers) {
      handler(client)
    }
    // The client starts servers that break again by itself.
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        this.become('running')
      }
    })
    this.client = client
    try {
      await client.start()
    } catch (error) {
      if (!(error instanceof CannotLaunch)) {
        this.log.error(messageOf(error))
        // Then it counts as one that broke.
        this.server?.kill()
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
      initializationOptions: () => ({
        settings: vscode.workspace.getConfiguration('edgelint'),
        checklist: true,
        showReferences: 'edgelint.showReferences',
      }),
      initializationFailedHandler: () => false,
      middleware: this.middleware,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.closed(),
      },
    }
  }

  private async launch(): Promise<ServerProcess['child']> {
    const launched = this.first ?? this.launcher.launch()
    this.first = undefined
    this.server = await launched
    if (this.server === undefined) {
      this.become('stopped')
      throw new CannotLaunch()
    }
    return this.server.child
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

/** Said to the person by the launcher already. */
class CannotLaunch extends Error {}

/** Writes errors to the log only: what a person must know, the session says, once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false)
  }
}

/** Settings that only a new server can follow. */
export function needsRestart(change: vscode.ConfigurationChangeEvent): boolean {
  return ['edgelint.server.path', 'edgelint.java'].some((setting) => change.affectsConfiguration(setting))
}
