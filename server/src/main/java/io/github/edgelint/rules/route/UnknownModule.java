package io.github.edgelint.rules.route;

import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.embedded.route.RouteSink;
import io.github.edgelint.embedded.route.RouteSource;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A module that routes name and the manifest does not deploy. It was renamed, removed or misspelt
 * once, so that it is one finding, at the first route that names it.
 *
 * @param mentions where routes name it, in order of place
 */
record UnknownModule(List<Mention> mentions) {

  // More names than these make a sentence nobody reads.
  private static final int MOST_NAMED = 3;

  UnknownModule {
    mentions = List.copyOf(mentions);
  }

  /** A module in the source or the sink of a route. */
  record Mention(RoutePlace place, RouteName module, RuleInfo rule) {

    boolean isSource() {
      return rule == SourceUnknownModule.INFO;
    }
  }

  /** Those of a document that one rule speaks of: the rule of the first mention. */
  static List<UnknownModule> of(Document document, RuleInfo rule, RuleContext context) {
    List<UnknownModule> found = new ArrayList<>();
    for (UnknownModule module :
        context.shared(UnknownModule.class, document, () -> read(document, context))) {
      if (module.mentions.get(0).rule == rule) {
        found.add(module);
      }
    }
    return found;
  }

  private static List<UnknownModule> read(Document document, RuleContext context) {
    Map<String, List<Mention>> mentions = new LinkedHashMap<>();
    document
        .manifest()
        .filter(ModuleNames::areKnown)
        .ifPresent(
            manifest -> {
              Set<String> names = new HashSet<>();
              manifest.userModules().forEach(module -> names.add(module.name()));
              for (RouteEntry entry : manifest.routes()) {
                for (Mention mention : mentions(document, manifest, entry)) {
                  String name = mention.module.text();
                  if (!names.contains(name)
                      && context.isOn(mention.rule)
                      && ModuleNames.ignoringCase(manifest, name).isEmpty()) {
                    mentions
                        .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .add(mention);
                  }
                }
              }
            });
    return mentions.values().stream().map(UnknownModule::new).toList();
  }

  private static List<Mention> mentions(
      Document document, DeploymentManifest manifest, RouteEntry entry) {
    List<Mention> found = new ArrayList<>(2);
    entry
        .route()
        .map(route -> new RoutePlace(document, manifest, entry, route))
        .ifPresent(
            place -> {
              source(place)
                  .map(name -> new Mention(place, name, SourceUnknownModule.INFO))
                  .ifPresent(found::add);
              sink(place)
                  .map(name -> new Mention(place, name, SinkUnknownModule.INFO))
                  .ifPresent(found::add);
            });
    return found;
  }

  private static Optional<RouteName> source(RoutePlace place) {
    return place
        .route()
        .source()
        .filter(source -> place.route().isReadable() && source.fault().isEmpty())
        .flatMap(RouteSource::module)
        .filter(UnknownModule::isOfUser);
  }

  /** The user module in the sink of a route. */
  static Optional<RouteName> sink(RoutePlace place) {
    if (!place.route().isReadable()
        || !(place.route().sink().orElse(null) instanceof RouteSink.Endpoint endpoint)
        || endpoint.fault().filter(RouteSink.Fault::isRefused).isPresent()) {
      return Optional.empty();
    }
    return endpoint.module().filter(UnknownModule::isOfUser);
  }

  private static boolean isOfUser(RouteName name) {
    return !name.unknown() && !ModuleNames.isSystem(name.text());
  }

  Finding finding() {
    Mention first = mentions.get(0);
    Finding finding =
        first
            .place
            .finding(first.rule, first.module.range(), message())
            .withFix(
                ModuleNames.nearest(first.place.manifest(), first.module.text()).map(this::fix));
    for (Mention other : mentions.subList(1, mentions.size())) {
      finding =
          finding.relatedTo(
              other.place.document(),
              other.place.text().toFile(other.module.range()),
              "route `" + other.place.name() + "` names it too");
    }
    return finding;
  }

  private Message message() {
    List<Mention> sources = mentions.stream().filter(Mention::isSource).toList();
    List<Mention> sinks = mentions.stream().filter(mention -> !mention.isSource()).toList();
    String unfed =
        sources.isEmpty()
            ? ""
            : ", so {sources} never " + (sources.size() == 1 ? "gets" : "get") + " a message";
    String stuck =
        sinks.isEmpty()
            ? ""
            : (sources.isEmpty() ? "; " : ", and ")
                + "messages {sinks} it wait in the store until they expire";
    return Message.of(
        "There is no module `{module}` in this manifest" + unfed + stuck + ".",
        "module",
        mentions.get(0).module.text(),
        "sources",
        (sources.size() == 1 ? "route " : "routes ") + names(sources),
        "sinks",
        sinks.size() == 1 ? "for" : "of " + names(sinks) + " for");
  }

  private static String names(List<Mention> mentions) {
    if (mentions.size() > MOST_NAMED) {
      return mentions.size() + " routes";
    }
    return mentions.stream()
        .map(mention -> "`" + mention.place.name() + "`")
        .collect(Collectors.joining(" and "));
  }

  private Fix fix(String near) {
    String title =
        "Replace by `" + near + "`" + (mentions.size() == 1 ? "" : " in all " + mentions.size());
    return Fix.unsafe(
        title,
        mentions.get(0).place.document(),
        () ->
            mentions.stream()
                .flatMap(
                    mention ->
                        mention
                            .place
                            .inFile(List.of(new TextEdit(mention.module.range(), near)))
                            .stream())
                .toList());
  }
}
