package io.github.edgelint.workspace;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lies beside a template for the tools that make a manifest of it: variables in {@code .env},
 * and a folder of modules, each with a {@code module.json}. Sources:
 * microsoft/vscode-azure-iot-edge and Azure/iotedgedev.
 *
 * @param variablesFile the {@code .env}
 * @param variables its variables by name; of several with one name the last
 * @param modules the {@code module.json} of each module folder by the name of the folder
 */
public record TemplateBuild(
    Optional<Document> variablesFile,
    Map<String, Variable> variables,
    Map<String, Document> modules) {

  /** The name of the file that holds variables. */
  public static final String VARIABLES = ".env";

  private static final String MODULE_FILE = "/module.json";

  /**
   * A variable.
   *
   * @param value its value without the quotes around it
   * @param line where its line stands in the {@code .env}
   */
  public record Variable(String name, String value, TextRange line) {}

  /** What lies beside a template. */
  public static TemplateBuild of(Snapshot snapshot, Document template) {
    Optional<DocPath> folder = template.path().parent();
    Optional<Document> file =
        folder.flatMap(parent -> snapshot.document(parent.resolve(VARIABLES)));
    Map<String, Document> modules = new LinkedHashMap<>();
    if (folder.isPresent()) {
      DocPath parent = folder.get().resolve("modules");
      for (Document document : snapshot.documentsBelow(parent)) {
        String relative = document.path().relativeTo(parent);
        if (relative.endsWith(MODULE_FILE)
            && relative.indexOf('/') == relative.length() - MODULE_FILE.length()) {
          modules.put(relative.substring(0, relative.indexOf('/')), document);
        }
      }
    }
    return new TemplateBuild(file, file.map(TemplateBuild::read).orElse(Map.of()), modules);
  }

  private static Map<String, Variable> read(Document document) {
    Map<String, Variable> variables = new LinkedHashMap<>();
    LineIndex lines = document.source().lines();
    for (int number = 0; number < lines.lineCount(); number++) {
      TextRange range = lines.line(number);
      String line = range.of(document.source().text()).strip();
      line = line.startsWith("export ") ? line.substring(7).strip() : line;
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        String name = line.substring(0, equals).strip();
        variables.put(
            name, new Variable(name, unquoted(line.substring(equals + 1).strip()), range));
      }
    }
    return variables;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** The platforms a module is built for, such as {@code amd64}; none where nobody knows. */
  public List<String> platformsOf(String module) {
    List<String> platforms = new ArrayList<>();
    Document file = modules.get(module);
    if (file != null) {
      ConfigNode tags = file.tree().root().at("image", "tag", "platforms");
      for (Member platform : tags.members()) {
        platforms.add(platform.name());
      }
    }
    return platforms;
  }
}
