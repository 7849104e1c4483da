import type * as vscode from 'vscode'
import { Launcher } from './server/launcher'
import type { Session } from './server/session'

let session: Session | undefined

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const launcher = new Launcher(context.extensionUri, context.globalStorageUri)
  context.subscriptions.push(launcher)
  // First of all: Java has its own start, during which there is time to load the rest, which is a file of its own.
  const process = launcher.launch()
  const { begin } = await import('./main')
  session = begin(context, launcher, process)
}

export async function deactivate(): Promise<void> {
  await session?.stop()
}
