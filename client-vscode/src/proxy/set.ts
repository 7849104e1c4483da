import * as vscode from 'vscode'
import type { ChecklistView } from '../checklist/view'
import type { Pages } from '../pages'
import * as protocol from '../protocol'
import type { ChecklistDevice, SetProxyResult } from '../protocol'
import type { Session } from '../server/session'
import { changesOf, type FileChange } from './changes'
import type { Preview } from './preview'
import { nextSteps } from './steps'

export const STEPS = 'steps'

/** "Set the proxy for this device…" and its contrary: asks, shows the changes, writes, says what is left. */
export class ProxySetter {
  private readonly steps = new Map<string, string>()

  constructor(
    private readonly session: Session,
    private readonly checklist: ChecklistView,
    private readonly preview: Preview,
    private readonly pages: Pages,
  ) {}

  /** The pages "what is left to do", by device. */
  readonly page = (device: string): Promise<string | undefined> => Promise.resolve(this.steps.get(device))

  async set(device?: ChecklistDevice): Promise<void> {
    const chosen = device ?? (await pickDevice(this.session, this.checklist, 'Set the Proxy'))
    if (chosen === undefined) {
      return
    }
    const url = await this.askAddress(chosen)
    if (url !== undefined) {
      await this.write(chosen, url)
    }
  }

  async unset(device?: ChecklistDevice): Promise<void> {
    const chosen = device ?? (await pickDevice(this.session, this.checklist, 'Remove the Proxy'))
    if (chosen !== undefined) {
      await this.write(chosen, null)
    }
  }

  private async askAddress(device: ChecklistDevice): Promise<string | undefined> {
    const configured = vscode.workspace
      .getConfiguration('edgelint', vscode.Uri.parse(device.root))
      .get<string>('proxy.url', '')
    return vscode.window.showInputBox({
      title: `Set the Proxy for ${device.name}`,
      prompt: 'The address of the proxy. The changes are shown before anything is written.',
      placeHolder: 'http://proxy.example.com:3128',
      value: configured === '' ? await this.named(device) : configured,
      ignoreFocusOut: true,
      validateInput: async (url) => {
        if (url.trim() === '') {
          return undefined
        }
        const answer = await this.ask(device, url.trim())
        return answer?.refused ?? undefined
      },
    })
  }

  /** The proxy that the files of a device name already, if it is one that may be written. */
  private async named(device: ChecklistDevice): Promise<string> {
    const { reference } = device
    const answer = reference == null ? undefined : await this.ask(device, reference)
    return answer === undefined || answer.refused != null ? '' : (reference ?? '')
  }

  private ask(device: ChecklistDevice, url: string | null): Promise<SetProxyResult | undefined> {
    return this.session.request(protocol.setProxy, { url, device: device.name })
  }

  private async write(device: ChecklistDevice, address: string | null): Promise<void> {
    const url = address?.trim() ?? null
    if (url === '') {
      return
    }
    const answer = await this.ask(device, url)
    if (answer === undefined) {
      void sayNotAnswering()
      return
    }
    if (answer.refused != null) {
      void vscode.window.showErrorMessage(answer.refused)
      return
    }
    const changes = await this.changes(answer)
    if (changes.length === 0) {
      await this.say(device, answer, `The files of ${device.name} need no change.`)
      return
    }
    const title = url === null ? `Remove the Proxy: ${device.name}` : `Set the Proxy: ${device.name}`
    if (!(await this.preview.show(title, changes))) {
      return
    }
    if (await this.apply(answer, changes)) {
      const files = changes.length === 1 ? 'One file' : `${changes.length} files`
      await this.say(device, answer, `${files} of ${device.name} changed.`)
    } else {
      void vscode.window.showErrorMessage(
        'Not everything could be written, as a file changed meanwhile. Please try again.',
      )
    }
  }

  private changes({ edit }: SetProxyResult): Promise<FileChange[]> {
    return changesOf(edit ?? {}, async (uri) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))
      return document.getText()
    })
  }

  /** Writes all files, or none when one of them is no longer what the person was shown. */
  private async apply(answer: SetProxyResult, shown: readonly FileChange[]): Promise<boolean> {
    const now = await this.changes(answer)
    const edit = await this.session.converter?.asWorkspaceEdit(answer.edit)
    if (edit === undefined || JSON.stringify(now) !== JSON.stringify(shown)) {
      return false
    }
    if (!(await vscode.workspace.applyEdit(edit))) {
      return false
    }
    const left = shown.filter(({ after }) => after !== undefined)
    const documents = left.map(({ uri }) => vscode.workspace.openTextDocument(vscode.Uri.parse(uri)))
    const saved = await Promise.all(documents.map(async (document) => (await document).save()))
    return saved.every(Boolean)
  }

  private async say(device: ChecklistDevice, answer: SetProxyResult, message: string): Promise<void> {
    this.steps.set(device.name, nextSteps(device.name, answer))
    const show = 'Next Steps'
    if ((await vscode.window.showInformationMessage(message, show)) === show) {
      await this.pages.show(STEPS, device.name)
    }
  }
}

async function sayNotAnswering(): Promise<void> {
  const show = 'Show Log'
  const message = 'The edgelint server does not answer; its log may say why.'
  if ((await vscode.window.showErrorMessage(message, show)) === show) {
    await vscode.commands.executeCommand('edgelint.showLog')
  }
}

/** The only device, or the one that a person picks, which most likely is that of the file before them. */
export async function pickDevice(
  session: Session,
  checklist: ChecklistView,
  title: string,
): Promise<ChecklistDevice | undefined> {
  const devices = await checklist.devices()
  if (devices === undefined) {
    void sayNotAnswering()
    return undefined
  }
  if (devices.length === 0) {
    void vscode.window.showInformationMessage(
      'There is no IoT Edge device here: open the folder that holds its config.toml or deployment manifest.',
    )
  }
  if (devices.length <= 1) {
    return devices[0]
  }
  const here = await deviceOfEditor(session)
  const isHere = ({ name }: ChecklistDevice): boolean => name === here
  const likelyFirst = [...devices.filter(isHere), ...devices.filter((device) => !isHere(device))]
  const items = likelyFirst.map((device) => ({
    label: device.name,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(device.root)),
    device,
  }))
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'Which device?' }))?.device
}

async function deviceOfEditor(session: Session): Promise<string | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString()
  const info =
    uri === undefined ? undefined : await session.request(protocol.documentInfo, { textDocument: { uri } })
  return info?.device ?? undefined
}
