package io.github.edgelint.testing;

import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All sets of files that rules are tried on: the examples of their pages and the fixtures. The
 * system property {@code edgelint.rules}, such as {@code EDGE2}, limits them to codes that start
 * so.
 */
public final class RuleCases {

  private static final Path FIXTURES = Path.of("server/src/test/resources/fixtures");

  /**
   * A set of files.
   *
   * @param name for the test report
   * @param code the rule it was written for
   */
  public record Case(String name, String code, Map<String, String> files) {
    @Override
    public String toString() {
      return name;
    }
  }

  private RuleCases() {}

  public static boolean isWanted(String code) {
    return code.startsWith(System.getProperty("edgelint.rules", ""));
  }

  public static List<RuleInfo> infos() {
    return RuleCatalog.infos().stream().filter(info -> isWanted(info.code())).toList();
  }

  /** The fixture files, in order of their names. */
  public static List<Path> fixtures() throws IOException {
    Path folder = Repository.root().resolve(FIXTURES);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("EDGE\\d{3}-.*\\.txt"))
          .filter(file -> isWanted(codeOf(file)))
          .sorted()
          .toList();
    }
  }

  public static String codeOf(Path fixture) {
    return fixture.getFileName().toString().substring(0, 7);
  }

  /** Everything there is: bad and good examples, and fixtures. */
  public static List<Case> all() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (RuleInfo info : infos()) {
      RulePage.of(info)
          .map(RulePage::examples)
          .orElse(List.of())
          .forEach(
              example -> {
                cases.add(
                    new Case(
                        info.code() + " page, bad: " + example.name(), info.code(), example.bad()));
                cases.add(
                    new Case(
                        info.code() + " page, good: " + example.name(),
                        info.code(),
                        example.good()));
              });
    }
    for (Path fixture : fixtures()) {
      cases.add(
          new Case(
              fixture.getFileName().toString(),
              codeOf(fixture),
              Fixture.parse(Files.readString(fixture)).files()));
    }
    return cases;
  }
}
