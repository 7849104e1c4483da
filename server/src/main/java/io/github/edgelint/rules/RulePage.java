package io.github.edgelint.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of a rule, {@code docs/rules/EDGExxx.md}: what {@code explain}, hover, reports and the
 * web reference show, and the examples that the tests run.
 *
 * <p>A page starts with {@code # EDGE253 hub-proxy-missing}, then one paragraph that sums it up,
 * then the sections {@link #HEADINGS}. Code blocks of the section <i>Example</i> name the file they
 * stand for after the language: {@code ```toml bad etc/aziot/config.toml}, {@code ```json good
 * deployment.json}. A heading {@code ### …} inside the section starts another example.
 *
 * @param title the first line without its mark
 * @param summary the paragraph below the title
 * @param markdown the whole page
 */
public record RulePage(String title, String summary, String markdown) {

  /** The sections that every page has, in this order. */
  public static final List<String> HEADINGS =
      List.of("What goes wrong", "Example", "Fix", "How the runtime behaves", "Sources");

  /**
   * A set of files that belong together.
   *
   * @param name heading of the example
   * @param bad files by path that make the rule fire exactly once
   * @param good the same files, put right
   */
  public record Example(String name, Map<String, String> bad, Map<String, String> good) {}

  /** Where people find the page of a rule on the web. edgelint itself never goes there. */
  public static String address(String code) {
    return "https://github.com/edgelint/edgelint/blob/main/docs/rules/" + code + ".md";
  }

  /** The page of a rule, where it has one. */
  public static Optional<RulePage> of(RuleInfo rule) {
    try (InputStream in = RulePage.class.getResourceAsStream("/rules/" + rule.code() + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a page. */
  public static RulePage parse(String markdown) {
    List<String> lines = markdown.lines().toList();
    String title = lines.isEmpty() ? "" : lines.get(0).replaceFirst("^#\\s*", "");
    StringBuilder summary = new StringBuilder();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      if (line.isBlank() && summary.isEmpty()) {
        continue;
      }
      if (line.isBlank() || line.startsWith("#")) {
        break;
      }
      summary.append(summary.isEmpty() ? "" : " ").append(line.strip());
    }
    return new RulePage(title, summary.toString(), markdown);
  }

  /** The text of a section without its heading. */
  public Optional<String> section(String heading) {
    StringBuilder text = null;
    boolean fenced = false;
    for (String line : markdown.lines().toList()) {
      fenced ^= line.startsWith("```");
      if (!fenced && line.startsWith("## ")) {
        if (text != null) {
          break;
        }
        text = line.substring(3).strip().equals(heading) ? new StringBuilder() : null;
      } else if (text != null) {
        text.append(line).append('\n');
      }
    }
    return Optional.ofNullable(text).map(t -> t.toString().strip());
  }

  /** The headings of its sections, in order. */
  public List<String> headings() {
    List<String> found = new ArrayList<>();
    boolean fenced = false;
    for (String line : markdown.lines().toList()) {
      fenced ^= line.startsWith("```");
      if (!fenced && line.startsWith("## ")) {
        found.add(line.substring(3).strip());
      }
    }
    return found;
  }

  /**
   * The examples. A bad file without a good version stays as it is; where the good files are other
   * ones altogether, they take the place of the bad.
   */
  public List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    String name = "Example";
    Map<String, String> bad = new LinkedHashMap<>();
    Map<String, String> good = new LinkedHashMap<>();
    String[] fence = null;
    StringBuilder text = new StringBuilder();
    for (String line : section("Example").orElse("").lines().toList()) {
      if (fence == null && line.startsWith("### ")) {
        add(examples, name, bad, good);
        name = line.substring(4).strip();
        bad = new LinkedHashMap<>();
        good = new LinkedHashMap<>();
      } else if (fence == null && line.startsWith("```")) {
        fence = line.substring(3).strip().split("\\s+", 3);
        text.setLength(0);
      } else if (fence != null && line.startsWith("```")) {
        if (fence.length == 3) {
          (fence[1].equals("good") ? good : bad).put(fence[2], text.toString());
        }
        fence = null;
      } else if (fence != null) {
        text.append(line).append('\n');
      }
    }
    add(examples, name, bad, good);
    return examples;
  }

  private static void add(
      List<Example> examples, String name, Map<String, String> bad, Map<String, String> good) {
    if (!bad.isEmpty()) {
      boolean corrects = good.keySet().stream().anyMatch(bad::containsKey);
      Map<String, String> whole = corrects ? new LinkedHashMap<>(bad) : new LinkedHashMap<>();
      whole.putAll(good);
      examples.add(new Example(name, bad, whole));
    }
  }
}
