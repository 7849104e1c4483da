package io.github.edgelint.proxy;

import io.github.edgelint.proxy.ChecklistRow.Place;
import io.github.edgelint.rules.Printable;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.workspace.DocPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How an allow-list is written. */
public enum AllowListFormat {
  TEXT,
  JSON,
  CSV,
  SQUID;

  /** The word of the command line and the protocol. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a name such as {@code squid}. */
  public static Optional<AllowListFormat> of(String name) {
    for (AllowListFormat format : values()) {
      if (format.name().equalsIgnoreCase(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * The lists in this format.
   *
   * @param path how the path of a file is shown
   */
  public String write(List<AllowList> lists, Function<DocPath, String> path) {
    StringBuilder out = new StringBuilder();
    switch (this) {
      case TEXT -> lists.forEach(list -> text(list, path, out));
      case JSON -> json(lists, path, out);
      case CSV -> csv(lists, path, out);
      case SQUID -> squid(lists, out);
    }
    return out.toString();
  }

  private static String place(Destination destination, Function<DocPath, String> path) {
    return destination
        .place()
        .map(place -> path.apply(place.document().path()) + ":" + line(place))
        .orElse("");
  }

  private static int line(Place place) {
    return place.document().source().lines().lineOf(place.range().start()) + 1;
  }

  private static void text(AllowList list, Function<DocPath, String> path, StringBuilder out) {
    out.append("device ").append(Printable.of(list.device().name())).append('\n');
    int width = 0;
    for (Destination destination : list.destinations()) {
      width = Math.max(width, Printable.of(destination.host()).length());
    }
    for (Destination destination : list.destinations()) {
      String place = place(destination, path);
      out.append(
          String.format(
              Locale.ROOT,
              "  %-" + width + "s  %5d  %-5s  %s%s%n",
              Printable.of(destination.host()),
              destination.port(),
              destination.protocol().label(),
              Printable.of(destination.why()),
              place.isEmpty() ? "" : " (" + Printable.of(place) + ")"));
    }
    out.append(
        "  Beside these: name resolution, and time by NTP (UDP 123), which no proxy carries.\n");
  }

  private static void json(
      List<AllowList> lists, Function<DocPath, String> path, StringBuilder out) {
    String devices =
        lists.stream()
            .map(
                list ->
                    "    {\n      \"name\": "
                        + JsonText.quote(list.device().name())
                        + ",\n      \"destinations\": ["
                        + list.destinations().stream()
                            .map(destination -> "\n        " + json(destination, path))
                            .collect(Collectors.joining(","))
                        + "\n      ]\n    }")
            .collect(Collectors.joining(",\n"));
    out.append("{\n  \"version\": 1,\n  \"devices\": [\n").append(devices).append("\n  ]\n}\n");
  }

  private static String json(Destination destination, Function<DocPath, String> path) {
    List<String> members = new ArrayList<>();
    members.add("\"host\": " + JsonText.quote(destination.host()));
    members.add("\"port\": " + destination.port());
    members.add("\"protocol\": " + JsonText.quote(destination.protocol().label()));
    members.add("\"why\": " + JsonText.quote(destination.why()));
    destination
        .place()
        .ifPresent(
            place -> {
              members.add("\"file\": " + JsonText.quote(path.apply(place.document().path())));
              members.add("\"line\": " + line(place));
            });
    return "{ " + String.join(", ", members) + " }";
  }

  private static void csv(
      List<AllowList> lists, Function<DocPath, String> path, StringBuilder out) {
    out.append("device,host,port,protocol,why,place\n");
    for (AllowList list : lists) {
      for (Destination destination : list.destinations()) {
        out.append(
                String.join(
                    ",",
                    quoted(list.device().name()),
                    quoted(destination.host()),
                    String.valueOf(destination.port()),
                    destination.protocol().label(),
                    quoted(destination.why()),
                    quoted(place(destination, path))))
            .append('\n');
      }
    }
  }

  /** A field; what a spreadsheet would take for a formula is none. */
  private static String quoted(String field) {
    boolean formula = !field.isEmpty() && "=+-@".indexOf(field.charAt(0)) >= 0;
    String text = formula ? "'" + field : field;
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * Rules for squid, whose {@code .example.com} means the domain and all hosts in it. A list that
   * names a host beside its domain is refused by squid, so that only the domain stays.
   */
  private static void squid(List<AllowList> lists, StringBuilder out) {
    List<Destination> all =
        lists.stream()
            .flatMap(list -> list.destinations().stream())
            .filter(destination -> destination.protocol().isThroughProxy())
            .toList();
    TreeSet<String> hosts = new TreeSet<>();
    TreeSet<Integer> ports = new TreeSet<>();
    for (Destination destination : all) {
      ports.add(destination.port());
      boolean covered =
          all.stream()
              .anyMatch(
                  other ->
                      !other.host().equals(destination.host()) && isWithin(destination, other));
      if (!covered) {
        String host = destination.host();
        hosts.add(host.startsWith("*.") ? host.substring(1) : host);
      }
    }
    out.append("# Destinations of IoT Edge devices; put these lines above the final deny.\n");
    hosts.forEach(host -> out.append("acl iotedge_hosts dstdomain ").append(host).append('\n'));
    ports.forEach(port -> out.append("acl iotedge_ports port ").append(port).append('\n'));
    if (!hosts.isEmpty()) {
      out.append("http_access allow iotedge_hosts iotedge_ports\n");
    }
  }

  private static boolean isWithin(Destination destination, Destination domain) {
    return domain.host().startsWith("*.")
        && (destination.host().endsWith(domain.host().substring(1))
            || destination.host().equals(domain.host().substring(2)));
  }
}
