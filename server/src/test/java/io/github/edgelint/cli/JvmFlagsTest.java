package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What two launchers and the extension of VS Code tell the JVM. */
class JvmFlagsTest {

  private static final Pattern FLAG = Pattern.compile("-X[^\\s\"'`]+");
  private static final Pattern COMPILER = Pattern.compile("CompileThreshold|C1MaxInlineSize");
  private static final String ARCHIVE = "-XX:SharedArchiveFile=";

  private static String read(String file) throws IOException {
    return Files.readString(Repository.root().resolve(file));
  }

  /** The flags between two marks of a text; where the archive lies, each says in its own way. */
  private static Set<String> flags(String text, String from, String to) {
    int start = text.indexOf(from);
    int end = text.indexOf(to, start + from.length());
    assertThat(start).as(from).isNotNegative();
    assertThat(end).as(to).isNotNegative();
    Set<String> flags = new TreeSet<>();
    Matcher matcher = FLAG.matcher(text.substring(start, end));
    while (matcher.find()) {
      flags.add(matcher.group().startsWith(ARCHIVE) ? ARCHIVE : matcher.group());
    }
    assertThat(flags).as(from).isNotEmpty();
    return flags;
  }

  private static Set<String> both(Set<String> some, Set<String> more) {
    Set<String> both = new TreeSet<>(some);
    both.addAll(more);
    return both;
  }

  private static Set<String> ofShell(String command) throws IOException {
    String script = read("server/src/dist/bin/edgelint");
    return both(
        flags(script, "\n  " + command + ")", ";;"), flags(script, "\nexec \"$java\"", "-jar"));
  }

  private static Set<String> ofWindows(String command) throws IOException {
    String script = read("server/src/dist/bin/edgelint.cmd").replace("\r", "");
    return both(flags(script, command, "\n"), flags(script, "\n\"%java%\"", "-jar"));
  }

  @Test
  void areTheSameForAServerOnEverySystem() throws IOException {
    assertThat(ofWindows("if \"%~1\"==\"serve\" set \"kind=")).isEqualTo(ofShell("serve"));
  }

  @Test
  void areTheSameForACommandOnEverySystem() throws IOException {
    assertThat(ofWindows("\nset \"kind=")).isEqualTo(ofShell("*"));
  }

  @Test
  void ofTheExtensionDifferInWhenTheServerCompilesAndInNothingElse() throws IOException {
    String extension = read("client-vscode/src/server/launch.ts");

    assertThat(withoutCompiler(flags(extension, "function javaArguments", "'-jar'")))
        .isEqualTo(withoutCompiler(ofShell("serve")));
  }

  private static Set<String> withoutCompiler(Set<String> flags) {
    Set<String> others = new TreeSet<>(flags);
    others.removeIf(flag -> COMPILER.matcher(flag).find());
    return others;
  }
}
