/** What the server speaks beside the Language Server Protocol; docs/protocol.md describes it. */
import {
  NotificationType0,
  RequestType,
  type Location,
  type TextDocumentIdentifier,
  type WorkspaceEdit,
} from 'vscode-languageclient/node'

export type DocumentKind =
  | 'device-config'
  | 'manifest'
  | 'template'
  | 'layered'
  | 'unit'
  | 'engine-config'
  | 'settings'
  | 'daemon-file'
  | 'other'

export interface DocumentInfo {
  readonly kind: DocumentKind
  /** How the kind was recognised, or why the document is left alone. */
  readonly reason: string
  readonly device?: string | null
  readonly targetVersion?: string | null
  readonly proxyIntent?: 'yes' | 'no' | null
  readonly findings: number
}

export const documentInfo = new RequestType<{ textDocument: TextDocumentIdentifier }, DocumentInfo, void>(
  'edgelint/documentInfo',
)

export interface RulePage {
  readonly title: string
  readonly markdown: string
}

export const explain = new RequestType<{ code: string }, RulePage | null, void>('edgelint/explain')

export type RowState = 'ok' | 'missing' | 'differs' | 'wrong' | 'ignored' | 'unknown' | 'not-needed'

/** One place of a device where the proxy may have to be written. Values come masked. */
export interface ChecklistRow {
  readonly component: string
  readonly variable?: string | null
  readonly value?: string | null
  readonly state: RowState
  readonly effect: string
  readonly code?: string | null
  readonly location?: Location | null
}

export interface ChecklistDevice {
  readonly name: string
  readonly root: string
  readonly intent: 'yes' | 'no'
  readonly reference?: string | null
  readonly rows: readonly ChecklistRow[]
  /** What `iotedge check` will say on the device, line by line. */
  readonly check: readonly string[]
}

export const proxyChecklist = new RequestType<object, { devices: readonly ChecklistDevice[] }, void>(
  'edgelint/proxyChecklist',
)

export const checklistChanged = new NotificationType0('edgelint/checklistChanged')

export interface SetProxyParams {
  /** The address of the proxy; null takes the proxy away. */
  readonly url: string | null
  readonly device?: string
  readonly modules?: readonly string[]
}

export interface SetProxyResult {
  readonly edit?: WorkspaceEdit | null
  readonly refused?: string | null
  readonly commands: readonly string[]
  readonly verify: readonly string[]
}

export const setProxy = new RequestType<SetProxyParams, SetProxyResult, void>('edgelint/setProxy')

export type AllowlistFormat = 'text' | 'json' | 'csv' | 'squid'

export const allowlist = new RequestType<
  { format: AllowlistFormat; device?: string },
  { text: string },
  void
>('edgelint/allowlist')

export type RouteNodeKind = 'module' | 'system' | 'upstream' | 'devices' | 'twin'

export interface RouteNode {
  readonly id: string
  readonly label: string
  readonly kind: RouteNodeKind
  readonly problem?: string | null
  readonly location?: Location | null
}

export interface RouteEdge {
  readonly from: string
  readonly to: string
  readonly name: string
  readonly condition?: string | null
  readonly problem?: string | null
  readonly location: Location
}

export interface RouteGraph {
  readonly nodes: readonly RouteNode[]
  readonly edges: readonly RouteEdge[]
}

export const routeGraph = new RequestType<{ textDocument: TextDocumentIdentifier }, RouteGraph, void>(
  'edgelint/routeGraph',
)

export interface Comparison {
  readonly markdown: string
  readonly dangerous: boolean
}

export const compare = new RequestType<
  { textDocument: TextDocumentIdentifier; other: { text: string; name: string } },
  Comparison,
  void
>('edgelint/compare')
