package io.github.edgelint.schema;

import io.github.edgelint.schema.SchemaProblem.BadFormat;
import io.github.edgelint.schema.SchemaProblem.DeprecatedKey;
import io.github.edgelint.schema.SchemaProblem.KeyLetterCase;
import io.github.edgelint.schema.SchemaProblem.MissingKeys;
import io.github.edgelint.schema.SchemaProblem.NotAllowedValue;
import io.github.edgelint.schema.SchemaProblem.OtherSpelling;
import io.github.edgelint.schema.SchemaProblem.OutOfRange;
import io.github.edgelint.schema.SchemaProblem.UnknownKey;
import io.github.edgelint.schema.SchemaProblem.WrongType;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.text.TextRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One walk through a document side by side with the schemas that hold at each value. Conditions are
 * decided by the same walk, kept quiet: a condition holds when the walk finds no problem, and is
 * open when it met something that nobody can judge.
 */
final class Checker {

  /** What a walk is for. */
  private enum Purpose {
    /** To find all problems. */
    REPORT,
    /** To know whether there is one. */
    DECIDE,
    /** To decide for a document that is still being written: an absent deciding key is open. */
    DECIDE_UNFINISHED
  }

  /** Whether a condition holds. */
  enum Answer {
    YES,
    NO,
    OPEN
  }

  private final ConfigTree tree;
  private final CheckOptions options;
  private final Purpose purpose;
  private final CleanParts known; // null where nothing is remembered
  private final boolean toml;
  private final boolean damaged;
  private final boolean duplicates;
  private final List<SchemaProblem> problems = new ArrayList<>(0);
  private boolean broken;
  private boolean open;

  private Checker(ConfigTree tree, CheckOptions options, Purpose purpose, CleanParts known) {
    this.tree = tree;
    this.options = options;
    this.purpose = purpose;
    this.known = known;
    this.toml = tree.language() == Language.TOML;
    boolean damage = false;
    boolean twice = false;
    for (SyntaxProblem problem : tree.problems()) {
      switch (problem.kind()) {
        case SYNTAX, TOO_DEEP -> damage = true;
        case JSON_DUPLICATE_KEY, TOML_DEFINED_TWICE -> twice = true;
        default -> {}
      }
    }
    this.damaged = damage;
    this.duplicates = twice;
  }

  private Checker(Checker parent, Purpose purpose) {
    this.tree = parent.tree;
    this.options = parent.options;
    this.purpose = purpose;
    this.known = null;
    this.toml = parent.toml;
    this.damaged = parent.damaged;
    this.duplicates = parent.duplicates;
  }

  /**
   * The problems of a value, in no particular order.
   *
   * @param known null where nothing is remembered
   */
  static List<SchemaProblem> problems(
      ConfigTree tree,
      CheckOptions options,
      ConfigNode value,
      SchemaNode schema,
      CleanParts known) {
    Checker checker = new Checker(tree, options, Purpose.REPORT, known);
    checker.check(value, null, schema.alone());
    return checker.problems;
  }

  /** Decides what holds in a document that is being written. */
  static Checker ofUnfinished(ConfigTree tree, CheckOptions options) {
    return new Checker(tree, options, Purpose.DECIDE_UNFINISHED, null);
  }

  /** Whether a value has no problem with a schema. Once the answer is open, the walk knows it. */
  Answer decide(SchemaNode condition, ConfigNode value) {
    if (condition.isTypeOnly() && !damaged && typeOf(value) != ValueType.UNKNOWN) {
      return condition.admits(typeOf(value)) ? Answer.YES : Answer.NO;
    }
    Checker quiet = new Checker(this, isReporting() ? Purpose.DECIDE : purpose);
    quiet.check(value, null, condition.alone());
    if (quiet.broken) {
      return Answer.NO;
    }
    open |= quiet.open;
    return quiet.open ? Answer.OPEN : Answer.YES;
  }

  List<SchemaProblem> problemsOf(ConfigNode value, SchemaNode schema) {
    Checker trial = new Checker(this, Purpose.REPORT);
    trial.check(value, null, schema.alone());
    return trial.problems;
  }

  ValueType typeOf(ConfigNode value) {
    return ValueType.of(value, toml);
  }

