import * as vscode from 'vscode'
import * as protocol from '../protocol'
import type { ChecklistDevice, ChecklistRow } from '../protocol'
import type { Session } from '../server/session'
import { appearanceOf, needsAttention, summaryOf } from './rows'

const SETTLE_MS = 400

/** Of more devices than that, a person opens what is of interest: each that is open is drawn anew with every change. */
const MOST_EXPANDED = 20

export type ChecklistNode =
  | { readonly kind: 'device'; readonly device: ChecklistDevice; readonly expanded: boolean }
  | { readonly kind: 'row'; readonly device: ChecklistDevice; readonly row: ChecklistRow }
  | { readonly kind: 'checks'; readonly device: ChecklistDevice }
  | { readonly kind: 'check'; readonly line: string }

/** The tree "Proxy checklist": every place of a device where the proxy matters, and its state. */
export class ChecklistView implements vscode.TreeDataProvider<ChecklistNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>()
  readonly onDidChangeTreeData = this.changed.event
  private readonly view: vscode.TreeView<ChecklistNode>
  private readonly disposables: vscode.Disposable[]
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly session: Session) {
    this.view = vscode.window.createTreeView('edgelint.checklist', {
      treeDataProvider: this,
      showCollapseAll: true,
    })
    const refreshSoon = (): void => {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => {
        this.refresh()
      }, SETTLE_MS)
    }
    this.disposables = [
      this.view,
      this.changed,
      session.onDidChangeState(refreshSoon),
      this.view.onDidChangeVisibility(refreshSoon),
    ]
    session.onNotification(protocol.checklistChanged, refreshSoon)
  }

  refresh(): void {
    this.changed.fire(undefined)
  }

  /** The devices of the workspace, asked for now; undefined when the server does not answer. */
  async devices(): Promise<readonly ChecklistDevice[] | undefined> {
    return (await this.session.request(protocol.proxyChecklist, {}))?.devices
  }

  async getChildren(node?: ChecklistNode): Promise<ChecklistNode[]> {
    switch (node?.kind) {
      case undefined: {
        const devices = (await this.devices()) ?? []
        this.showBadge(devices)
        const few = devices.length <= MOST_EXPANDED
        return devices.map((device) => ({ kind: 'device', device, expanded: few && device.intent === 'yes' }))
      }
      case 'device': {
        const { device } = node
        const rows = device.rows.map((row): ChecklistNode => ({ kind: 'row', device, row }))
        return device.check.length === 0 ? rows : [...rows, { kind: 'checks', device }]
      }
      case 'checks':
        return node.device.check.map((line) => ({ kind: 'check', line }))
      case 'row':
      case 'check':
        return []
    }
  }

  getTreeItem(node: ChecklistNode): vscode.TreeItem {
    switch (node.kind) {
      case 'device':
        return deviceItem(node.device, node.expanded)
      case 'row':
        return rowItem(node.row, node.device)
      case 'checks':
        return checksItem()
      case 'check':
        return checkItem(node.line)
    }
  }

  dispose(): void {
    clearTimeout(this.timer)
    for (const disposable of this.disposables) {
      disposable.dispose()
    }
  }

  private showBadge(devices: readonly ChecklistDevice[]): void {
    const open = devices
      .filter((device) => device.intent === 'yes')
      .flatMap((device) => device.rows)
      .filter(needsAttention).length
    this.view.badge = open === 0 ? undefined : { value: open, tooltip: `${open} to do for the proxy` }
  }
}

function deviceItem(device: ChecklistDevice, expanded: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(
    device.name,
    expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
  )
  item.description = summaryOf(device)
  item.iconPath = new vscode.ThemeIcon('server')
  item.tooltip = `${vscode.workspace.asRelativePath(vscode.Uri.parse(device.root))}: ${item.description}`
  item.contextValue = device.intent === 'yes' ? 'device.proxy' : 'device.direct'
  item.accessibilityInformation = { label: `Device ${device.name}, ${item.description}` }
  return item
}

function rowItem(row: ChecklistRow, device: ChecklistDevice): vscode.TreeItem {
  const { label, description, icon, color, tooltip, spoken } = appearanceOf(row, device)
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None)
  item.description = description
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color))
  item.tooltip = new vscode.MarkdownString(tooltip)
  item.accessibilityInformation = { label: spoken }
  item.contextValue = [
    'row',
    row.location == null ? '' : needsAttention(row) ? 'fixable' : '',
    row.code == null ? '' : 'explained',
  ].join('.')
  if (row.location != null) {
    item.command = {
      command: 'edgelint.checklist.open',
      title: 'Go to the Place',
      arguments: [row.location],
    }
  }
  return item
}

function checksItem(): vscode.TreeItem {
  const item = new vscode.TreeItem('What iotedge check will say', vscode.TreeItemCollapsibleState.Collapsed)
  item.iconPath = new vscode.ThemeIcon('terminal')
  item.tooltip = 'What "sudo iotedge check" on the device will say about the proxy, as the files are now'
  return item
}

function checkItem(line: string): vscode.TreeItem {
  const item = new vscode.TreeItem(line, vscode.TreeItemCollapsibleState.None)
  item.tooltip = new vscode.MarkdownString(line)
  return item
}
