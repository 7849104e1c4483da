// A device whose modules talk to each other, as files.

const PROXY = {
  https_proxy: { value: 'http://proxy.graz.corp:3128' },
  UpstreamProtocol: { value: 'AmqpWs' },
}

const ROUTES = {
  sensorToFilter:
    'FROM /messages/modules/sensor/outputs/* INTO BrokeredEndpoint("/modules/filter/inputs/raw")',
  alerts: 'FROM /messages/modules/filter/outputs/alerts WHERE as_number(temperature) > 25 INTO $upstream',
  toLearning:
    'FROM /messages/modules/filter/outputs/clean INTO BrokeredEndpoint("/modules/learning/inputs/clean")',
  feedback:
    'FROM /messages/modules/learning/outputs/limits INTO BrokeredEndpoint("/modules/filter/inputs/limits")',
  results: 'FROM /messages/modules/learning/outputs/results INTO $upstream',
  leaves: 'FROM /messages/* WHERE NOT IS_DEFINED($connectionModuleId) INTO $upstream',
  toArchive: 'FROM /messages/modules/sensor/outputs/raw INTO BrokeredEndpoint("/modules/archive/inputs/raw")',
}

/** The manifest; in the one that is deployed edgeAgent has its proxy, in the new one it has lost it. */
export function manifest({ deployed }) {
  const image = (name) => ({ image: `mcr.microsoft.com/azureiotedge-${name}:1.5`, createOptions: '{}' })
  const running = { type: 'docker', status: 'running', restartPolicy: 'always' }
  const ours = (name) => ({
    version: '1.0',
    ...running,
    settings: { image: `plantgraz.azurecr.io/${name}:2.3.1`, createOptions: '{}' },
  })
  const agent = {
    schemaVersion: '1.1',
    runtime: { type: 'docker', settings: { minDockerVersion: 'v1.25' } },
    systemModules: {
      edgeAgent: { type: 'docker', settings: image('agent'), env: deployed ? PROXY : {} },
      edgeHub: { ...running, settings: image('hub'), env: PROXY },
    },
    modules: { sensor: ours('sensor'), filter: ours('filter'), learning: ours('learning') },
  }
  const hub = {
    schemaVersion: '1.1',
    routes: ROUTES,
    storeAndForwardConfiguration: { timeToLiveSecs: 7200 },
  }
  const twins = {
    $edgeAgent: { 'properties.desired': agent },
    $edgeHub: { 'properties.desired': hub },
  }
  return `${JSON.stringify({ modulesContent: twins }, null, 2)}\n`
}

export const CONFIG = `hostname = "press-line-1.graz.corp"

[provisioning]
source = "dps"
global_endpoint = "https://global.azure-devices-provisioning.net"
id_scope = "0ne00A1B2C3"

[provisioning.attestation]
method = "tpm"
registration_id = "press-line-1"

[agent]
name = "edgeAgent"
type = "docker"

[agent.config]
image = "mcr.microsoft.com/azureiotedge-agent:1.5"

[agent.env]
https_proxy = "http://proxy.graz.corp:3128"
UpstreamProtocol = "AmqpWs"
`
