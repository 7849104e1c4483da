package io.github.edgelint.rules.syntax;

import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.edit.UnitEditor;
import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.SystemdEnvironment;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** EDGE010: a line of a unit file that systemd does not read where it stands. */
public final class UnitLineIgnored implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE010", "unit-line-ignored", Severity.ERROR, UNIT);

  private static final String SERVICE = "Service";
  private static final Set<String> OF_SERVICE =
      Set.of("Environment", "EnvironmentFile", "PassEnvironment", "UnsetEnvironment");

  private static final String EXPORT = "export ";

  /** A value that means the same without systemd's quotes, escapes and specifiers. */
  private static final Pattern PLAIN = Pattern.compile("[^\\s\"'\\\\%]+");

  private static final Pattern FIRST_WORD = Pattern.compile("^([A-Za-z]+)(:?\\s*)");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    findings(document).forEach(context::report);
  }

  /** Whether a line of a unit that this rule reports was to set the proxy for {@code https}. */
  public static boolean hidesProxy(Document document) {
    String text = document.source().text();
    return findings(document).stream().anyMatch(line -> isAboutHttps(line.range().of(text)));
  }

  private static List<Finding> findings(Document document) {
    List<Finding> findings = new ArrayList<>();
    for (SyntaxProblem problem :
        ProblemFindings.of(document, SyntaxProblem.Kind.UNIT_LINE_IGNORED)) {
      String text = problem.range().of(document.source().text());
      findings.add(
          ProblemFindings.of(
                  INFO, document, problem, message(document, problem.detail(), proxyIn(text)))
              .about(problem.range())
              .withSeverity(severity(proxyIn(text))));
    }
    for (Section section : document.tree().sections()) {
      boolean beforeHeaders = section.header().isEmpty();
      boolean service = !beforeHeaders && nameOf(document, section).equals(SERVICE);
      for (Member member : section.table().members()) {
        if (member.value() instanceof ScalarNode value) {
          if (service) {
            misnamed(document, member, value).ifPresent(findings::add);
          } else if (beforeHeaders || OF_SERVICE.contains(member.name())) {
            findings.add(misplaced(document, member, value, beforeHeaders));
          }
        }
      }
    }
    return findings;
  }

  private static boolean isAboutHttps(String line) {
    return proxyIn(line)
        .flatMap(ProxyVariable::ofAnyCase)
        .filter(ProxyVariable.HTTPS_PROXY::equals)
        .isPresent();
  }

  private static Optional<Finding> misnamed(Document document, Member member, ScalarNode value) {
    return OF_SERVICE.contains(member.name())
        ? Optional.empty()
        : bareVariable(document, member, value).or(() -> misspelt(document, member, value));
  }

  /** A proxy variable in the place of a setting. */
  private static Optional<Finding> bareVariable(
      Document document, Member member, ScalarNode value) {
    String name = member.name();
    String variable = name.startsWith(EXPORT) ? name.substring(EXPORT.length()).strip() : name;
    if (ProxyVariable.ofAnyCase(variable).isEmpty()) {
      return Optional.empty();
    }
    String reason = "variables are set with `Environment=`";
    Finding finding = misnamed(document, member, reason, Optional.of(variable));
    String text = unquoted(value.text());
    if (!PLAIN.matcher(text).matches()) {
      return Optional.of(finding);
    }
    String line = "Environment=" + SystemdEnvironment.word(variable, text);
    return Optional.of(
        finding.withFix(
            Fix.safe(
                "Write `Environment=`",
                document,
                () -> List.of(new TextEdit(member.range(), line)))));
  }

  /** A name that is close to that of a setting. */
  private static Optional<Finding> misspelt(Document document, Member member, ScalarNode value) {
    Matcher word = FIRST_WORD.matcher(member.name());
    Optional<String> meant =
        word.find()
            ? OF_SERVICE.stream().filter(key -> isMeant(key, word.group(1))).findFirst()
            : Optional.empty();
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    String written = word.group(1) + word.group(2).strip();
    Optional<String> variable =
        proxyIn(member.range().of(document.source().text())).or(() -> variableOf(value));
    String reason = "`" + written + "` is not `" + meant.get() + "`";
    Finding finding = misnamed(document, member, reason, variable);
    boolean colon = written.endsWith(":");
    if (!colon && word.end() < member.name().length()) {
      return Optional.of(finding);
    }
    TextRange range = TextRange.ofLength(member.key().range().start(), word.end());
    return Optional.of(
        finding.withFix(
            Fix.safe(
                "Write `" + meant.get() + "=`",
                document,
                () -> List.of(new TextEdit(range, meant.get() + (colon ? "=" : ""))))));
  }

  private static boolean isMeant(String key, String word) {
    return key.equalsIgnoreCase(word)
        || (key.equals("Environment") && NearestName.of(word, List.of(key)).isPresent());
  }

  private static Finding misnamed(
      Document document, Member member, String reason, Optional<String> variable) {
    boolean proxy = variable.flatMap(ProxyVariable::ofAnyCase).isPresent();
    return Finding.of(INFO, document, member.range(), message(document, reason, variable))
        .withSeverity(proxy ? Severity.ERROR : Severity.WARNING);
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.endsWith(text.substring(0, 1));
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static Finding misplaced(
      Document document, Member member, ScalarNode value, boolean beforeHeaders) {
    Optional<String> variable =
        member.name().equals("Environment") ? variableOf(value) : Optional.empty();
    boolean proxy = variable.flatMap(ProxyVariable::ofAnyCase).isPresent();
    UnitEditor editor = new UnitEditor(document.tree());
    return Finding.of(
            INFO,
            document,
            member.range(),
            message(document, "it stands outside `[Service]`", variable))
        .withSeverity(proxy ? Severity.ERROR : Severity.WARNING)
        .withFix(
            beforeHeaders
                ? Fix.safe(
                    "Insert `[Service]` above",
                    document,
                    () -> editor.insertHeader(SERVICE, member))
                : Fix.safe("Move under `[Service]`", document, () -> editor.move(member, SERVICE)));
  }

  private static Message message(Document document, String reason, Optional<String> variable) {
    return Message.of(
        "systemd ignores this line because {reason}, so {variable} is set for {unit}.",
        "reason",
        reason,
        "variable",
        variable.map(name -> "no `" + name + "`").orElse("nothing"),
        "unit",
        document.unit().map(unit -> unit.unitName()).orElse("this unit"));
  }

  private static Severity severity(Optional<String> proxy) {
    return proxy.isPresent() ? Severity.ERROR : Severity.WARNING;
  }

  /** The proxy variable that a line which is no assignment seems to be about. */
  private static Optional<String> proxyIn(String line) {
    for (String word : line.split("[^A-Za-z_]+")) {
      if (ProxyVariable.ofAnyCase(word).isPresent()) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> variableOf(ScalarNode value) {
    List<SystemdEnvironment.Assignment> set = SystemdEnvironment.parse(value.text()).assignments();
    return set.isEmpty() ? Optional.empty() : Optional.of(set.get(0).name());
  }

  private static String nameOf(Document document, Section section) {
    for (Member member : document.tree().root().members()) {
      if (member.value() == section.table()) {
        return member.name();
      }
    }
    return "";
  }
}
