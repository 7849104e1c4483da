package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The address of a proxy that somebody reads from a document.
 *
 * @param setting the address with its name, place and reader
 * @param scope the environment it stands in; empty for {@code daemon.json}
 */
record ProxyValue(Document document, ProxySetting setting, Optional<ProxyScope> scope) {

  /**
   * The addresses of a document, in order of place. What its reader takes no notice of is left out:
   * edgeAgent, edgeHub and the daemons read {@code https_proxy} only, and of two settings of one
   * variable only one counts.
   */
  static List<ProxyValue> of(Document document, RuleContext context) {
    return context.shared(ProxyValue.class, document, () -> read(document, context));
  }

  private static List<ProxyValue> read(Document document, RuleContext context) {
    List<ProxyValue> values = new ArrayList<>();
    for (ProxyScope scope : ProxyScope.of(document, context)) {
      for (ProxySetting setting : scope.environment().proxies()) {
        if (isRead(setting) && isString(scope, setting)) {
          values.add(new ProxyValue(document, setting, Optional.of(scope)));
        }
      }
    }
    document
        .engineConfig()
        .map(EngineConfig::proxies)
        .ifPresent(
            settings ->
                settings.forEach(
                    setting -> values.add(new ProxyValue(document, setting, Optional.empty()))));
    return values;
  }

  private static boolean isRead(ProxySetting setting) {
    return switch (setting.reader()) {
      case RUNTIME, DAEMON -> setting.variable() == ProxyVariable.HTTPS_PROXY;
      case ENGINE -> setting.variable() != ProxyVariable.ALL_PROXY;
      case MODULE -> setting.place() == ProxyPlace.MODULE;
    };
  }

  // A number or a table is the wrong type, whatever it says.
  private static boolean isString(ProxyScope scope, ProxySetting setting) {
    return scope
        .environment()
        .variable(setting.name())
        .map(EnvVariable::node)
        .filter(node -> node instanceof ScalarNode value && value.type() == ScalarNode.Type.STRING)
        .isPresent();
  }

  ProxyUrl url() {
    return setting.url();
  }

  ProxyReader reader() {
    return setting.reader();
  }

  /** Who reads it, in messages. */
  String component() {
    return ProxyScope.component(setting.place(), setting.owner());
  }

  /** The address without user and password. */
  String masked() {
    return url().masked();
  }

  List<ProxyProblem> problems() {
    return setting.problems();
  }

  /** Where a part of the address stands in the file. */
  TextRange toFile(TextRange range) {
    return setting.text().toFile(range);
  }

  /** Edits of the file that edit the address; empty where the file cannot hold them. */
  List<TextEdit> encode(List<TextEdit> edits) {
    return setting.text().encode(edits).orElse(List.of());
  }

  /** Edits of the file that write another address. */
  List<TextEdit> replace(String address) {
    return encode(List.of(new TextEdit(new TextRange(0, url().text().length()), address)));
  }

  /**
   * How bad an address is that its reader cannot use. Since 1.2 aziot-edged makes no requests of
   * its own (Azure/iotedge:edgelet/iotedge/src/check/checks/aziot_edged_version.rs is the only
   * reader of a proxy in its tree), so nothing breaks there. What another module does is unknown.
   */
  Severity severityOfUseless() {
    return setting.place() == ProxyPlace.EDGED || reader() == ProxyReader.MODULE
        ? Severity.WARNING
        : Severity.ERROR;
  }

  /** What follows from an address that is no URL. */
  String consequence() {
    return switch (setting.place()) {
      case AGENT_ENV, EDGE_AGENT, EDGE_HUB ->
          component() + " ends at start and restarts without end";
      case IDENTITYD, CERTD -> component() + " does not start";
      case MODULE -> component() + " may not understand it";
      case EDGED -> "`iotedge check` cannot use it when aziot-edged starts it";
      default -> component() + " cannot use it";
    };
  }
}
