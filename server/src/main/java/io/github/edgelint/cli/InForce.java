package io.github.edgelint.cli;

import io.github.edgelint.analysis.RuleSelection;
import io.github.edgelint.rules.Printable;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.DeviceSettings;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentSchema;
import io.github.edgelint.workspace.PathPattern;
import io.github.edgelint.workspace.RuleSetting.Level;
import io.github.edgelint.workspace.Setting;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.SuppressionEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is in force for a file or folder, and which line of which settings file says so.
 *
 * @param path the file or folder, as it is printed
 * @param facts what edgelint made of the file itself, in sentences; none for a folder
 * @param files the settings files that count, the nearest first; the others are extended
 * @param values all settings that are written and count, by their dotted keys
 * @param rules the rules that the settings switch off or give another severity
 * @param production the rules that are off because the profile is not {@code production}
 * @param suppressions the entries that keep findings quiet here
 */
record InForce(
    String path,
    List<String> facts,
    List<String> files,
    List<Value> values,
    List<Rule> rules,
    List<RuleInfo> production,
    List<Suppression> suppressions) {

  /** Changes when a reader of the old form would stumble over the new one. */
  private static final int VERSION = 1;

  private static final int MOST_COLUMNS = 44;

  /** A place in a settings file; lines count from 1. */
  record Place(String file, int line) {
    @Override
    public String toString() {
      return Printable.of(file) + ":" + line;
    }
  }

  /**
   * A setting.
   *
   * @param text the value in TOML, on one line, without secrets
   * @param instead the values of extended files that it stands before
   */
  record Value(String key, String text, Place place, List<Value> instead) {
    private String written() {
      return key + " = " + text;
    }
  }

  /**
   * A rule.
   *
   * @param setting what says so, such as {@code ignore}
   */
  record Rule(RuleInfo info, Level level, String setting, Place place) {
    private String written() {
      return info.code() + " " + info.slug() + ": " + level.label();
    }
  }

  /** An entry of {@code [[suppressions.entry]]}; what it leaves open is empty. */
  record Suppression(List<String> rules, String pointer, String reason, Place place) {
    private String written() {
      return String.join(", ", rules)
          + (pointer.isEmpty() ? "" : " below " + pointer)
          + (reason.isEmpty() ? "" : ": " + reason);
    }
  }

  static InForce of(Snapshot snapshot, DocPath path, DocPath base) {
    Optional<Document> document = snapshot.document(path);
    boolean folder = document.isEmpty();
    // In a folder that holds for the files in it, which its settings file is one of.
    DocPath inside = folder ? path.resolve(Settings.FILE_NAME) : path;
    Settings settings = snapshot.settingsOf(inside);
    return new Reading(snapshot, settings, base).read(path, inside, document);
  }

  /** Puts it together. */
  private record Reading(Snapshot snapshot, Settings settings, DocPath base) {

    InForce read(DocPath path, DocPath inside, Optional<Document> document) {
      RuleSelection selection = RuleSelection.of(settings);
      List<Rule> rules = new ArrayList<>();
      List<RuleInfo> production = new ArrayList<>();
      for (RuleInfo info : RuleCatalog.infos()) {
        Optional<RuleSelection.Choice> choice = selection.choice(info);
        if (choice.isPresent()) {
          RuleSelection.Choice made = choice.get();
          rules.add(new Rule(info, made.level(), made.setting(), place(made.file(), made.range())));
        } else if (!selection.isOn(info)) {
          production.add(info);
        }
      }
      String shown = path.equals(base) ? "." : path.relativeTo(base);
      return new InForce(
          shown,
          document.map(this::facts).orElse(List.of()),
          settings.allFiles().stream().map(file -> file.relativeTo(base)).toList(),
          values(),
          rules,
          production,
          suppressions(inside, document.isEmpty()));
    }

    private List<String> facts(Document document) {
      List<String> facts = new ArrayList<>();
      facts.add("kind: " + document.kind().label() + ". " + sentence(document.reason()));
      for (Device device : snapshot.devicesOf(document)) {
        Optional<DeviceSettings> declared = device.declared();
        facts.add(
            "device: "
                + device.name()
                + declared.map(d -> " (" + place(d.file(), d.range()) + ")").orElse(""));
        facts.add(
            "  version: "
                + device
                    .targetVersion()
                    .train()
                    .map(
                        train ->
                            train
                                + (device.targetVersion().isKnown() ? "" : ", as its image hints"))
                    .orElse("any that is supported"));
        facts.add("  behind a proxy: " + proxy(device));
      }
      snapshot.aloneReason(document).ifPresent(reason -> facts.add("alone: " + reason));
      for (PathPattern pattern : settings.exclude()) {
        if (pattern.matches(document.path())) {
          Setting<String> written = pattern.written();
          facts.add(
              "excluded when a folder is checked: `"
                  + written.value()
                  + "` ("
                  + place(written.file(), written.range())
                  + ")");
        }
      }
      return facts;
    }

    private static String sentence(String reason) {
      return reason.isEmpty() || reason.endsWith(".") ? reason : reason + ".";
    }

    private String proxy(Device device) {
      if (!device.proxyIntent().isYes()) {
        return "no"
            + device
                .proxyIntent()
                .stated()
                .map(stated -> " (" + place(stated.file(), stated.range()) + ")")
                .orElse("");
      }
      return "yes"
          + device
              .proxyIntent()
              .first()
              .map(
                  evidence -> {
                    int line =
                        evidence.document().source().lines().lineOf(evidence.range().start());
                    return " ("
                        + evidence.document().path().relativeTo(base)
                        + ":"
                        + (line + 1)
                        + ")";
                  })
              .orElse("");
    }

    private List<Value> values() {
      Map<String, Value> byKey = new LinkedHashMap<>();
      for (DocPath file : settings.allFiles()) {
        snapshot
            .document(file)
            .ifPresent(document -> collect(document, document.tree().root(), "", byKey));
      }
      return List.copyOf(byKey.values());
    }

    /** Adds what a table holds, without tables of arrays, which are about files of their own. */
    private void collect(
        Document document, ConfigNode table, String prefix, Map<String, Value> byKey) {
      Set<TextRange> wrong =
          document.schema().map(DocumentSchema::problems).orElse(List.of()).stream()
              .map(SchemaProblem::range)
              .collect(Collectors.toSet());
      for (Member member : table.members()) {
        ConfigNode value = member.value();
        String key = prefix + member.name();
        if (wrong.contains(member.key().range())
            || wrong.contains(value.range())
            || value instanceof MissingNode
            || key.equals("extend")
            || (value instanceof ArrayNode array && array.ofTables())) {
          continue;
        }
        if (value instanceof ObjectNode) {
          collect(document, value, key + ".", byKey);
          continue;
        }
        String text = value.range().of(document.source().text()).replaceAll("\\s*\\n\\s*", " ");
        Value written =
            new Value(key, Printable.of(text), place(document.path(), value.range()), List.of());
        Value nearer = byKey.get(key);
        if (nearer == null) {
          byKey.put(key, written);
        } else {
          List<Value> instead = new ArrayList<>(nearer.instead());
          instead.add(written);
          byKey.put(key, new Value(key, nearer.text(), nearer.place(), instead));
        }
      }
    }

    private List<Suppression> suppressions(DocPath inside, boolean folder) {
      List<Suppression> found = new ArrayList<>();
      for (SuppressionEntry entry : settings.suppressions()) {
        boolean here = entry.path().map(pattern -> pattern.matches(inside)).orElse(true);
        if (here || folder) {
          found.add(
              new Suppression(
                  entry.rules().stream().map(Setting::value).toList(),
                  entry.pointer().map(Setting::value).orElse(""),
                  entry.reason().map(Setting::value).orElse(""),
                  place(entry.file(), entry.range())));
        }
      }
      return found;
    }

    private Place place(DocPath file, TextRange range) {
      int line =
          snapshot
              .document(file)
              .map(document -> document.source().lines().lineOf(range.start()))
              .orElse(0);
      return new Place(file.relativeTo(base), line + 1);
    }
  }

  // --- printing ----------------------------------------------------------------------------

  String text(Ansi ansi) {
    StringBuilder text = new StringBuilder(ansi.bold(Printable.of(path))).append('\n');
    facts.forEach(fact -> text.append("  ").append(Printable.of(fact)).append('\n'));
    heading(text, "Settings files", ansi);
    if (files.isEmpty()) {
      text.append("  none; everything has its default\n");
    }
    for (int i = 0; i < files.size(); i++) {
      text.append("  ")
          .append(Printable.of(files.get(i)))
          .append(i == 0 ? "" : "  (extended)")
          .append('\n');
    }
    if (!values.isEmpty()) {
      heading(text, "Settings", ansi);
      int width = width(values.stream().map(Value::written).toList());
      for (Value value : values) {
        line(text, value.written(), width, value.place().toString(), ansi);
        for (Value other : value.instead()) {
          line(text, "  instead of " + other.text(), width, other.place().toString(), ansi);
        }
      }
    }
    if (!rules.isEmpty()) {
      heading(text, "Rules", ansi);
      List<Rule> single = rules.stream().filter(rule -> !rule.setting().equals("select")).toList();
      int width = width(single.stream().map(Rule::written).toList());
      for (Rule rule : single) {
        line(text, rule.written(), width, rule.place() + "  " + rule.setting(), ansi);
      }
      int unselected = rules.size() - single.size();
      if (unselected > 0) {
        Rule any = rules.stream().filter(rule -> rule.setting().equals("select")).findFirst().get();
        String others = "the " + unselected + " rules not in `select`: " + any.level().label();
        line(text, others, width, any.place() + "  select", ansi);
      }
    }
    if (!production.isEmpty()) {
      heading(text, "Rules of the profile `production`, off", ansi);
      text.append("  ")
          .append(production.stream().map(RuleInfo::code).collect(Collectors.joining(", ")))
          .append('\n');
    }
    if (!suppressions.isEmpty()) {
      heading(text, "Findings kept quiet", ansi);
      int width = width(suppressions.stream().map(Suppression::written).toList());
      for (Suppression entry : suppressions) {
        line(text, entry.written(), width, entry.place().toString(), ansi);
      }
    }
    return text.toString();
  }

  private static void heading(StringBuilder text, String heading, Ansi ansi) {
    text.append('\n').append(ansi.bold(heading)).append('\n');
  }

  private static int width(List<String> texts) {
    return Math.min(MOST_COLUMNS, texts.stream().mapToInt(String::length).max().orElse(0));
  }

  private static void line(StringBuilder text, String what, int width, String place, Ansi ansi) {
    text.append("  ")
        .append(what)
        .append(" ".repeat(Math.max(0, width - what.length()) + 2))
        .append(ansi.faint(place))
        .append('\n');
  }

  String json() {
    Json json = new Json().object().member("version", VERSION).member("path", path);
    json.array("facts");
    facts.forEach(fact -> json.item(fact.strip()));
    json.end().array("files");
    files.forEach(json::item);
    json.end().array("settings");
    for (Value value : values) {
      json.object().member("key", value.key()).member("value", value.text());
      place(json, value.place()).array("insteadOf");
      for (Value other : value.instead()) {
        place(json.object().member("value", other.text()), other.place()).end();
      }
      json.end().end();
    }
    json.end().array("rules");
    for (Rule rule : rules) {
      json.object().member("code", rule.info().code()).member("slug", rule.info().slug());
      json.member("level", rule.level().label()).member("setting", rule.setting());
      place(json, rule.place()).end();
    }
    for (RuleInfo info : production) {
      json.object().member("code", info.code()).member("slug", info.slug());
      json.member("level", Level.OFF.label()).member("setting", "profile").end();
    }
    json.end().array("suppressions");
    for (Suppression entry : suppressions) {
      json.object().array("rules");
      entry.rules().forEach(json::item);
      json.end().member("pointer", entry.pointer()).member("reason", entry.reason());
      place(json, entry.place()).end();
    }
    return json.end().end().toString();
  }

  private static Json place(Json json, Place place) {
    return json.member("file", place.file()).member("line", place.line());
  }
}