  private void check(ConfigNode value, Member member, List<SchemaNode> schemas) {
    if (isDecided()) {
      return;
    }
    if (!mayBeKnown(value, member)) {
      look(value, member, schemas);
      return;
    }
    String text = value.range().of(tree.text());
    if (!known.has(schemas, text)) {
      int before = problems.size();
      look(value, member, schemas);
      if (problems.size() == before) {
        known.add(schemas, text);
      }
    }
  }

  private boolean mayBeKnown(ConfigNode value, Member member) {
    return known != null
        && member != null
        && value instanceof ObjectNode
        && value.range().length() >= CleanParts.SHORTEST
        && value.range().length() <= CleanParts.LONGEST
        && !(damaged && tree.isDamaged(value.range()));
  }

  private void look(ConfigNode value, Member member, List<SchemaNode> schemas) {
    List<SchemaNode> fixed = schemas.size() == 1 ? schemas.get(0).fixedParts() : null;
    Measure measure =
        fixed != null
            ? new Measure(member, schemas, fixed, null)
            : Variants.measure(this, value, member, schemas);
    checkAge(measure);
    ValueType actual = typeOf(value);
    if (actual == ValueType.UNKNOWN || isUnreadable(value, actual, measure)) {
      open = true;
    } else if (hasRightType(value, actual, measure)) {
      checkNot(value, measure);
      if (value instanceof ObjectNode object) {
        checkObject(object, measure);
      } else if (value instanceof ArrayNode array) {
        checkArray(array, measure);
      } else if (value instanceof ScalarNode scalar) {
        checkScalar(scalar, measure);
      }
    }
  }

  private boolean isDecided() {
    return purpose != Purpose.REPORT && broken;
  }

  private boolean isReporting() {
    return purpose == Purpose.REPORT;
  }

  // Looked at only where something hangs on it: texts may be long.
  private boolean isUnreadable(ConfigNode value, ValueType actual, Measure measure) {
    if (!(value instanceof ScalarNode scalar)) {
      return false;
    }
    boolean text = scalar.type() == ScalarNode.Type.STRING;
    return (text
            && (measure.concerns(Subject.OF_TEXTS) || refusing(actual, measure) != null)
            && options.isPlaceholder().test(scalar.text()))
        || (damaged && tree.isDamaged(scalar.range()) && !isWhole(scalar));
  }

  // Who is still writing has damage all around; a text with both of its quotes is what it is.
  private boolean isWhole(ScalarNode scalar) {
    String written = scalar.range().of(tree.text());
    return purpose == Purpose.DECIDE_UNFINISHED
        && scalar.type() == ScalarNode.Type.STRING
        && written.length() > 1
        && written.charAt(0) == written.charAt(written.length() - 1);
  }

  private void checkAge(Measure measure) {
    if (!measure.concerns(Subject.AGE) || !isReporting() || measure.member() == null) {
      return;
    }
    for (SchemaNode part : measure.parts()) {
      if (part.isDeprecated()) {
        problems.add(new DeprecatedKey(measure.member(), measure.place(), measure.demand(part)));
        return;
      }
    }
  }

  private boolean hasRightType(ConfigNode value, ValueType actual, Measure measure) {
    SchemaNode refusing = refusing(actual, measure);
    if (refusing == null) {
      return true;
    }
    broken = true;
    if (isReporting()) {
      Place place = measure.place();
      problems.add(
          new WrongType(
              value,
              measure.owner(),
              expected(place, refusing),
              actual,
              words(measure),
              place,
              measure.demand(refusing)));
    }
    return false;
  }

  // Where schemas contradict each other for every type, the one that refuses this one is meant.
  private static Set<ValueType> expected(Place place, SchemaNode refusing) {
    Set<ValueType> types = place.types();
    return types.isEmpty() ? refusing.possibleTypes() : types;
  }

  private static SchemaNode refusing(ValueType actual, Measure measure) {
    if (measure.concerns(Subject.TYPE)) {
      for (SchemaNode part : measure.parts()) {
        if (!part.admits(actual)) {
          return part;
        }
      }
    }
    return null;
  }

