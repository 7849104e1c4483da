import * as vscode from 'vscode'
import type { Location, Position } from 'vscode-languageclient/node'
import { showAllowlist } from './allowlist'
import * as actions from './checklist/actions'
import { ChecklistView, type ChecklistNode } from './checklist/view'
import { Comparer, COMPARISONS } from './compare'
import { explainFinding, offerExplanations, rulePage, RULES } from './findings/explain'
import { Publisher } from './findings/publisher'
import { outline } from './neighbours'
import { Pages } from './pages'
import type { ChecklistDevice } from './protocol'
import { Preview } from './proxy/preview'
import { ProxySetter, STEPS } from './proxy/set'
import { showReferences } from './references'
import { RoutePictures } from './routes/panel'
import { Schemas } from './schemas'
import type { Launcher } from './server/launcher'
import type { ServerProcess } from './server/process'
import { needsRestart, Session } from './server/session'
import { StatusItem } from './status/item'

/**
 * Everything but the process of the server, which runs already.
 *
 * @param process the server, as soon as it is known whether it could be started
 */
export function begin(
  context: vscode.ExtensionContext,
  launcher: Launcher,
  process: Promise<ServerProcess | undefined>,
): Session {
  const publisher = new Publisher()
  const server = new Session(launcher, process, {
    handleDiagnostics: publisher.handle,
    provideDocumentSymbols: outline,
  })
  const pages: Pages = new Pages({
    [RULES]: (code) => rulePage(server, code),
    [STEPS]: (device) => proxy.page(device),
    [COMPARISONS]: (name) => comparer.page(name),
  })
  const preview = new Preview()
  const checklist = new ChecklistView(server)
  const proxy = new ProxySetter(server, checklist, preview, pages)
  const comparer = new Comparer(server, pages)
  const pictures = new RoutePictures(context.extensionUri, server)

  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    explainFinding: (code?: string) => explainFinding(pages, code),
    restart: () => server.restart(),
    showLog: () => {
      server.log.show()
    },
    setProxy: async (of?: ChecklistNode | DeviceName) => proxy.set(await deviceNamed(checklist, of)),
    unsetProxy: (node?: ChecklistNode) => proxy.unset(deviceOf(node)),
    allowlist: (node?: ChecklistNode) => showAllowlist(server, checklist, deviceOf(node)),
    showRoutes: () => {
      pictures.show()
    },
    compare: () => comparer.compare(),
    'preview.apply': () => {
      preview.answer(true)
    },
    'preview.discard': () => {
      preview.answer(false)
    },
    showChecklist: () => vscode.commands.executeCommand('edgelint.checklist.focus'),
    showReferences: (uri: string, position: Position, places: Location[]) =>
      showReferences(server, uri, position, places),
    'checklist.refresh': () => {
      checklist.refresh()
    },
    'checklist.open': (location: Location) => actions.open(location),
    'checklist.fix': (node: ChecklistNode) => actions.fix(node),
    'checklist.explain': (node: ChecklistNode) => explainFinding(pages, codeOf(node)),
  }

  context.subscriptions.push(
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`edgelint.${name}`, run),
    ),
    publisher,
    server,
    pages,
    preview,
    checklist,
    pictures,
    new Schemas(context.extensionUri, server),
    new StatusItem(server),
    offerExplanations(),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (needsRestart(change)) {
        void server.restart()
      }
    }),
  )
  server.start()
  return server
}

function deviceOf(node: ChecklistNode | undefined): ChecklistDevice | undefined {
  return node?.kind === 'device' ? node.device : undefined
}

/** The argument of the server's code actions. */
interface DeviceName {
  readonly device: string
}

async function deviceNamed(
  checklist: ChecklistView,
  of: ChecklistNode | DeviceName | undefined,
): Promise<ChecklistDevice | undefined> {
  if (of === undefined || 'kind' in of) {
    return deviceOf(of)
  }
  return (await checklist.devices())?.find((device) => device.name === of.device)
}

function codeOf(node: ChecklistNode): string | undefined {
  return node.kind === 'row' ? (node.row.code ?? undefined) : undefined
}
