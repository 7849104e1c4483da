#!/usr/bin/env node
// A server that always says the same, so that the views can be tested with every state they may show.
// It finds each "wrong" in a text, and mends it to "right".
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'

const connection = createMessageConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
)
let root = ''

const range = (line, from, to) => ({
  start: { line, character: from },
  end: { line, character: to },
})
const at = (file, line, from = 0, to = from) => ({ uri: `${root}/${file}`, range: range(line, from, to) })

connection.onRequest('initialize', ({ rootUri }) => {
  root = rootUri
  return { capabilities: { textDocumentSync: 1, codeActionProvider: true } }
})
connection.onRequest('shutdown', () => null)
connection.onNotification('exit', () => process.exit(0))
process.stdin.on('end', () => process.exit(0))

connection.onNotification('textDocument/didOpen', ({ textDocument }) => {
  find(textDocument.uri, textDocument.text)
  if (textDocument.uri.endsWith('slow.json')) {
    void work(textDocument.uri)
  }
})
connection.onNotification('textDocument/didChange', ({ textDocument, contentChanges }) =>
  find(textDocument.uri, contentChanges.at(-1).text),
)

// Work that takes long enough to be seen.
async function work(token) {
  await connection.sendRequest('window/workDoneProgress/create', { token })
  const report = (value) => connection.sendNotification('$/progress', { token, value })
  report({ kind: 'begin', title: 'edgelint reads the workspace' })
  setTimeout(() => report({ kind: 'end' }), 4_000)
}

function find(uri, text) {
  const diagnostics = text.split('\n').flatMap((line, number) =>
    [...line.matchAll(/wrong/g)].map(({ index }) => ({
      range: range(number, index, index + 5),
      severity: 1,
      source: 'edgelint',
      code: 'EDGE253',
      codeDescription: { href: 'https://example.org/EDGE253.md' },
      message: 'This is wrong.',
    })),
  )
  connection.sendNotification('textDocument/publishDiagnostics', { uri, diagnostics })
}

connection.onRequest('textDocument/codeAction', ({ textDocument, context }) =>
  context.diagnostics.map((diagnostic) => ({
    title: 'Put it right',
    kind: 'quickfix',
    diagnostics: [diagnostic],
    edit: { changes: { [textDocument.uri]: [{ range: diagnostic.range, newText: 'right' }] } },
  })),
)

connection.onRequest('edgelint/documentInfo', ({ textDocument }) =>
  textDocument.uri.endsWith('deployment.json')
    ? { kind: 'manifest', reason: '', device: 'plant', targetVersion: '1.5', proxyIntent: 'yes', findings: 1 }
    : { kind: 'other', reason: 'It has no key of a deployment.', findings: 0 },
)

connection.onRequest('edgelint/explain', ({ code }) => ({
  title: `${code} it-is-wrong`,
  markdown: '## What goes wrong\n\nNothing works. Compare [EDGE254](EDGE254.md).\n',
}))

connection.onRequest('edgelint/proxyChecklist', () => ({
  devices: [
    {
      name: 'plant',
      root,
      intent: 'yes',
      reference: 'http://proxy.example.com:3128',
      rows: [
        row(
          'container engine',
          'https-proxy',
          'ok',
          'http://proxy.example.com:3128',
          'Images come through it.',
        ),
        row(
          'aziot-edged',
          'https_proxy',
          'differs',
          'http://other.example.com:80',
          'edgeAgent is not pulled.',
        ),
        row('aziot-identityd', 'https_proxy', 'missing', null, 'The device is not provisioned.'),
        row('edgeAgent', 'https_proxy', 'wrong', 'proxy.example.com', 'edgeAgent cannot reach IoT Hub.'),
        row(
          'edgeHub',
          'https_proxy',
          'ignored',
          'http://proxy.example.com:3128',
          'It stands in the wrong place.',
        ),
        { ...row('weather', null, 'unknown', null, 'What this image needs is not known.'), location: null },
        { ...row('filter', null, 'not-needed', null, 'It talks to edgeHub only.'), location: null },
      ],
      check: ['proxy settings are consistent: differs for `aziot-edged`'],
    },
  ],
}))

function row(component, variable, state, value, effect) {
  return {
    component,
    variable,
    state,
    value,
    effect,
    code: 'EDGE253',
    location: at('deployment.json', 1, 2, 7),
  }
}

connection.onRequest('edgelint/setProxy', ({ url }) => {
  if (url !== null && !/^http:\/\/[^:/]+:\d+$/.test(url)) {
    return { refused: 'A proxy has a scheme and a port: http://HOST:PORT.', commands: [], verify: [] }
  }
  const drop = `${root}/etc/systemd/system/aziot-edged.service.d/proxy.conf`
  const insert = (text, line = 0) => [{ range: range(line, 0, 0), newText: text }]
  return {
    edit: {
      documentChanges: [
        {
          textDocument: { uri: `${root}/etc/aziot/config.toml`, version: null },
          edits: insert(`\n[agent.env]\nhttps_proxy = "${url}"\n`, 1),
        },
        { kind: 'create', uri: drop },
        {
          textDocument: { uri: drop, version: null },
          edits: insert(`[Service]\nEnvironment="https_proxy=${url}"\n`),
        },
      ],
    },
    commands: ['sudo systemctl daemon-reload', 'sudo iotedge config apply'],
    verify: ['sudo iotedge check'],
  }
})

connection.onRequest('edgelint/allowlist', ({ format, device }) => ({ text: `${format} for ${device}\n` }))

connection.onRequest('edgelint/routeGraph', ({ textDocument }) => {
  const location = { uri: textDocument.uri, range: range(1, 2, 7) }
  const node = (id, kind, problem) => ({ id, label: id, kind, problem, location })
  const edge = (from, to, name, condition, problem) => ({ from, to, name, condition, problem, location })
  return {
    nodes: [
      node('sensor', 'module'),
      node('filter', 'module'),
      node('learning', 'module'),
      node('devices', 'devices'),
      node('twins', 'twin'),
      node('$upstream', 'upstream'),
      node('ghost', 'module', 'There is no module ghost.'),
    ],
    edges: [
      edge('sensor', 'filter', 'sensorToFilter'),
      edge('filter', '$upstream', 'alerts', 'temperature > 25'),
      edge('filter', 'learning', 'toLearning'),
      edge('learning', 'filter', 'feedback'),
      edge('learning', '$upstream', 'results'),
      edge('devices', '$upstream', 'leaves'),
      edge('twins', '$upstream', 'twinChanges'),
      edge('sensor', 'ghost', 'toGhost', null, 'The module ghost does not exist.'),
    ],
  }
})

connection.onRequest('edgelint/compare', ({ other }) => ({
  markdown: `# Compared with ${other.name}\n\n- edgeAgent loses its proxy\n`,
  dangerous: true,
}))

connection.listen()