  private static List<AllowedValue> words(Measure measure) {
    List<AllowedValue> words = measure.place().allowedValues();
    for (int i = 0; words.isEmpty() && i < measure.parts().size(); i++) {
      for (SchemaNode alternative : measure.parts().get(i).anyOf()) {
        words = words.isEmpty() && !alternative.isEmpty() ? alternative.allowedValues() : words;
      }
    }
    return words;
  }

  // Only conditions say "not" (the tests see to that), so there is never anything to report.
  private void checkNot(ConfigNode value, Measure measure) {
    if (!measure.concerns(Subject.NOT)) {
      return;
    }
    for (SchemaNode part : measure.parts()) {
      if (part.not() != null) {
        broken |= decide(part.not(), value) == Answer.YES;
      }
    }
  }

  private void checkObject(ObjectNode object, Measure measure) {
    List<Member> members = object.members();
    for (int i = 0; i < members.size() && !isDecided(); i++) {
      Member member = members.get(i);
      if (!duplicates || object.member(member.name()).filter(member::equals).isPresent()) {
        checkMember(object, member, measure);
      }
    }
    if (hasRequired(object, measure)) {
      checkLimits(object, measure);
    }
  }

  private void checkMember(ObjectNode object, Member member, Measure measure) {
    List<SchemaNode> schemas = Keys.of(measure.parts(), member.name());
    if (schemas != null && schemas.isEmpty() && options.ignoreCase()) {
      schemas = Keys.ofAnyCase(measure.parts(), member.name());
    }
    if (schemas == null) {
      checkUnknown(object, member, measure);
    } else if (!schemas.isEmpty()) {
      check(member.value(), member, schemas);
    }
  }

  private void checkUnknown(ObjectNode object, Member member, Measure measure) {
    String name = member.name();
    if (options.isPlaceholder().test(name)) {
      return;
    }
    String canonical = Keys.spellingOf(measure.parts(), name);
    boolean isRead = canonical != null && options.ignoreCase() && canonical.equalsIgnoreCase(name);
    broken |= !isRead;
    if (isReporting()) {
      Demand demand = measure.demand(Keys.refusing(measure.parts(), name));
      problems.add(
          canonical == null
              ? new UnknownKey(member, object, measure.place(), demand)
              : new KeyLetterCase(member, object, canonical, measure.place(), demand));
    }
    if (isRead) {
      check(member.value(), member, Keys.of(measure.parts(), canonical));
    }
  }

  private boolean hasRequired(ObjectNode object, Measure measure) {
    if (!measure.concerns(Subject.NEEDED_KEYS)) {
      return true;
    }
    Set<String> absent = Set.of();
    for (SchemaNode part : measure.parts()) {
      List<Property> missing = new ArrayList<>(0);
      for (String key : part.required()) {
        if (isAbsent(object, key) && !absent.contains(key)) {
          absent = with(absent, key);
          if (isOpen(object, key, measure)) {
            open = true;
          } else if (isReporting()) {
            missing.add(new Property(key, true, Variants.ofAbsent(measure.place().key(key))));
          } else {
            broken = true;
          }
        }
      }
      if (!missing.isEmpty()) {
        problems.add(
            new MissingKeys(
                object,
                headOf(object, measure.member()),
                missing,
                measure.place(),
                measure.demand(part)));
      }
    }
    return absent.isEmpty();
  }

  private static Set<String> with(Set<String> keys, String key) {
    Set<String> more = new HashSet<>(keys);
    more.add(key);
    return more;
  }

  private boolean isAbsent(ObjectNode object, String key) {
    return (options.ignoreCase() ? object.memberIgnoreCase(key) : object.member(key)).isEmpty();
  }

  // Whether the key may yet be there: in a damaged part, or because somebody is writing.
  private boolean isOpen(ObjectNode object, String key, Measure measure) {
    if (damaged && tree.isDamaged(object.range())) {
      return true;
    }
    if (purpose == Purpose.DECIDE_UNFINISHED) {
      for (SchemaNode part : measure.parts()) {
        SchemaNode schema = part.named(key);
        if (schema != null && schema.isChoice()) {
          return true;
        }
      }
    }
    return false;
  }

