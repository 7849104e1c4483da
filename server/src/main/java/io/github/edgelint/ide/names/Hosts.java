package io.github.edgelint.ide.names;

import io.github.edgelint.ide.names.Mention.Kind;
import io.github.edgelint.ide.names.Mention.Role;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.ValueText;
import io.github.edgelint.iotedge.value.NoProxyList;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hosts in the environment of a module. A container reaches another one by its name, which is that
 * of its module, so that a host may be one.
 */
final class Hosts {

  private static final String NAME = "([A-Za-z0-9][A-Za-z0-9_-]*)";

  /** In an address: {@code http://blob:11002/account}. */
  private static final Pattern ADDRESS =
      Pattern.compile("://(?:[^/@\\s]*@)?" + NAME + "(?=$|[^\\w.-])");

  /** All of a value: {@code blob:11002}. */
  private static final Pattern WITH_PORT = Pattern.compile(NAME + ":[0-9]{1,5}");

  /** All of a value whose variable says that it is a host or module: {@code BLOB_HOST}. */
  private static final Pattern ALONE = Pattern.compile(NAME);

  // A longer value is no address, and its search would take a while.
  private static final int LONGEST = 4096;

  private Hosts() {}

  /** Finds what may be the name of a module, where it stands in the file as it is read. */
  static void in(Module module, String file, Consumer<Mention> found) {
    List<EnvVariable> variables = new ArrayList<>(module.env());
    variables.addAll(module.createOptions().env());
    for (EnvVariable variable : variables) {
      if (variable.text().isPresent() && variable.text().get().text().length() <= LONGEST) {
        ValueText text = variable.text().get();
        for (TextRange range : in(variable.name(), text.text())) {
          String name = range.of(text.text());
          TextRange inFile = text.toFile(range);
          if (inFile.of(file).equals(name)) {
            found.accept(new Mention(Kind.MODULE, "", name, inFile, Role.HOST));
          }
        }
      }
    }
  }

  private static List<TextRange> in(String variable, String value) {
    List<TextRange> ranges = new ArrayList<>();
    String upper = variable.toUpperCase(Locale.ROOT);
    if (upper.equals("NO_PROXY")) {
      NoProxyList.parse(value).entries().forEach(entry -> ranges.add(entry.range()));
      return ranges;
    }
    Matcher address = ADDRESS.matcher(value);
    while (address.find()) {
      ranges.add(new TextRange(address.start(1), address.end(1)));
    }
    boolean alone = upper.contains("HOST") || upper.contains("MODULE");
    Matcher whole = (alone ? ALONE : WITH_PORT).matcher(value);
    if (whole.matches() || (alone && whole.usePattern(WITH_PORT).matches())) {
      ranges.add(new TextRange(whole.start(1), whole.end(1)));
    }
    return ranges;
  }
}
