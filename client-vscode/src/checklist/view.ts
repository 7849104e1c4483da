import * as vscode from 'vscode'
import * as protocol from '../protocol'
import type { ChecklistDevice, ChecklistRow } from '../protocol'
import type { Session } from '../server/session'
import { appearanceOf, needsAttention, summaryOf } from './rows'

export type ChecklistNode =
  | { readonly kind: 'device'; readonly device: ChecklistDevice }
  | { readonly kind: 'row'; readonly device: ChecklistDevice; readonly row: ChecklistRow }
  | { readonly kind: 'checks'; readonly device: ChecklistDevice }
  | { readonly kind: 'check'; readonly command: string }

/** The tree "Proxy checklist": every place of a device where the proxy matters, and its state. */
export class ChecklistView implements vscode.TreeDataProvider<ChecklistNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>()
  readonly onDidChangeTreeData = this.changed.event
  private readonly view: vscode.TreeView<ChecklistNode>
  private readonly disposables: vscode.Disposable[]
  private known: readonly ChecklistDevice[] = []

  constructor(private readonly session: Session) {
    this.view = vscode.window.createTreeView('edgelint.checklist', {
      treeDataProvider: this,
      showCollapseAll: true,
    })
    this.disposables = [
      this.view,
      this.changed,
      session.onDidChangeState(() => {
        this.refresh()
      }),
    ]
    session.onNotification(protocol.checklistChanged, () => {
      this.refresh()
    })
  }

  refresh(): void {
    this.changed.fire(undefined)
  }

  /** The devices of the workspace, asked for now. */
  async devices(): Promise<readonly ChecklistDevice[]> {
    this.known = (await this.session.request(protocol.proxyChecklist, {}))?.devices ?? []
    return this.known
  }

  async getChildren(node?: ChecklistNode): Promise<ChecklistNode[]> {
    switch (node?.kind) {
      case undefined: {
        const devices = await this.devices()
        this.showBadge(devices)
        return devices.map((device) => ({ kind: 'device', device }))
      }
      case 'device': {
        const { device } = node
        const rows = device.rows.map((row): ChecklistNode => ({ kind: 'row', device, row }))
        return device.check.length === 0 ? rows : [...rows, { kind: 'checks', device }]
      }
      case 'checks':
        return node.device.check.map((command) => ({ kind: 'check', command }))
      case 'row':
      case 'check':
        return []
    }
  }

  getTreeItem(node: ChecklistNode): vscode.TreeItem {
    switch (node.kind) {
      case 'device':
        return deviceItem(node.device)
      case 'row':
        return rowItem(node.row)
      case 'checks':
        return checksItem()
      case 'check':
        return checkItem(node.command)
    }
  }

  dispose(): void {
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

function deviceItem(device: ChecklistDevice): vscode.TreeItem {
  const item = new vscode.TreeItem(
    device.name,
    device.intent === 'yes'
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed,
  )
  item.description = summaryOf(device)
  item.iconPath = new vscode.ThemeIcon('server')
  item.tooltip = `${vscode.workspace.asRelativePath(vscode.Uri.parse(device.root))}: ${item.description}`
  item.contextValue = device.intent === 'yes' ? 'device.proxy' : 'device.direct'
  item.accessibilityInformation = { label: `Device ${device.name}, ${item.description}` }
  return item
}

function rowItem(row: ChecklistRow): vscode.TreeItem {
  const { label, description, icon, color, spoken } = appearanceOf(row)
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None)
  item.description = description
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color))
  item.tooltip = row.effect
  item.accessibilityInformation = { label: `${spoken}. ${row.effect}` }
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
  const item = new vscode.TreeItem('Check on the device', vscode.TreeItemCollapsibleState.Collapsed)
  item.iconPath = new vscode.ThemeIcon('terminal')
  item.tooltip = 'Commands that show on the device itself whether the proxy works'
  return item
}

function checkItem(command: string): vscode.TreeItem {
  const item = new vscode.TreeItem(command, vscode.TreeItemCollapsibleState.None)
  item.tooltip = `${command}\n\nClick to copy`
  item.contextValue = 'check'
  item.command = { command: 'edgelint.checklist.copy', title: 'Copy', arguments: [command] }
  item.accessibilityInformation = { label: `${command}. Copies the command`, role: 'button' }
  return item
}