  private static TextRange headOf(ObjectNode object, Member self) {
    return switch (object.form()) {
      case TABLE, ELEMENT, SECTION -> object.header();
      case DOCUMENT -> TextRange.at(object.range().start());
      case BRACES, IMPLICIT -> self != null ? self.key().range() : object.header();
    };
  }

  private void checkArray(ArrayNode array, Measure measure) {
    if (measure.concerns(Subject.ITEMS)) {
      List<SchemaNode> schemas = List.of();
      for (SchemaNode part : measure.parts()) {
        if (part.item() != null) {
          schemas = Keys.joined(schemas, part.item());
        }
      }
      for (ConfigNode item : array.items()) {
        check(item, null, schemas);
      }
    }
    checkLimits(array, measure);
  }

  private void checkScalar(ScalarNode scalar, Measure measure) {
    int before = problems.size();
    if (!isAllowed(scalar, measure)) {
      return;
    }
    if (checkLimits(scalar, measure) && scalar.type() == ScalarNode.Type.STRING) {
      checkText(scalar, measure);
    }
    if (measure.usual() != null && isReporting() && problems.size() == before) {
      problems.add(
          new OtherSpelling(
              scalar,
              measure.owner(),
              measure.usual().allowedValues(),
              measure.place(),
              measure.demand(measure.usual())));
    }
  }

  private boolean isAllowed(ScalarNode scalar, Measure measure) {
    if (!measure.concerns(Subject.CHOICE)) {
      return true;
    }
    for (SchemaNode part : measure.parts()) {
      if (!part.allows(scalar)) {
        broken = true;
        if (isReporting()) {
          Place place = measure.place();
          problems.add(
              new NotAllowedValue(
                  scalar, measure.owner(), place.allowedValues(), place, measure.demand(part)));
        }
        return false;
      }
    }
    return true;
  }

  private boolean checkLimits(ConfigNode value, Measure measure) {
    if (!measure.concerns(Subject.LIMITS)) {
      return true;
    }
    BigDecimal size = null;
    for (SchemaNode part : measure.parts()) {
      for (Limit limit : part.limits()) {
        if (limit.kind().concerns(typeOf(value))) {
          size = size == null ? sizeOf(value) : size;
          if (size != null && !limit.holds(size)) {
            broken = true;
            if (isReporting()) {
              problems.add(
                  new OutOfRange(
                      value, measure.owner(), limit, measure.place(), measure.demand(part)));
            }
            return false;
          }
        }
      }
    }
    return true;
  }

  /** What limits bound of a value; null for a number beyond all numbers. */
  private static BigDecimal sizeOf(ConfigNode value) {
    if (value instanceof ScalarNode scalar) {
      String text = scalar.text();
      return scalar.type() == ScalarNode.Type.STRING
          ? BigDecimal.valueOf(text.codePointCount(0, text.length()))
          : Numbers.valueOf(scalar).orElse(null);
    }
    return BigDecimal.valueOf(value.members().size() + value.items().size());
  }

  private void checkText(ScalarNode scalar, Measure measure) {
    if (!measure.concerns(Subject.TEXT)) {
      return;
    }
    SchemaNode refusing = null;
    for (SchemaNode part : measure.parts()) {
      if (refusing == null && !part.matches(scalar.text())) {
        refusing = part;
        broken = true;
      }
    }
    if (!isReporting()) {
      return;
    }
    // The judge of formats knows more about a text than a pattern can say.
    for (SchemaNode part : measure.parts()) {
      if (part.format() != null) {
        Optional<String> complaint = options.formats().complaint(part.format(), scalar);
        if (complaint.isPresent()) {
          problems.add(
              badFormat(scalar, Optional.of(part.format()), complaint.get(), measure, part));
          return;
        }
      }
    }
    if (refusing != null) {
      Optional<String> format = measure.place().said(Documentation::format);
      String detail = refusing.documentation().patternMessage().orElse("");
      problems.add(badFormat(scalar, format, detail, measure, refusing));
    }
  }

  private static BadFormat badFormat(
      ScalarNode scalar,
      Optional<String> format,
      String detail,
      Measure measure,
      SchemaNode refusing) {
    return new BadFormat(
        scalar, measure.owner(), format, detail, measure.place(), measure.demand(refusing));
  }
}
