package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.HumanDuration;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.Limit;
import io.github.edgelint.schema.SchemaNode;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Document;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** EDGE108: a number or size that its reader refuses, or cannot work with. */
final class ValueOutOfRange extends SchemaRule {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,40}");

  ValueOutOfRange() {
    super(
        RuleInfo.of(
            "EDGE108",
            "value-out-of-range",
            Severity.ERROR,
            DEVICE_CONFIG,
            MANIFEST,
            TEMPLATE,
            LAYERED));
  }

  @Override
  public void check(Document document, RuleContext context) {
    super.check(document, context);
    document.deviceConfig().ifPresent(config -> checkRecurrence(config, document, context));
  }

  @Override
  void check(SchemaProblem problem, Document document, RuleContext context) {
    if (isForAnother(problem)) {
      return;
    }
    if (problem instanceof SchemaProblem.OutOfRange number) {
      context.report(
          finding(number, number.value(), range(number, document), document)
              .withFix(nearestAllowed(number, document)));
    } else if (problem instanceof SchemaProblem.BadFormat text) {
      brokenByText(text, document)
          .ifPresent(
              kind ->
                  context.report(
                      finding(
                              text,
                              text.value(),
                              "be " + numbers(text, text.value(), document),
                              document)
                          .withFix(nearestAllowed(text, text.value(), kind, document))));
    }
  }

  /** The bound of the key that a number in quotes breaks, if the text is one at all. */
  static Optional<Limit.Kind> brokenByText(SchemaProblem.BadFormat problem, Document document) {
    if (problem.format().isPresent()
        || !WHOLE_NUMBER.matcher(problem.value().text().strip()).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(problem.value().text().strip());
    if (bound(problem, problem.value(), document, Limit.Kind.MINIMUM)
        .filter(low -> number.compareTo(low) < 0)
        .isPresent()) {
      return Optional.of(Limit.Kind.MINIMUM);
    }
    return bound(problem, problem.value(), document, Limit.Kind.MAXIMUM)
        .filter(high -> number.compareTo(high) > 0)
        .map(high -> Limit.Kind.MAXIMUM);
  }

  private Finding finding(
      SchemaProblem problem, ConfigNode value, String range, Document document) {
    return Finding.of(
            info(),
            document,
            problem.range(),
            Message.of(
                "`{key}` is {value} but must {range}; {consequence}.",
                "key",
                Words.key(document, value),
                "value",
                value(value),
                "range",
                range,
                "consequence",
                Words.consequence(problem, document)))
        .withSeverity(Words.severity(problem));
  }

  private static String value(ConfigNode value) {
    if (value instanceof ScalarNode scalar) {
      return scalar.text().isEmpty() ? "empty" : scalar.text();
    }
    return value.items().isEmpty() && value.members().isEmpty() ? "empty" : "too long";
  }

  private static String range(SchemaProblem.OutOfRange problem, Document document) {
    Limit broken = problem.broken();
    return switch (broken.kind()) {
      case MINIMUM, MAXIMUM -> "be " + numbers(problem, problem.value(), document);
      case EXCLUSIVE_MINIMUM -> "be greater than " + plain(broken);
      case EXCLUSIVE_MAXIMUM -> "be less than " + plain(broken);
      case MIN_LENGTH -> "have at least " + count(broken, "character", "characters");
      case MAX_LENGTH -> "have at most " + count(broken, "character", "characters");
      case MIN_ITEMS, MIN_PROPERTIES -> "have at least " + count(broken, "entry", "entries");
      case MAX_ITEMS, MAX_PROPERTIES -> "have at most " + count(broken, "entry", "entries");
    };
  }

  private static String count(Limit limit, String one, String many) {
    String count = plain(limit);
    return count.equals("1") ? "one " + one : count + " " + many;
  }

  private static String numbers(SchemaProblem problem, ConfigNode value, Document document) {
    Optional<BigDecimal> low = bound(problem, value, document, Limit.Kind.MINIMUM);
    Optional<BigDecimal> high = bound(problem, value, document, Limit.Kind.MAXIMUM);
    if (low.isPresent() && high.isPresent()) {
      return "from " + low.get().toPlainString() + " to " + high.get().toPlainString();
    }
    return low.isPresent()
        ? low.get().toPlainString() + " or more"
        : high.orElseThrow().toPlainString() + " or less";
  }

  // The strictest of all bounds: what is accepted may still be more than a daemon can work with.
  private static Optional<BigDecimal> bound(
      SchemaProblem problem, ConfigNode value, Document document, Limit.Kind kind) {
    List<SchemaNode> schemas = new ArrayList<>(problem.place().schemas());
    NodePath path = document.tree().pathOf(value);
    document
        .schema()
        .orElseThrow()
        .lookup()
        .at(path.parent())
        .property(path.last())
        .ifPresent(key -> schemas.addAll(key.place().schemas()));
    Stream<BigDecimal> bounds =
        schemas.stream()
            .flatMap(schema -> schema.limits().stream())
            .filter(limit -> limit.kind() == kind)
            .map(Limit::bound);
    return kind == Limit.Kind.MINIMUM
        ? bounds.max(BigDecimal::compareTo)
        : bounds.min(BigDecimal::compareTo);
  }

  private static String plain(Limit limit) {
    return limit.bound().toPlainString();
  }

  private static Optional<Fix> nearestAllowed(SchemaProblem.OutOfRange problem, Document document) {
    Limit.Kind kind = problem.broken().kind();
    boolean number = kind == Limit.Kind.MINIMUM || kind == Limit.Kind.MAXIMUM;
    return number
        ? Optional.of(nearestAllowed(problem, problem.value(), kind, document))
        : Optional.empty();
  }

  private static Fix nearestAllowed(
      SchemaProblem problem, ConfigNode value, Limit.Kind kind, Document document) {
    String nearest = bound(problem, value, document, kind).orElseThrow().toPlainString();
    String title = "Set to " + nearest;
    NewValue number = NewValue.literal(nearest);
    return Words.key(document, value).equals("cloud_timeout_sec")
        ? Fix.safe(title, document, () -> DocumentEditor.of(document).set(value, number))
        : Fix.unsafe(title, document, () -> DocumentEditor.of(document).set(value, number));
  }

  // A pause of length zero: no schema can say it.
  private void checkRecurrence(DeviceConfig config, Document document, RuleContext context) {
    Optional<ScalarNode> value = config.string("image_garbage_collection", "cleanup_recurrence");
    if (value
        .flatMap(text -> HumanDuration.parse(text.text()))
        .filter(HumanDuration::isZero)
        .isPresent()) {
      context.report(
          Finding.of(
              info(),
              document,
              value.get().range(),
              Message.of(
                  "`cleanup_recurrence` is {value} but must be a day or more; after its first run"
                      + " aziot-edged removes images without a pause.",
                  "value",
                  value.get().text())));
    }
  }
}
