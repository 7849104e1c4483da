package io.github.edgelint.rules.schema;

import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.schema.Spelling;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key that nobody knows and that looks like one that is missing. Whoever wrote it made one
 * mistake, so that it is reported at the key that is there, with what follows from the other one.
 *
 * @param member the key with its value
 * @param meant the name that is missing; of a table, with those of the tables around it
 * @param by the rule that reports the key
 * @param fix writes the right name
 */
public record Misspelling(Member member, String meant, RuleInfo by, Fix fix) {

  private static final String DESIRED = "properties.desired";

  /** What stands for a key that an object does not have. */
  public static Optional<Misspelling> of(Document document, ObjectNode object, String key) {
    if (object.member(key).isPresent()) {
      return Optional.empty();
    }
    return Spelling.other(object, key)
        .map(
            member ->
                new Misspelling(
                    member, key, KeyLetterCase.INFO, KeyLetterCase.fix(document, member, key)))
        .or(() -> withoutDot(document, object, key))
        .or(() -> unknown(document, object, key))
        .or(() -> amongFreeNames(document, object, key))
        .or(() -> inSplitTable(document, object, key));
  }

  /** Whether the rule that reports the key is on, so that no other need speak of it. */
  public boolean isReported(RuleContext context) {
    return context.isOn(by);
  }

  /** What stands for one of the keys that lead to a value that the document does not have. */
  public static Optional<Misspelling> onTheWay(Document document, List<String> path) {
    ConfigNode node = document.tree().root();
    for (String step : path) {
      if (!(node instanceof ObjectNode object)) {
        return Optional.empty();
      }
      if (object.member(step).isEmpty()) {
        return of(document, object, step);
      }
      node = object.get(step);
    }
    return Optional.empty();
  }

  /**
   * Whether a key without which the reader refuses the document is not missing but misspelt, which
   * another rule reports as an error.
   */
  public static boolean isOff(
      Document document, ObjectNode object, String key, RuleContext context) {
    return of(document, object, key)
        .filter(misspelling -> misspelling.isReported(context))
        .filter(
            misspelling ->
                Spelling.other(object, key).filter(misspelling.member::equals).isPresent()
                    || demandOf(document, object, key).isPresent())
        .isPresent();
  }

