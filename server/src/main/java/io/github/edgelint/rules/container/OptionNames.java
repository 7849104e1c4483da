package io.github.edgelint.rules.container;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of create options, by the level they belong to. Source: Docker Engine API 1.41. */
final class OptionNames {

  static final Set<String> TOP =
      Set.of(
          "ArgsEscaped",
          "AttachStderr",
          "AttachStdin",
          "AttachStdout",
          "Cmd",
          "Domainname",
          "Entrypoint",
          "Env",
          "ExposedPorts",
          "Healthcheck",
          "HostConfig",
          "Hostname",
          "Image",
          "Labels",
          "MacAddress",
          "Name",
          "NetworkDisabled",
          "NetworkingConfig",
          "OnBuild",
          "OpenStdin",
          "Shell",
          "StdinOnce",
          "StopSignal",
          "StopTimeout",
          "Tty",
          "User",
          "Volumes",
          "WorkingDir");

  static final Set<String> HOST =
      Set.of(
          "AutoRemove",
          "Binds",
          "BlkioDeviceReadBps",
          "BlkioDeviceReadIOps",
          "BlkioDeviceWriteBps",
          "BlkioDeviceWriteIOps",
          "BlkioWeight",
          "BlkioWeightDevice",
          "CapAdd",
          "CapDrop",
          "Cgroup",
          "CgroupParent",
          "CgroupnsMode",
          "ConsoleSize",
          "ContainerIDFile",
          "CpuCount",
          "CpuPercent",
          "CpuPeriod",
          "CpuQuota",
          "CpuRealtimePeriod",
          "CpuRealtimeRuntime",
          "CpuShares",
          "CpusetCpus",
          "CpusetMems",
          "DeviceCgroupRules",
          "DeviceRequests",
          "Devices",
          "DiskQuota",
          "Dns",
          "DnsOptions",
          "DnsSearch",
          "ExtraHosts",
          "GroupAdd",
          "IOMaximumBandwidth",
          "IOMaximumIOps",
          "Init",
          "InitPath",
          "IpcMode",
          "Isolation",
          "KernelMemory",
          "KernelMemoryTCP",
          "Links",
          "LogConfig",
          "MaskedPaths",
          "Memory",
          "MemoryReservation",
          "MemorySwap",
          "MemorySwappiness",
          "Mounts",
          "NanoCpus",
          "NetworkMode",
          "OomKillDisable",
          "OomScoreAdj",
          "PidMode",
          "PidsLimit",
          "PortBindings",
          "Privileged",
          "PublishAllPorts",
          "ReadonlyPaths",
          "ReadonlyRootfs",
          "RestartPolicy",
          "Runtime",
          "SecurityOpt",
          "ShmSize",
          "StorageOpt",
          "Sysctls",
          "Tmpfs",
          "UTSMode",
          "Ulimits",
          "UsernsMode",
          "VolumeDriver",
          "VolumesFrom");

  /** The names of the objects in {@code HostConfig}, by the option that holds or lists them. */
  static final Map<String, Set<String>> IN_HOST =
      Map.of(
          "DeviceRequests",
          Set.of("Capabilities", "Count", "DeviceIDs", "Driver", "Options"),
          "Devices",
          Set.of("CgroupPermissions", "PathInContainer", "PathOnHost"),
          "LogConfig",
          Set.of("Config", "Type"),
          "Mounts",
          Set.of(
              "BindOptions",
              "Consistency",
              "ReadOnly",
              "Source",
              "Target",
              "TmpfsOptions",
              "Type",
              "VolumeOptions"),
          "PortBindings",
          Set.of("HostIp", "HostPort"),
          "RestartPolicy",
          Set.of("MaximumRetryCount", "Name"),
          "Ulimits",
          Set.of("Hard", "Name", "Soft"));

  private static final Map<String, String> TOP_BY_LOWER_CASE = index(TOP);
  private static final Map<String, String> HOST_BY_LOWER_CASE = index(HOST);

  private OptionNames() {}

  private static Map<String, String> index(Set<String> names) {
    Map<String, String> index = new HashMap<>();
    names.forEach(name -> index.put(name.toLowerCase(Locale.ROOT), name));
    return index;
  }

  static boolean isTop(String name, boolean exact) {
    return exact
        ? TOP.contains(name)
        : TOP_BY_LOWER_CASE.containsKey(name.toLowerCase(Locale.ROOT));
  }

  static boolean isHost(String name, boolean exact) {
    return exact
        ? HOST.contains(name)
        : HOST_BY_LOWER_CASE.containsKey(name.toLowerCase(Locale.ROOT));
  }
}
