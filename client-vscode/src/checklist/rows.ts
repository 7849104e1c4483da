import type { ChecklistDevice, ChecklistRow, RowState } from '../protocol'
import { plain } from '../texts'

/** How a row of the checklist looks and reads. */
export interface Appearance {
  readonly label: string
  readonly description: string
  readonly icon: string
  readonly color: string | undefined
  /** What no narrow side bar cuts off, in Markdown. */
  readonly tooltip: string
  /** What a screen reader says. */
  readonly spoken: string
}

interface StateLook {
  readonly icon: string
  readonly color: string | undefined
  readonly words: string
}

const STATES: Readonly<Record<RowState, StateLook>> = {
  ok: { icon: 'pass', color: 'testing.iconPassed', words: 'set' },
  missing: { icon: 'error', color: 'list.errorForeground', words: 'missing' },
  differs: { icon: 'warning', color: 'list.warningForeground', words: 'differs' },
  wrong: { icon: 'error', color: 'list.errorForeground', words: 'wrong' },
  ignored: { icon: 'circle-slash', color: 'list.warningForeground', words: 'ignored' },
  unknown: { icon: 'question', color: undefined, words: 'unknown' },
  'not-needed': { icon: 'dash', color: 'disabledForeground', words: 'not needed' },
}

/** What a person has to do something about. */
export function needsAttention(row: ChecklistRow): boolean {
  return ['missing', 'differs', 'wrong', 'ignored'].includes(row.state)
}

export function appearanceOf(row: ChecklistRow, device: ChecklistDevice): Appearance {
  const { icon, color, words } = STATES[row.state]
  const { variable, value } = row
  // A side bar is narrow: the variable stands in the tooltip, the proxy of the device beside its name.
  const parts = [words, value === device.reference ? undefined : value]
  const place = [variable, value].flatMap((part) => (part == null ? [] : [`\`${part}\``])).join(' = ')
  return {
    label: row.component,
    description: parts.filter((part) => part != null).join(' · '),
    icon,
    color,
    tooltip: place === '' ? row.effect : `${place}: ${row.effect}`,
    spoken: `${[row.component, variable, words, value].filter((part) => part != null).join(', ')}. ${plain(row.effect)}`,
  }
}

/** One line about a device: whether it uses a proxy, which one, and how much is left to do. */
export function summaryOf(device: ChecklistDevice): string {
  if (device.intent === 'no') {
    return 'uses no proxy'
  }
  const open = device.rows.filter(needsAttention).length
  const proxy = device.reference ?? 'behind a proxy'
  return open === 0 ? `all set · ${proxy}` : `${open} to do · ${proxy}`
}