  private static Optional<Misspelling> withoutDot(
      Document document, ObjectNode object, String key) {
    if (!MissingDot.stands(object, key, document)) {
      return Optional.empty();
    }
    ObjectNode root = document.tree().root().asObject().orElseThrow();
    for (SchemaProblem problem : document.schema().orElseThrow().keyProblemsOf(root)) {
      if (problem instanceof SchemaProblem.UnknownKey unknown) {
        Optional<MissingDot> dot = MissingDot.of(unknown, document);
        if (dot.isPresent() && dot.get().path().equals(pathOf(document, object, key))) {
          return Optional.of(
              new Misspelling(
                  unknown.member(),
                  dot.get().dotted(),
                  KeyLetterCase.INFO,
                  KeyLetterCase.fix(document, unknown.member(), dot.get())));
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> pathOf(Document document, ObjectNode object, String key) {
    return document.tree().pathOf(object).child(key).steps();
  }

  private static Optional<Misspelling> unknown(Document document, ObjectNode object, String key) {
    for (SchemaProblem problem : document.schema().orElseThrow().keyProblemsOf(object)) {
      if (problem instanceof SchemaProblem.UnknownKey unknown
          && UnknownKey.reports(unknown, document)
          && meant(unknown).filter(key::equals).isPresent()) {
        return Optional.of(
            new Misspelling(
                unknown.member(),
                key,
                UnknownKey.INFO,
                UnknownKey.fix(document, unknown.member(), key)));
      }
    }
    return Optional.empty();
  }

  /** A needed key that is misspelt where any name may stand, as {@code $edgeAgnet} does. */
  static Optional<Misspelling> amongFreeNames(Document document, ObjectNode object, String key) {
    Optional<SchemaProblem.MissingKeys> demand = demandOf(document, object, key);
    if (demand.isEmpty() || !demand.get().place().isFreeMap()) {
      return Optional.empty();
    }
    Set<String> known = new HashSet<>();
    demand.get().place().properties().forEach(property -> known.add(property.name()));
    return object.members().stream()
        .filter(member -> !known.contains(member.name()))
        .filter(member -> NearestName.of(member.name(), List.of(key)).isPresent())
        .findFirst()
        .map(
            member ->
                new Misspelling(
                    member, key, UnknownKey.INFO, UnknownKey.fix(document, member, key)));
  }

  // Where several headers name a table, one that is misspelt takes away a part of it.
  private static Optional<Misspelling> inSplitTable(
      Document document, ObjectNode object, String key) {
    List<String> path = pathOf(document, object, key);
    for (int i = path.size() - 2; i >= 0 && document.tree().language() == Language.TOML; i--) {
      String step = path.get(i);
      String[] rest = path.subList(i + 1, path.size()).toArray(String[]::new);
      ConfigNode above = document.tree().root().at(path.subList(0, i).toArray(String[]::new));
      for (Member member : above.members()) {
        if (!member.name().equals(step)
            && member.value().at(rest).isPresent()
            && SplitTable.isPart(above.get(step), member.value())) {
          Optional<Misspelling> found =
              ofPart(document, above.asObject().orElseThrow(), step, member);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Misspelling> ofPart(
      Document document, ObjectNode above, String step, Member part) {
    if (Spelling.isSame(part.name(), step)) {
      return Optional.of(
          new Misspelling(part, step, KeyLetterCase.INFO, KeyLetterCase.fix(document, part, step)));
    }
    return document.schema().orElseThrow().keyProblemsOf(above).stream()
        .filter(
            problem ->
                problem instanceof SchemaProblem.UnknownKey unknown
                    && unknown.member() == part
                    && UnknownKey.reports(unknown, document)
                    && meant(unknown).filter(step::equals).isPresent())
        .findFirst()
        .map(
            problem ->
                new Misspelling(part, step, UnknownKey.INFO, UnknownKey.fix(document, part, step)));
  }

  /** Whether an unknown key looks like one that its object needs and does not have. */
  static boolean isOfNeededKey(SchemaProblem.UnknownKey unknown, Document document) {
    return meant(unknown)
        .filter(key -> demandOf(document, unknown.object(), key).isPresent())
        .isPresent();
  }

  /** The key that somebody meant who wrote an unknown one, as far as a spelling can tell. */
  static Optional<String> meant(SchemaProblem.UnknownKey unknown) {
    if (nestedDesired(unknown.member()).isPresent()
        && unknown.place().property(DESIRED).isPresent()) {
      return Optional.of(DESIRED);
    }
    String number = numberOf(unknown.member().name());
    List<String> candidates =
        unknown.place().properties().stream()
            .map(property -> property.name() + number)
            .filter(name -> unknown.place().property(name).isPresent())
            .filter(
                name ->
                    unknown.object().memberIgnoreCase(name).isEmpty()
                        || SplitTable.isPart(unknown.object().get(name), unknown.member().value()))
            .toList();
    return NearestName.of(unknown.member().name(), candidates);
  }

  /** What stands in two objects, as a twin has it, for one key with a dot, as a manifest has it. */
  static Optional<ConfigNode> nestedDesired(Member member) {
    ConfigNode desired = member.value().get("desired");
    return member.name().equals("properties")
            && member.value().members().size() == 1
            && desired instanceof ObjectNode
        ? Optional.of(desired)
        : Optional.empty();
  }

  /** The digits at the end, as the parts of createOptions have. */
  private static String numberOf(String name) {
    int start = name.length();
    while (start > 0 && name.charAt(start - 1) >= '0' && name.charAt(start - 1) <= '9') {
      start--;
    }
    return name.substring(start);
  }

  /**
   * A key that an object lacks.
   *
   * @param missing the problem that it is not there
   */
  record Need(SchemaProblem.MissingKeys missing, String key) {}

  /** What is missing because a key does not have the name that was meant. */
  static Optional<Need> needOf(Document document, ObjectNode object, Member member, String meant) {
    return object.get(meant) instanceof ObjectNode table
        ? member.value().asObject().flatMap(part -> needIn(document, table, part))
        : demandOf(document, object, meant).map(missing -> new Need(missing, meant));
  }

  // Depth is bounded by ConfigTree.MAX_DEPTH.
  private static Optional<Need> needIn(Document document, ObjectNode table, ObjectNode part) {
    for (Member member : part.members()) {
      Optional<Need> need =
          demandOf(document, table, member.name())
              .map(missing -> new Need(missing, member.name()))
              .or(
                  () ->
                      table.get(member.name()) instanceof ObjectNode inner
                          ? member.value().asObject().flatMap(p -> needIn(document, inner, p))
                          : Optional.empty());
      if (need.isPresent()) {
        return need;
      }
    }
    return Optional.empty();
  }

  /** The problem that a key is missing; empty where nobody needs it, or a tool fills it in. */
  static Optional<SchemaProblem.MissingKeys> demandOf(
      Document document, ObjectNode object, String key) {
    if (document.kind() == DocumentKind.DEVICE_CONFIG && document.isTemplate()) {
      return Optional.empty();
    }
    return document.schema().orElseThrow().keyProblemsOf(object).stream()
        .filter(SchemaProblem.MissingKeys.class::isInstance)
        .map(SchemaProblem.MissingKeys.class::cast)
        .filter(missing -> missing.missing().stream().anyMatch(each -> each.name().equals(key)))
        .findFirst();
  }
}
