package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** EDGE609: two modules publish the same port of the device. */
final class HostPortConflict implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE609", "host-port-conflict", Severity.WARNING, MANIFEST, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final int WIDEST_RANGE = 100;
  private static final Pattern PORTS = Pattern.compile("\\d{1,5}(-\\d{1,5})?");

  private record Binding(Container container, ConfigNode port, String host) {}

  @Override
  public void check(Document document, RuleContext context) {
    Map<String, List<Binding>> seen = new HashMap<>();
    for (Container container : Container.of(document, context)) {
      if (isRunning(container)
          && !isInWrongPlace(container)
          && !container.options().usesHostNetwork()) {
        for (Member port : container.options().hostConfig("PortBindings").members()) {
          for (ConfigNode item : port.value().items()) {
            check(container, port.name(), item, seen, context);
          }
        }
      }
    }
  }

  /** Whether it is a system module among the others, of which EDGE416 speaks. */
  private static boolean isInWrongPlace(Container container) {
    return container
        .module()
        .filter(module -> !module.isSystem())
        .filter(
            module ->
                module.name().equalsIgnoreCase("edgeAgent")
                    || module.name().equalsIgnoreCase("edgeHub"))
        .isPresent();
  }

  private static boolean isRunning(Container container) {
    return container
        .module()
        .filter(module -> module.status().asText().filter("stopped"::equalsIgnoreCase).isEmpty())
        .isPresent();
  }

  private static void check(
      Container container,
      String port,
      ConfigNode item,
      Map<String, List<Binding>> seen,
      RuleContext context) {
    ConfigNode hostPort = member(item, "HostPort");
    String address = member(item, "HostIp").asText().orElse("").strip();
    String host = address.equals("0.0.0.0") || address.equals("::") ? "" : address;
    String protocol = port.contains("/") ? port.substring(port.indexOf('/')) : "/tcp";
    boolean reported = false;
    for (int number : numbers(hostPort)) {
      String key = number + protocol.toLowerCase(Locale.ROOT);
      List<Binding> bound = seen.computeIfAbsent(key, k -> new ArrayList<>(1));
      for (Binding other : bound) {
        boolean same = host.isEmpty() || other.host().isEmpty() || host.equals(other.host());
        // Who has it first is told; each of the others has the same mistake.
        if (same && other.container() != container && !reported) {
          report(container, hostPort, number, other, context);
          reported = true;
        }
      }
      bound.add(new Binding(container, hostPort, host));
    }
  }

  private static ConfigNode member(ConfigNode item, String key) {
    return item instanceof ObjectNode object
        ? object.memberIgnoreCase(key).map(Member::value).orElse(MissingNode.NOWHERE)
        : MissingNode.NOWHERE;
  }

  private static List<Integer> numbers(ConfigNode hostPort) {
    if (!(hostPort instanceof ScalarNode scalar)) {
      return List.of();
    }
    String text = scalar.text().strip();
    if (!PORTS.matcher(text).matches()) {
      return List.of();
    }
    int dash = text.indexOf('-');
    int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
    int last = dash < 0 ? first : Integer.parseInt(text.substring(dash + 1));
    List<Integer> numbers = new ArrayList<>();
    for (int n = first; n > 0 && n <= last && n - first < WIDEST_RANGE; n++) {
      numbers.add(n);
    }
    return numbers;
  }

  private static void report(
      Container container, ConfigNode hostPort, int number, Binding other, RuleContext context) {
    context.report(
        Finding.of(
                INFO,
                container.document(),
                container.file(hostPort.range()),
                Message.of(
                    "Host port {port} is also published by {other}; whichever starts second fails"
                        + " and is retried until the agent gives up.",
                    "port",
                    number,
                    "other",
                    other.container().owner()))
            .relatedTo(
                container.document(),
                other.container().file(other.port().range()),
                "the same port of " + other.container().owner()));
  }
}
