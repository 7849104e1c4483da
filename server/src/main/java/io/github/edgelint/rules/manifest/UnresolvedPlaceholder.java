package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.RegistryCredential;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** EDGE450: a placeholder that nobody replaced. */
final class UnresolvedPlaceholder extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE450", "unresolved-placeholder", Severity.ERROR, MANIFEST, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** A token with what becomes of it. */
  private record Token(TextRange range, String text, String consequence) {}

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    if (document.isTemplate()) {
      return;
    }
    Set<ConfigNode> routes = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<ConfigNode> unused = unusedCredentials(manifest);
    for (RouteEntry route : manifest.routes()) {
      routes.add(route.value());
      route.value().members().forEach(member -> routes.add(member.value()));
    }
    List<Token> tokens = new ArrayList<>();
    for (TwinSection section : manifest.sections()) {
      collect(section.member().value(), "", section.id(), routes, unused, tokens);
    }
    if (tokens.isEmpty()) {
      return;
    }
    if (document.isFinal()) {
      tokens.forEach(token -> context.report(finding(document, List.of(token))));
    } else {
      Finding first = finding(document, tokens).withSeverity(Severity.INFO);
      for (Token other : tokens.subList(1, Math.min(tokens.size(), 10))) {
        first = first.relatedTo(document, other.range(), "another one");
      }
      context.report(first.withFix(asTemplate(document, context)));
    }
  }

  /** Names and passwords that the agent never uses, since no image has their address: EDGE446. */
  private static Set<ConfigNode> unusedCredentials(DeploymentManifest manifest) {
    Set<ConfigNode> unused = Collections.newSetFromMap(new IdentityHashMap<>());
    for (RegistryCredential credential : manifest.registryCredentials()) {
      boolean used =
          credential
              .registryAddress()
              .filter(
                  address ->
                      address.canMatch()
                          || !Placeholders.isConcrete(
                              address.text(), Placeholders.Place.CREDENTIAL))
              .isPresent();
      if (!used) {
        unused.add(credential.username());
        unused.add(credential.password());
      }
    }
    return unused;
  }

  private static void collect(
      ConfigNode node,
      String key,
      String owner,
      Set<ConfigNode> routes,
      Set<ConfigNode> unused,
      List<Token> tokens) {
    if (node instanceof ScalarNode value) {
      // Sets of nodes come last: to look one up takes longer than to read most texts.
      if (value.type() != ScalarNode.Type.STRING
          || !Placeholders.mayHoldOne(value.text())
          || unused.contains(node)) {
        return;
      }
      boolean route = routes.contains(node);
      for (Placeholders.Placeholder token :
          Placeholders.find(value.text(), route ? Placeholders.Place.ROUTE : placeOf(key))) {
        String text = token.range().of(value.text());
        tokens.add(new Token(value.rangeOf(token.range()), text, consequence(key, owner, route)));
      }
    }
    if (key.equals("identities") || key.equals("resources")) {
      // The MQTT broker has variables of its own: {{iot:identity}}.
      return;
    }
    boolean moduleNames = key.equals("modules") || key.equals("systemModules");
    for (Member member : node.members()) {
      collect(
          member.value(),
          member.name(),
          moduleNames ? member.name() : owner,
          routes,
          unused,
          tokens);
    }
    for (ConfigNode item : node.items()) {
      collect(item, key, owner, routes, unused, tokens);
    }
  }

  private static Placeholders.Place placeOf(String key) {
    if (key.equalsIgnoreCase("image")) {
      return Placeholders.Place.IMAGE;
    }
    boolean credential =
        key.equalsIgnoreCase("address")
            || key.equalsIgnoreCase("username")
            || key.equalsIgnoreCase("password");
    return credential ? Placeholders.Place.CREDENTIAL : Placeholders.Place.VALUE;
  }

  private static String consequence(String key, String owner, boolean route) {
    if (route) {
      return "edgeHub refuses its configuration";
    }
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "image", "schemaversion" -> "the agent refuses the whole deployment";
      case "address", "username", "password" -> "the registry refuses the credential";
      default -> "the text reaches " + owner + " as it is";
    };
  }

  private static Finding finding(Document document, List<Token> tokens) {
    Token first = tokens.get(0);
    return Finding.of(
        INFO,
        document,
        first.range(),
        Message.of(
            "{n} such as `{token}` {are} still in this manifest; {consequence}.",
            "n",
            tokens.size() == 1 ? "A placeholder" : tokens.size() + " placeholders",
            "token",
            first.text(),
            "are",
            tokens.size() == 1 ? "is" : "are",
            "consequence",
            first.consequence()));
  }

  /** Says in the settings that the file is a template; only where there are no settings yet. */
  private static Optional<Fix> asTemplate(Document document, RuleContext context) {
    Optional<DocPath> root = context.snapshot().rootOf(document.path());
    if (root.isEmpty()
        || !document.path().isBelow(root.get())
        || context.snapshot().document(root.get().resolve(Settings.FILE_NAME)).isPresent()) {
      return Optional.empty();
    }
    String path = document.path().relativeTo(root.get());
    return Optional.of(
        Fix.across(
            "Treat this file as a template",
            Applicability.UNSAFE,
            () ->
                List.of(
                    DocumentEdit.create(
                        root.get().resolve(Settings.FILE_NAME),
                        "[files]\ntemplate = [" + JsonText.quote(path) + "]\n"))));
  }
}
