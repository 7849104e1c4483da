package io.github.edgelint.schema;

import io.github.edgelint.schema.SchemaProblem.BadFormat;
import io.github.edgelint.schema.SchemaProblem.DeprecatedKey;
import io.github.edgelint.schema.SchemaProblem.KeyLetterCase;
import io.github.edgelint.schema.SchemaProblem.MissingKeys;
import io.github.edgelint.schema.SchemaProblem.NotAllowedValue;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One walk through a document side by side with the schemas that hold at each value. Conditions are
 * decided by the same walk, kept quiet: a condition holds when it has no problem, and is open when
 * the walk met something that nobody can judge.
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

  private enum Answer {
    YES,
    NO,
    OPEN
  }

  private final ConfigTree tree;
  private final CheckOptions options;
  private final Purpose purpose;
  private final boolean toml;
  private final boolean damaged;
  private final boolean duplicates;
  private final List<SchemaProblem> problems = new ArrayList<>();
  private boolean broken;
  private boolean open;

  private Checker(ConfigTree tree, CheckOptions options, Purpose purpose) {
    this.tree = tree;
    this.options = options;
    this.purpose = purpose;
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
    this.toml = parent.toml;
    this.damaged = parent.damaged;
    this.duplicates = parent.duplicates;
  }

  /** A walk that finds the problems of a document. */
  static Checker ofDocument(ConfigTree tree, CheckOptions options) {
    return new Checker(tree, options, Purpose.REPORT);
  }

  /** Decides what holds in a document that is being written. */
  static Checker forLookup(ConfigTree tree, CheckOptions options) {
    return new Checker(tree, options, Purpose.DECIDE_UNFINISHED);
  }

  List<SchemaProblem> problems() {
    return problems;
  }

  /** The place as the value decides it: references followed, conditions answered. */
  Place resolve(Place place, ConfigNode value) {
    List<SchemaNode> possible = new ArrayList<>();
    Parts parts = new Parts(value, possible);
    place.certain().forEach(schema -> parts.add(schema, parts.certain));
    place.possible().forEach(schema -> parts.add(schema, possible));
    return new Place(parts.certain, possible);
  }

  /**
   * Measures a value by all schemas that hold for it together.
   *
   * @param member whose value it is, or null
   */
  void check(ConfigNode value, Member member, List<SchemaNode> schemas) {
    if (isDecided()) {
      return;
    }
    List<SchemaNode> parts = partsFor(value, schemas);
    if (member != null) {
      checkKey(member, parts);
    }
    ValueType actual = ValueType.of(value, toml);
    if (actual == ValueType.UNKNOWN || isUnreadable(value)) {
      open = true;
    } else if (hasRightType(value, member, actual, parts)) {
      checkNot(value, parts);
      if (value instanceof ObjectNode object) {
        checkObject(object, member, parts);
      } else if (value instanceof ArrayNode array) {
        checkArray(array, member, parts);
      } else if (value instanceof ScalarNode scalar) {
        checkScalar(scalar, member, parts);
      }
    }
  }

  private boolean isDecided() {
    return purpose != Purpose.REPORT && broken;
  }

  private boolean isReporting() {
    return purpose == Purpose.REPORT;
  }

  private void report(SchemaProblem problem) {
    problems.add(problem);
  }

  private boolean isUnreadable(ConfigNode value) {
    if (!(value instanceof ScalarNode scalar)) {
      return false;
    }
    return (scalar.type() == ScalarNode.Type.STRING && options.isPlaceholder().test(scalar.text()))
        || (damaged && tree.isDamaged(scalar.range()));
  }

  private void checkKey(Member member, List<SchemaNode> parts) {
    if (!isReporting()) {
      return;
    }
    for (SchemaNode part : parts) {
      if (part.documentation().isDeprecated()) {
        report(new DeprecatedKey(member, place(parts)));
        return;
      }
    }
  }

  private boolean hasRightType(
      ConfigNode value, Member member, ValueType actual, List<SchemaNode> parts) {
    boolean right = true;
    for (int i = 0; i < parts.size() && right; i++) {
      right = parts.get(i).admits(actual);
    }
    if (!right) {
      broken = true;
      if (isReporting()) {
        report(
            new WrongType(
                value, Optional.ofNullable(member), place(parts).types(), actual, place(parts)));
      }
    }
    return right;
  }

  // Only conditions say "not" (the tests see to that), so there is never anything to report.
  private void checkNot(ConfigNode value, List<SchemaNode> parts) {
    for (SchemaNode part : parts) {
      if (part.not() != null) {
        Answer answer = decide(part.not(), value);
        broken |= answer == Answer.YES;
        open |= answer == Answer.OPEN;
      }
    }
  }

  private void checkObject(ObjectNode object, Member self, List<SchemaNode> parts) {
    for (Member member : object.members()) {
      if (isDecided()) {
        return;
      }
      if (!duplicates || object.member(member.name()).filter(member::equals).isPresent()) {
        checkMember(object, member, parts);
      }
    }
    if (hasRequired(object, self, parts)) {
      checkLimits(object, self, BigDecimal.valueOf(object.members().size()), parts);
    }
  }

  private void checkMember(ObjectNode object, Member member, List<SchemaNode> parts) {
    String name = member.name();
    List<SchemaNode> schemas = Keys.of(parts, name);
    if (schemas != null && schemas.isEmpty() && options.ignoreCase()) {
      schemas = Keys.ofAnyCase(parts, name);
    }
    if (schemas == null) {
      checkUnknown(object, member, parts);
    } else if (!schemas.isEmpty() && !isCommentInMap(member, parts)) {
      check(member.value(), member, schemas);
    }
  }

  private void checkUnknown(ObjectNode object, Member member, List<SchemaNode> parts) {
    String name = member.name();
    if (Spelling.isComment(name) || options.isPlaceholder().test(name)) {
      return;
    }
    String canonical = Keys.spellingOf(parts, name);
    List<SchemaNode> schemas = canonical == null ? null : Keys.of(parts, canonical);
    boolean isRead = canonical != null && options.ignoreCase() && canonical.equalsIgnoreCase(name);
    broken |= !isRead;
    if (isReporting()) {
      report(
          canonical == null
              ? new UnknownKey(member, object, place(parts))
              : new KeyLetterCase(member, object, canonical, place(schemas)));
    }
    if (isRead) {
      check(member.value(), member, schemas);
    }
  }

  // {"modules": {"_comment": "…"}}: not a module, and somebody else's business.
  private boolean isCommentInMap(Member member, List<SchemaNode> parts) {
    if (toml || !Spelling.isCommentInMap(member.name()) || member.value() instanceof ObjectNode) {
      return false;
    }
    for (SchemaNode part : parts) {
      if (part.named(member.name()) != null) {
        return false;
      }
    }
    return true;
  }

  private boolean hasRequired(ObjectNode object, Member self, List<SchemaNode> parts) {
    boolean all = true;
    Map<String, Property> missing = null;
    for (SchemaNode part : parts) {
      for (String key : part.required()) {
        if (isAbsent(object, key)) {
          if (isOpen(object, key, parts)) {
            open = true;
            continue;
          }
          all = false;
          broken = true;
          if (isReporting()) {
            missing = missing == null ? new LinkedHashMap<>() : missing;
            missing.computeIfAbsent(
                key, name -> place(parts).property(name).orElseGet(() -> bare(name)));
          }
        }
      }
    }
    if (missing != null) {
      report(
          new MissingKeys(
              object, headOf(object, self), List.copyOf(missing.values()), place(parts)));
    }
    return all;
  }

  private static Property bare(String name) {
    return new Property(name, true, Place.UNKNOWN);
  }

  private boolean isAbsent(ObjectNode object, String key) {
    return (options.ignoreCase() ? object.memberIgnoreCase(key) : object.member(key)).isEmpty();
  }

  // Whether the key may yet be there: in a damaged part, or because somebody is writing.
  private boolean isOpen(ObjectNode object, String key, List<SchemaNode> parts) {
    if (damaged && tree.isDamaged(object.range())) {
      return true;
    }
    if (purpose == Purpose.DECIDE_UNFINISHED) {
      for (SchemaNode part : parts) {
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

  private void checkArray(ArrayNode array, Member self, List<SchemaNode> parts) {
    List<SchemaNode> schemas = List.of();
    for (SchemaNode part : parts) {
      if (part.item() != null) {
        schemas = Keys.joined(schemas, part.item());
      }
    }
    if (!schemas.isEmpty()) {
      for (ConfigNode item : array.items()) {
        check(item, null, schemas);
      }
    }
    checkLimits(array, self, BigDecimal.valueOf(array.items().size()), parts);
  }

  private void checkScalar(ScalarNode scalar, Member member, List<SchemaNode> parts) {
    for (SchemaNode part : parts) {
      if (part.isChoice() && !part.allows(scalar)) {
        broken = true;
        if (isReporting()) {
          report(
              new NotAllowedValue(
                  scalar, Optional.ofNullable(member), place(parts).allowedValues(), place(parts)));
        }
        return;
      }
    }
    if (scalar.type() == ScalarNode.Type.STRING) {
      String text = scalar.text();
      if (checkLimits(
          scalar, member, BigDecimal.valueOf(text.codePointCount(0, text.length())), parts)) {
        checkText(scalar, member, parts);
      }
    } else {
      Optional<BigDecimal> number = Numbers.valueOf(scalar);
      if (number.isPresent()) {
        checkLimits(scalar, member, number.get(), parts);
      }
    }
  }

  private boolean checkLimits(
      ConfigNode value, Member member, BigDecimal measured, List<SchemaNode> parts) {
    ValueType subject = ValueType.of(value, toml);
    for (SchemaNode part : parts) {
      for (Limit limit : part.limits()) {
        boolean concerns =
            limit.kind().subject() == subject
                || (limit.kind().subject() == ValueType.NUMBER && subject == ValueType.INTEGER);
        if (concerns && !limit.holds(measured)) {
          broken = true;
          if (isReporting()) {
            report(new OutOfRange(value, Optional.ofNullable(member), limit, place(parts)));
          }
          return false;
        }
      }
    }
    return true;
  }

  private void checkText(ScalarNode scalar, Member member, List<SchemaNode> parts) {
    boolean matches = true;
    Optional<String> message = Optional.empty();
    for (SchemaNode part : parts) {
      if (!part.matches(scalar.text())) {
        broken = true;
        matches = false;
        message = message.or(() -> part.documentation().patternMessage());
      }
    }
    if (!isReporting()) {
      return;
    }
    // The judge of formats knows more about a text than a pattern can say.
    for (SchemaNode part : parts) {
      Optional<String> format = part.documentation().format();
      Optional<String> complaint =
          format.flatMap(name -> options.formats().complaint(name, scalar));
      if (complaint.isPresent()) {
        report(
            new BadFormat(
                scalar, Optional.ofNullable(member), format, complaint.get(), place(parts)));
        return;
      }
    }
    if (!matches) {
      report(
          new BadFormat(
              scalar,
              Optional.ofNullable(member),
              place(parts).said(Documentation::format),
              message.orElse(""),
              place(parts)));
    }
  }

  private static Place place(List<SchemaNode> parts) {
    return new Place(parts, List.of());
  }

  private List<SchemaNode> partsFor(ConfigNode value, List<SchemaNode> schemas) {
    if (schemas.size() == 1 && schemas.get(0).isFlat()) {
      return schemas;
    }
    Parts parts = new Parts(value, null);
    for (SchemaNode schema : schemas) {
      parts.add(schema, parts.certain);
    }
    return parts.certain;
  }

  private Answer decide(SchemaNode condition, ConfigNode value) {
    Checker quiet = new Checker(this, purpose == Purpose.REPORT ? Purpose.DECIDE : purpose);
    quiet.check(value, null, condition.alone());
    if (quiet.broken) {
      return Answer.NO;
    }
    return quiet.open ? Answer.OPEN : Answer.YES;
  }

  /** Gathers the schemas that hold for a value. */
  private final class Parts {
    private final ConfigNode value;
    private final List<SchemaNode> certain = new ArrayList<>();
    private final List<SchemaNode> possible;

    /**
     * @param possible takes what may hold; null when nobody asks
     */
    Parts(ConfigNode value, List<SchemaNode> possible) {
      this.value = value;
      this.possible = possible;
    }

    void add(SchemaNode schema, List<SchemaNode> into) {
      into.add(schema);
      if (schema.isFlat()) {
        return;
      }
      if (schema.condition() != null) {
        addBranches(schema, into);
      }
      if (schema.target() != null) {
        add(schema.target(), into);
      }
      for (SchemaNode part : schema.allOf()) {
        add(part, into);
      }
      if (!schema.anyOf().isEmpty()) {
        addAlternatives(schema, into);
      }
    }

    private void addBranches(SchemaNode schema, List<SchemaNode> into) {
      Answer answer = decide(schema.condition(), value);
      if (answer == Answer.OPEN) {
        open = true;
        addPossible(schema.branch(true));
        addPossible(schema.branch(false));
        return;
      }
      SchemaNode branch = schema.branch(answer == Answer.YES);
      if (branch != null) {
        add(branch, into);
      }
    }

    private void addPossible(SchemaNode schema) {
      if (schema != null && possible != null) {
        add(schema, possible);
      }
    }

    // A value is measured by the alternatives of its type only: nobody who wrote a text wants to
    // hear what an object would need.
    private void addAlternatives(SchemaNode schema, List<SchemaNode> into) {
      ValueType type = ValueType.of(value, toml);
      List<SchemaNode> fitting = new ArrayList<>();
      for (SchemaNode alternative : schema.anyOf()) {
        if (type == ValueType.UNKNOWN || alternative.possibleTypes().contains(type)) {
          fitting.add(alternative);
        }
      }
      if (fitting.isEmpty()) {
        into.add(schema.someAlternative());
      } else if (fitting.size() == 1) {
        add(fitting.get(0), into);
      } else if (possible != null) {
        fitting.forEach(this::addPossible);
      } else {
        addBest(fitting, into);
      }
    }

    private void addBest(List<SchemaNode> alternatives, List<SchemaNode> into) {
      SchemaNode best = null;
      int fewest = Integer.MAX_VALUE;
      for (SchemaNode alternative : alternatives) {
        Answer answer = decide(alternative, value);
        if (answer == Answer.OPEN) {
          open = true;
          return;
        }
        int count = answer == Answer.YES ? 0 : problemsWith(alternative);
        if (count < fewest) {
          fewest = count;
          best = alternative;
        }
      }
      add(best, into);
    }

    private int problemsWith(SchemaNode alternative) {
      Checker trial = new Checker(Checker.this, Purpose.REPORT);
      trial.check(value, null, alternative.alone());
      return trial.problems.size();
    }
  }
}
