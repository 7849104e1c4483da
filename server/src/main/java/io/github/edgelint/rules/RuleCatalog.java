package io.github.edgelint.rules;

import io.github.edgelint.rules.config.ConfigRules;
import io.github.edgelint.rules.container.ContainerRules;
import io.github.edgelint.rules.device.DeviceRules;
import io.github.edgelint.rules.manifest.ManifestRules;
import io.github.edgelint.rules.meta.MetaRules;
import io.github.edgelint.rules.meta.OwnFindings;
import io.github.edgelint.rules.proxy.ProxyDeviceRules;
import io.github.edgelint.rules.proxy.ProxyValueRules;
import io.github.edgelint.rules.route.RouteRules;
import io.github.edgelint.rules.schema.SchemaRules;
import io.github.edgelint.rules.secret.SecretRules;
import io.github.edgelint.rules.syntax.SyntaxRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules, in order of their codes. */
public final class RuleCatalog {

  /** Slugs that were renamed, old to new. */
  private static final Map<String, String> RENAMED = Map.of();

  private static final List<Rule> RULES = collect();
  private static final Map<String, RuleInfo> BY_NAME = index();

  private RuleCatalog() {}

  private static List<Rule> collect() {
    List<Rule> rules = new ArrayList<>();
    rules.addAll(SyntaxRules.all());
    rules.addAll(SchemaRules.all());
    rules.addAll(ConfigRules.all());
    rules.addAll(ManifestRules.all());
    rules.addAll(MetaRules.all());
    rules.addAll(DeviceRules.all());
    rules.addAll(ContainerRules.all());
    rules.addAll(RouteRules.all());
    rules.addAll(SecretRules.all());
    rules.addAll(ProxyValueRules.all());
    rules.addAll(ProxyDeviceRules.all());
    rules.sort(Comparator.comparing(rule -> rule.info().code()));
    return List.copyOf(rules);
  }

  /** The rules that look at documents and devices. */
  public static List<Rule> rules() {
    return RULES;
  }

  /** What is known of every finding there can be, those about edgelint itself included. */
  public static List<RuleInfo> infos() {
    return List.copyOf(BY_NAME.values());
  }

  /** Looks a rule up by its code (any letter case), slug, or a slug it once had. */
  public static Optional<RuleInfo> find(String codeOrSlug) {
    for (RuleInfo info : BY_NAME.values()) {
      if (info.code().equalsIgnoreCase(codeOrSlug)
          || info.slug().equals(RENAMED.getOrDefault(codeOrSlug, codeOrSlug))) {
        return Optional.of(info);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether settings or the command line mean a rule: by code, slug, or group ({@code EDGE2xx}).
   */
  public static boolean means(String name, RuleInfo rule) {
    return rule.code().equalsIgnoreCase(name)
        || rule.slug().equals(RENAMED.getOrDefault(name, name))
        || rule.group().equalsIgnoreCase(name)
        || name.equalsIgnoreCase("EDGE" + rule.group());
  }

  /** The codes and slugs of all rules. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (RuleInfo info : BY_NAME.values()) {
      names.add(info.code());
      names.add(info.slug());
    }
    return names;
  }

  /** What {@link #means} a rule or several: names, and groups such as {@code EDGE2xx}. */
  public static List<String> selectors() {
    List<String> selectors = names();
    BY_NAME.values().stream().map(info -> "EDGE" + info.group()).distinct().forEach(selectors::add);
    return selectors;
  }

  /** Whether a name means any rule at all; see {@link #means}. */
  public static boolean isKnown(String name) {
    return BY_NAME.values().stream().anyMatch(rule -> means(name, rule));
  }

  private static Map<String, RuleInfo> index() {
    List<RuleInfo> infos = new ArrayList<>(OwnFindings.ALL);
    RULES.forEach(rule -> infos.add(rule.info()));
    infos.sort(Comparator.comparing(RuleInfo::code));
    Map<String, RuleInfo> index = new LinkedHashMap<>();
    infos.forEach(info -> index.put(info.code(), info));
    return index;
  }
}
