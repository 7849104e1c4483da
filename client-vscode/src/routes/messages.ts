import type { RouteGraph } from '../protocol'

/** From the extension to the picture. */
export interface Show {
  readonly graph: RouteGraph
}

/** From the picture to the extension. */
export type FromPicture =
  | { readonly type: 'ready' }
  /** A person clicked a module or a route; its index in the graph. */
  | { readonly type: 'node'; readonly index: number }
  | { readonly type: 'edge'; readonly index: number }
