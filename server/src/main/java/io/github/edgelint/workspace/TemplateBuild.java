package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.Placeholders.Placeholder;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.OffsetMap;
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
 * @param folder where the template lies
 * @param variablesFile the {@code .env}
 * @param variables its variables by name; of several with one name the last
 * @param modules the {@code module.json} of each module folder by the name of the folder
 */
public record TemplateBuild(
    Snapshot snapshot,
    Optional<DocPath> folder,
    Optional<Document> variablesFile,
    Map<String, Variable> variables,
    Map<String, Document> modules) {

  /** The name of the file that holds variables. */
  public static final String VARIABLES = ".env";

  private static final String MODULES = "MODULES.";
  private static final String MODULE_FOLDER = "MODULEDIR<";
  private static final String MODULES_FOLDER = "modules";
  private static final String MODULE_FILE = "module.json";

  /**
   * A variable.
   *
   * @param value its value without the quotes around it
   * @param line where its line stands in the {@code .env}
   * @param nameRange where its name stands there
   */
  public record Variable(String name, String value, TextRange line, TextRange nameRange) {}

  /**
   * A place of a template that the tools fill in.
   *
   * @param name the variable, or the folder of a module: its name in {@code modules}, or the path
   *     of one that lies elsewhere as seen from the template
   * @param suffix of a module what follows its name, such as {@code amd64}; else empty
   * @param range the whole placeholder in the file
   * @param nameRange its name in the file
   * @param label what the author calls the place: the keys of the two members around it, and the
   *     word it is a part of up to there, such as {@code Env PASSWORD=}
   */
  public record Reference(
      Kind kind, String name, String suffix, TextRange range, TextRange nameRange, String label) {

    /** What the place stands for. */
    public enum Kind {
      /** <code>$NAME</code> */
      VARIABLE,
      /** The image of a module: <code>${MODULES.name.amd64}</code>. */
      MODULE,
      /** The image of a module elsewhere: <code>${MODULEDIR<../path>.amd64}</code>. */
      MODULE_ELSEWHERE
    }

    public boolean isModule() {
      return kind != Kind.VARIABLE;
    }

    /** The folder of the module as seen from the template. */
    public String folder() {
      return kind == Kind.MODULE ? MODULES_FOLDER + '/' + name : name;
    }
  }

  /** The places of a template that the tools fill in, in order; none where it is no template. */
  public static List<Reference> references(Document template) {
    List<Reference> found = new ArrayList<>();
    if (template.kind().isManifest() && template.isTemplate()) {
      visit(template.tree().root(), "", "", found);
    }
    return found;
  }

  // Depth is bounded by ConfigTree.MAX_DEPTH.
  private static void visit(ConfigNode node, String outer, String key, List<Reference> into) {
    for (Member member : node.members()) {
      add(member.key().name(), member.key().offsets(), key, into);
      visit(member.value(), key, member.key().name(), into);
    }
    node.items().forEach(item -> visit(item, outer, key, into));
    if (node instanceof ScalarNode scalar) {
      add(scalar.text(), scalar.offsets(), outer + ' ' + key, into);
    }
  }

  private static void add(String text, OffsetMap offsets, String keys, List<Reference> into) {
    if (text.indexOf('$') < 0) {
      return;
    }
    for (Placeholder placeholder : Placeholders.find(text, Placeholders.Place.TEMPLATE)) {
      // Defaults of a shell are no names of variables.
      boolean name =
          placeholder.name().startsWith(MODULES)
              || isElsewhere(placeholder.name())
              || placeholder.name().matches("\\w+");
      if (name
          && (placeholder.kind() == Placeholders.Kind.DOLLAR
              || placeholder.kind() == Placeholders.Kind.DOLLAR_BRACE)) {
        String label = keys + ' ' + wordBefore(text, placeholder.range().start());
        into.add(reference(text, offsets, placeholder, label));
      }
    }
  }

  private static boolean isElsewhere(String placeholder) {
    return placeholder.startsWith(MODULE_FOLDER)
        && placeholder.indexOf('>') > MODULE_FOLDER.length();
  }

  private static String wordBefore(String text, int end) {
    int start = end;
    while (start > 0 && ";,&\"' \t\n".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return text.substring(start, end);
  }

  private static Reference reference(
      String text, OffsetMap offsets, Placeholder placeholder, String label) {
    String whole = placeholder.name();
    Reference.Kind kind = Reference.Kind.VARIABLE;
    int start = 0;
    int end = whole.length();
    int suffix = end;
    if (whole.startsWith(MODULES)) {
      kind = Reference.Kind.MODULE;
      start = MODULES.length();
      int dot = whole.indexOf('.', start);
      end = dot < 0 ? end : dot;
      suffix = Math.min(end + 1, suffix);
    } else if (isElsewhere(whole)) {
      kind = Reference.Kind.MODULE_ELSEWHERE;
      start = MODULE_FOLDER.length();
      end = whole.indexOf('>');
      suffix = Math.min(whole.startsWith(".", end + 1) ? end + 2 : end + 1, suffix);
    }
    int place = text.indexOf(whole, placeholder.range().start());
    return new Reference(
        kind,
        whole.substring(start, end),
        whole.substring(suffix),
        offsets.toSource(placeholder.range()),
        offsets.toSource(new TextRange(place + start, place + end)),
        label);
  }

  /** What lies beside a template. */
  public static TemplateBuild of(Snapshot snapshot, Document template) {
    Optional<DocPath> folder = template.path().parent();
    Optional<Document> file = variablesFile(snapshot, template);
    Map<String, Document> modules = new LinkedHashMap<>();
    if (folder.isPresent()) {
      for (Document document : snapshot.documentsBelow(folder.get().child(MODULES_FOLDER))) {
        moduleFolder(document.path())
            .filter(module -> module.project().equals(folder.get()))
            .ifPresent(module -> modules.put(module.name(), document));
      }
    }
    return new TemplateBuild(
        snapshot, folder, file, file.map(TemplateBuild::variables).orElse(Map.of()), modules);
  }

  /** The {@code module.json} of the module whose image a place stands for. */
  public Optional<Document> module(Reference reference) {
    return switch (reference.kind()) {
      case VARIABLE -> Optional.empty();
      case MODULE -> Optional.ofNullable(modules.get(reference.name()));
      case MODULE_ELSEWHERE ->
          folder.flatMap(
              from -> snapshot.document(from.resolve(reference.name()).child(MODULE_FILE)));
    };
  }

  /** The {@code .env} beside a template. */
  public static Optional<Document> variablesFile(Snapshot snapshot, Document template) {
    return template.path().parent().flatMap(folder -> snapshot.document(folder.child(VARIABLES)));
  }

  /**
   * A folder that a module is built from.
   *
   * @param project the folder that holds the templates and the folder {@code modules}
   * @param name the name of the folder of the module
   */
  public record ModuleFolder(DocPath project, String name) {}

  /** Whether a file describes a module that is built from its folder. */
  public static boolean isModuleFile(DocPath file) {
    return file.name().equals(MODULE_FILE);
  }

  /**
   * The folder below {@code modules} that a {@code module.json} describes; empty for any other
   * file.
   */
  public static Optional<ModuleFolder> moduleFolder(DocPath file) {
    Optional<DocPath> folder = isModuleFile(file) ? file.parent() : Optional.<DocPath>empty();
    Optional<DocPath> modules =
        folder.flatMap(DocPath::parent).filter(parent -> parent.name().equals(MODULES_FOLDER));
    return modules
        .flatMap(DocPath::parent)
        .map(project -> new ModuleFolder(project, folder.orElseThrow().name()));
  }

  /** The variables of a {@code .env} by name; of several with one name the last. */
  public static Map<String, Variable> variables(Document document) {
    Map<String, Variable> variables = new LinkedHashMap<>();
    LineIndex lines = document.source().lines();
    for (int number = 0; number < lines.lineCount(); number++) {
      TextRange range = lines.line(number);
      String line = range.of(document.source().text()).strip();
      line = line.startsWith("export ") ? line.substring(7).strip() : line;
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        String name = line.substring(0, equals).strip();
        int start = document.source().text().indexOf(name, range.start());
        variables.put(
            name,
            new Variable(
                name,
                unquoted(line.substring(equals + 1).strip()),
                range,
                TextRange.ofLength(start, name.length())));
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

  /**
   * Whether a module has an image of that suffix: of one of its platforms, {@code debug}, or
   * without any; of a module whose platforms nobody knows, everything may be.
   */
  public static boolean isPlatformOf(Document module, String suffix) {
    List<String> platforms = platformsOf(module);
    return suffix.isEmpty()
        || suffix.equals("debug")
        || platforms.isEmpty()
        || platforms.contains(suffix);
  }

  /** The platforms a module is built for, such as {@code amd64}; none where nobody knows. */
  public static List<String> platformsOf(Document module) {
    return module.tree().root().at("image", "tag", "platforms").members().stream()
        .map(Member::name)
        .toList();
  }
}
