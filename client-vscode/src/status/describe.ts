import type { DocumentInfo, DocumentKind } from '../protocol'
import { plain } from '../texts'

const KINDS: Readonly<Record<DocumentKind, string>> = {
  'device-config': 'IoT Edge config.toml',
  manifest: 'Deployment manifest',
  template: 'Manifest template',
  layered: 'Layered deployment',
  unit: 'systemd unit',
  'engine-config': 'Docker daemon.json',
  settings: 'edgelint settings',
  'daemon-file': 'Daemon file',
  other: 'No IoT Edge file',
}

export interface Description {
  readonly text: string
  readonly detail: string
}

/** What the status bar says about a document. */
export function describeDocument(info: DocumentInfo): Description {
  if (info.kind === 'other' || info.kind === 'daemon-file') {
    return { text: KINDS[info.kind], detail: plain(info.reason) }
  }
  const parts = [
    info.kind === 'settings' ? undefined : info.device == null ? 'on its own' : `device ${info.device}`,
    info.targetVersion == null ? undefined : `IoT Edge ${info.targetVersion}`,
    info.proxyIntent == null ? undefined : info.proxyIntent === 'yes' ? 'behind a proxy' : 'no proxy',
    // Where there are some, they are to be seen.
    info.findings === 0 ? 'no findings' : undefined,
  ]
  return { text: KINDS[info.kind], detail: parts.filter((part) => part !== undefined).join(' · ') }
}
