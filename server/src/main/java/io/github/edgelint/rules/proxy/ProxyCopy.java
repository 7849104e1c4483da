package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The address that a fix writes where one is missing: that of another place of the device, or a
 * stand-in where nobody knows it. Copied from another file it is never beyond doubt.
 *
 * @param source where it comes from; empty for a stand-in
 */
record ProxyCopy(String address, Optional<ProxyEvidence> source) {

  /** What a template gets instead of an address with a password; the tools fill it in. */
  private static final String VARIABLE = "$HTTPS_PROXY";

  /** The address that the others of the device are measured by. */
  static ProxyCopy ofReference(Device device) {
    return device.referenceProxy().map(ProxyCopy::from).orElseGet(ProxyCopy::standIn);
  }

  /**
   * The address of {@code evidence}, else that of the reference. Within one document a placeholder
   * is copied as well.
   */
  static ProxyCopy of(ProxyEvidence evidence, Device device, Document target) {
    boolean sameDocument = evidence.document() == target;
    if (sameDocument && evidence.setting().isPresent()) {
      return new ProxyCopy(evidence.setting().get().url().text(), Optional.of(evidence));
    }
    ProxyCopy copy = evidence.isConcrete() ? from(evidence) : ofReference(device);
    boolean secret = ProxyUrl.parse(copy.address).hasUserinfo();
    return secret && target.kind() == DocumentKind.TEMPLATE && !copy.isFrom(target)
        ? new ProxyCopy(VARIABLE, copy.source)
        : copy;
  }

  private boolean isFrom(Document document) {
    return source.filter(found -> found.document() == document).isPresent();
  }

  private static ProxyCopy from(ProxyEvidence evidence) {
    ProxyUrl url = evidence.url().orElseThrow();
    // Only the engine takes an address without a scheme.
    return new ProxyCopy(
        url.scheme().isPresent() ? url.text() : url.withScheme(), Optional.of(evidence));
  }

  private static ProxyCopy standIn() {
    return new ProxyCopy(StandIns.URL, Optional.empty());
  }

  /**
   * A fix that gives an environment the variable, and the protocol beside it where one is named.
   */
  Fix into(ProxyScope scope, Optional<String> protocol) {
    String title =
        source.isPresent()
            ? "Copy `https_proxy` from " + DeviceProxy.name(source.get())
            : "Add `https_proxy`";
    return fix(
        title,
        value -> {
          Map<String, String> variables = new LinkedHashMap<>();
          variables.put(ProxyVariable.HTTPS_PROXY.canonical(), value);
          protocol
              .filter(name -> scope.protocolVariable().isEmpty())
              .ifPresent(name -> variables.put(ProxyScope.UPSTREAM_PROTOCOL, name));
          List<TextEdit> edits = new EnvironmentEditor(scope).add(variables);
          return edits.isEmpty()
              ? List.of()
              : List.of(new DocumentEdit(scope.document().path(), edits, false));
        });
  }

  /** A fix that writes the address; {@code edits} gives the edits that write it. */
  Fix fix(String title, Function<String, List<DocumentEdit>> edits) {
    return source.isPresent()
        ? Fix.across(title, Applicability.UNSAFE, () -> edits.apply(address))
        : Fix.across(title, Applicability.PLACEHOLDER, () -> edits.apply(address));
  }
}
