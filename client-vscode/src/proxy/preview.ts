import * as vscode from 'vscode'
import type { FileChange } from './changes'

const SCHEME = 'edgelint-preview'
const APPLY = 'Apply'
const DISCARD = 'Discard'

/** Shows files before and after a change side by side, and waits for a person to apply or discard it. */
export class Preview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>()
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this)
  private decide: ((apply: boolean) => void) | undefined
  private shown = 0

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.texts.get(uri.toString())
  }

  /** Whether the person wants the changes; a preview that is still open counts as discarded. */
  async show(title: string, changes: readonly FileChange[]): Promise<boolean> {
    this.answer(false)
    this.texts.clear()
    this.shown++
    const files = changes.map(({ uri, before, after }) => {
      const original = vscode.Uri.parse(uri)
      // A number of its own, because VS Code keeps the text of an address that it has seen.
      const proposed = original.with({ scheme: SCHEME, query: this.shown.toString() })
      if (after !== undefined) {
        this.texts.set(proposed.toString(), after)
      }
      return [
        original,
        before === undefined ? undefined : original,
        after === undefined ? undefined : proposed,
      ]
    })
    const decision = new Promise<boolean>((resolve) => {
      this.decide = resolve
    })
    const closed = vscode.window.tabGroups.onDidChangeTabs((event) => {
      if (event.closed.some(isFor(title))) {
        this.answer(false)
      }
    })
    await vscode.commands.executeCommand('vscode.changes', title, files)
    await setPreviewing(true)
    void this.ask(title, changes.length)
    const apply = await decision
    closed.dispose()
    // Where the buttons of the editor have answered, the question is still there. It cannot be taken back,
    // only put aside.
    await vscode.commands.executeCommand('notifications.hideToasts')
    await setPreviewing(false)
    await closeTabs(title)
    return apply
  }

  /** What a button in the title of the preview means. */
  answer(apply: boolean): void {
    this.decide?.(apply)
    this.decide = undefined
  }

  dispose(): void {
    this.answer(false)
    this.registration.dispose()
  }

  private async ask(title: string, files: number): Promise<void> {
    const round = this.shown
    const message = `${title}. Write these changes to ${files === 1 ? 'one file' : `${files} files`}?`
    const choice = await vscode.window.showInformationMessage(message, APPLY, DISCARD)
    if (round === this.shown && choice !== undefined) {
      this.answer(choice === APPLY)
    }
  }
}

/** VS Code adds the number of files to the title. */
function isFor(title: string): (tab: vscode.Tab) => boolean {
  return ({ label }) => label === title || label.startsWith(`${title} (`)
}

async function closeTabs(label: string): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs)
  await vscode.window.tabGroups.close(tabs.filter(isFor(label)))
}

async function setPreviewing(previewing: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'edgelint.previewing', previewing)
}
