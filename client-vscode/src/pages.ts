import * as vscode from 'vscode'

const SCHEME = 'edgelint'

/** Gives the text of a page by the part of its path after the folder; undefined when there is none. */
export type PageSource = (name: string) => Promise<string | undefined>

/**
 * Pages in Markdown that exist in memory only. They are shown in VS Code's own preview, which follows
 * the theme, can be searched, and reads well aloud.
 */
export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>()
  readonly onDidChange = this.changed.event
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this)

  /** @param sources what fills the pages of a folder: "rules" → the text of edgelint:/rules/EDGE253.md */
  constructor(private readonly sources: Readonly<Record<string, PageSource>>) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const [, folder = '', ...name] = uri.path.split('/')
    const text = await this.sources[folder]?.(name.join('/').replace(/\.md$/, ''))
    return text ?? 'There is no such page, or the edgelint server is not running.'
  }

  /** Shows a page beside the editor. */
  async show(folder: string, name: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${folder}/${name}.md` })
    this.changed.fire(uri)
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri)
  }

  dispose(): void {
    this.registration.dispose()
    this.changed.dispose()
  }
}
