package io.github.edgelint.rules.manifest;

import io.github.edgelint.iotedge.value.DotNetScalar;
import io.github.edgelint.iotedge.value.NearestName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A setting of edgeAgent or edgeHub whose value has a form. Names have no letter case, and {@code
 * :} is as good as {@code __}. Source: Azure/iotedge:doc/EnvironmentVariables.md and the code that
 * reads each of them.
 */
enum RuntimeVariable {
  BOOLEAN("boolean", true, DotNetScalar.BOOLEAN, List.of("true", "false")),
  INTEGER("integer", true, DotNetScalar.INTEGER, List.of()),
  PORT("port number", true, DotNetScalar.PORT, List.of()),
  TIME_SPAN("time span (`hh:mm:ss`)", true, DotNetScalar.TIME_SPAN, List.of()),
  CONFIG_SOURCE("source of configuration", true, null, List.of("twin", "local")),
  LOG_LEVEL(
      "log level",
      false,
      null,
      List.of("fatal", "error", "warning", "info", "information", "debug", "verbose")),
  TLS_VERSIONS("list of TLS versions", false, null, List.of()),
  AUTHENTICATION_MODE(
      "authentication mode", false, null, List.of("Scope", "Cloud", "CloudAndScope"));

  private static final Map<String, RuntimeVariable> OF_AGENT = new HashMap<>();
  private static final Map<String, RuntimeVariable> OF_HUB = new HashMap<>();

  static {
    add(
        OF_AGENT,
        BOOLEAN,
        "CloseCloudConnectionOnIdleTimeout DisableDeviceAnalyticsMetadata"
            + " DisableDeviceAnalyticsTelemetry EnableOrphanedIdentityCleanup EnableSdkDebugLogs"
            + " EnableStreams experimentalFeatures__enabled"
            + " experimentalFeatures__disableCloudSubscriptions MetricsEnabled"
            + " SendRuntimeQualityTelemetry UseOfflineCheck UsePersistentStorage"
            + " EnableNonPersistentStorageBackup UseServerHeartbeat");
    add(
        OF_AGENT,
        INTEGER,
        "CloudConnectionIdleTimeoutSecs ConfigRefreshFrequencySecs CoolOffTimeUnitInSeconds"
            + " MaxRestartCount IntensiveCareTimeInMinutes ManagementApiTimeoutSecs"
            + " RequestTimeoutSecs ModuleRequestThrottleTimeout");
    add(
        OF_AGENT,
        TIME_SPAN,
        "MetricsHistogramMaxAge MetricScrapeInterval MetricUploadInterval MetricMaxUploadAge"
            + " PerformanceMetricsUpdateFrequency");
    add(OF_AGENT, CONFIG_SOURCE, "ConfigSource");
    add(OF_AGENT, LOG_LEVEL, "RuntimeLogLevel");
    add(
        OF_HUB,
        BOOLEAN,
        "amqpSettings__enabled amqpSettings__delayedBatchingEnabled mqttSettings__enabled"
            + " mqttSettings__usePooledBuffers httpSettings__enabled CacheTokens"
            + " CheckEntireQueueOnCleanup ClientCertAuthEnabled"
            + " CloseCloudConnectionOnDeviceDisconnect CloseCloudConnectionOnIdleTimeout"
            + " EnableRoutingLogging EnableSdkDebugLogs EncryptTwinStore"
            + " Metrics__Listener__MetricsEnabled NestedEdgeEnabled OptimizeForPerformance"
            + " storeAndForwardEnabled TrackDeviceState UsePersistentStorage"
            + " EnableNonPersistentStorageBackup UseServerHeartbeat");
    add(
        OF_HUB,
        INTEGER,
        "CloudConnectionHangingTimeoutSecs CloudConnectionIdleTimeoutSecs"
            + " CloudOperationTimeoutSecs ConfigRefreshFrequencySecs"
            + " ConnectivityCheckFrequencySecs DeviceScopeCacheRefreshRateSecs"
            + " DeviceScopeCacheRefreshDelaySecs IotHubConnectionPoolSize MaxConnectedClients"
            + " MaxUpstreamBatchSize UpstreamFanOutFactor MessageAckTimeoutSecs"
            + " MessageCleanupIntervalSecs MinTwinSyncPeriodSecs"
            + " ReportedPropertiesSyncFrequencySecs ShutdownWaitPeriod");
    add(OF_HUB, PORT, "amqpSettings__port httpSettings__port");
    add(OF_HUB, TIME_SPAN, "Metrics__Listener__MetricsHistogramMaxAge");
    add(OF_HUB, CONFIG_SOURCE, "ConfigSource");
    add(OF_HUB, LOG_LEVEL, "RuntimeLogLevel");
    add(OF_HUB, TLS_VERSIONS, "SslProtocols");
    add(OF_HUB, AUTHENTICATION_MODE, "AuthenticationMode");
  }

  private final String kind;
  private final boolean fatal;
  private final DotNetScalar form;
  private final List<String> words;

  RuntimeVariable(String kind, boolean fatal, DotNetScalar form, List<String> words) {
    this.kind = kind;
    this.fatal = fatal;
    this.form = form;
    this.words = words;
  }

  private static void add(
      Map<String, RuntimeVariable> variables, RuntimeVariable kind, String names) {
    for (String name : names.split(" ")) {
      variables.put(name.toLowerCase(Locale.ROOT), kind);
    }
  }

  /** The form of a variable; empty where its values are not known or free. */
  static Optional<RuntimeVariable> of(String name, boolean agent) {
    String canonical = name.replace(":", "__").toLowerCase(Locale.ROOT);
    return Optional.ofNullable((agent ? OF_AGENT : OF_HUB).get(canonical));
  }

  /** What a value should be, in words. */
  String kind() {
    return kind;
  }

  /** Whether a bad value keeps the module from starting. */
  boolean isFatal() {
    return fatal;
  }

  boolean accepts(String value) {
    if (form != null) {
      return form.accepts(value);
    }
    if (this == TLS_VERSIONS) {
      return hasTlsVersion(value);
    }
    return words.stream().anyMatch(word -> word.equalsIgnoreCase(value.strip()));
  }

  /** At least one known token; unknown ones beside it are passed over. */
  private static boolean hasTlsVersion(String value) {
    for (String token : value.split(",")) {
      String bare = token.strip().toLowerCase(Locale.ROOT).replace("tlsv", "tls");
      if (bare.matches("tls1[._]?[23]")) {
        return true;
      }
    }
    return false;
  }

  /** The allowed word nearest to a value. */
  Optional<String> near(String value) {
    if (this == BOOLEAN) {
      return switch (value.strip().toLowerCase(Locale.ROOT)) {
        case "1", "yes", "on", "y", "enabled" -> Optional.of("true");
        case "0", "no", "off", "n", "disabled" -> Optional.of("false");
        default -> NearestName.of(value, words);
      };
    }
    return NearestName.of(value, words);
  }
}
