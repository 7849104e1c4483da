package io.github.edgelint.iotedge.value;

/**
 * Who reads a proxy value; each reads URLs and variable names in its own way.
 *
 * <p>Sources: Azure/iotedge:edge-util/src/Microsoft.Azure.Devices.Edge.Util/Proxy.cs (runtime),
 * Azure/iot-identity-service:http-common/src/proxy.rs (daemons), golang/net:http/httpproxy/proxy.go
 * (engine).
 */
public enum ProxyReader {
  /** edgeAgent and edgeHub: .NET. */
  RUNTIME,
  /** aziot-identityd and aziot-certd, and aziot-edged, which hands the value on: Rust. */
  DAEMON,
  /** The container engine, from its unit or from daemon.json: Go. */
  ENGINE,
  /** Any other module: unknown software. */
  MODULE
}
