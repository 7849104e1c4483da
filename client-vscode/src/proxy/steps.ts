import type { SetProxyResult } from '../protocol'

/** The page that says what is left to do once the files are written. */
export function nextSteps(device: string, { commands, verify }: SetProxyResult): string {
  return [
    `# ${device}: what is left to do`,
    ...section('Run on the device', 'The files alone change nothing until these have run:', commands),
    ...section('See that it works', 'Then these show whether every part uses the proxy:', verify),
    ...(commands.length + verify.length === 0 ? ['Nothing: the files are all.'] : []),
    '',
  ].join('\n\n')
}

function section(title: string, why: string, commands: readonly string[]): string[] {
  return commands.length === 0 ? [] : [`## ${title}`, why, ['```sh', ...commands, '```'].join('\n')]
}
