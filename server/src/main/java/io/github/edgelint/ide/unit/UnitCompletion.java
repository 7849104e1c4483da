package io.github.edgelint.ide.unit;

import io.github.edgelint.ide.CompletionItem;
import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.ide.CompletionProvider;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.SnippetText;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Sections, keys, and the names and values of {@code Environment=} in the units of a device. */
public final class UnitCompletion implements CompletionProvider {

  private static final String SERVICE = "Service";

  @Override
  public void complete(Cursor cursor, Snapshot snapshot, Consumer<CompletionItem> proposals) {
    Optional<UnitFile> unit = cursor.document().unit();
    if (unit.isPresent()) {
      new Place(cursor, unit.get(), snapshot, proposals).propose();
    }
  }

  /** The items of one place. */
  private static final class Place {

    private final Cursor cursor;
    private final String text;
    private final UnitFile unit;
    private final Snapshot snapshot;
    private final Consumer<CompletionItem> proposals;
    private int count;

    Place(Cursor cursor, UnitFile unit, Snapshot snapshot, Consumer<CompletionItem> proposals) {
      this.cursor = cursor;
      this.text = cursor.tree().text();
      this.unit = unit;
      this.snapshot = snapshot;
      this.proposals = proposals;
    }

    void propose() {
      switch (cursor.slot()) {
        case HEADER -> header();
        case KEY -> keys();
        case VALUE -> {
          if (cursor.isInAssignment()) {
            assignment();
          }
        }
        case COMMENT, NOWHERE -> {}
      }
    }

    private void header() {
      boolean closed = text.startsWith("]", cursor.token().end());
      TextRange replaced = new TextRange(cursor.token().start(), cursor.token().end());
      for (String name : unit.isDropIn() ? List.of(SERVICE) : List.of("Unit", SERVICE, "Install")) {
        SnippetText written = SnippetText.literal(closed ? name : name + "]");
        add(name, Kind.TABLE, "", replaced, written, name);
      }
    }

    private void keys() {
      boolean service = cursor.path().last().equals(SERVICE);
      boolean outside = cursor.path().length() == 0;
      if (cursor.hasSeparator() || !(service || outside)) {
        if (service) {
          key("Environment", "", cursor.token());
        }
        return;
      }
      if (outside && cursor.tree().root().get(SERVICE).isPresent()) {
        return;
      }
      String header = outside ? "[Service]" + cursor.tree().source().lineBreak() : "";
      for (UnitVariable variable : UnitVariable.of(unit.unit())) {
        if (!isSet(variable.name())) {
          SnippetText line =
              SnippetText.literal(header + "Environment=\"" + variable.name() + "=")
                  .plus(value(variable))
                  .plus("\"");
          String label = (outside ? "[Service] " : "") + "Environment: " + variable.name();
          add(label, Kind.SNIPPET, variable.documentation(), cursor.token(), line, "Environment");
        }
      }
      if (outside) {
        add("[Service]", Kind.TABLE, "", cursor.token(), SnippetText.literal(header), "Service");
        return;
      }
      key("Environment", "=", cursor.token());
      key("EnvironmentFile", "=", cursor.token());
      key("UnsetEnvironment", "=", cursor.token());
    }

    private void key(String name, String separator, TextRange replaced) {
      String words = UnitKeys.DOCUMENTATION.getOrDefault(name, "");
      add(name, Kind.PROPERTY, words, replaced, SnippetText.literal(name + separator), name);
    }

    private boolean isSet(String name) {
      return unit.assignments().stream().anyMatch(variable -> variable.name().equals(name));
    }

    // --- Environment= ------------------------------------------------------------------------

    private void assignment() {
      Word word =
          Word.at(text, cursor.token().union(TextRange.at(cursor.offset())), cursor.offset());
      if (word.equalsSign() < 0 || cursor.offset() <= word.equalsSign()) {
        names(word);
      } else {
        values(word);
      }
    }

    private void names(Word word) {
      for (UnitVariable variable : UnitVariable.of(unit.unit())) {
        boolean here = word.name(text).equals(variable.name());
        if (isSet(variable.name()) && !here) {
          continue;
        }
        SnippetText name = SnippetText.literal(variable.name());
        SnippetText written = name;
        if (word.equalsSign() < 0) {
          String mark = word.mark().isEmpty() ? "\"" : "";
          String close = word.isClosed() ? "" : word.mark().isEmpty() ? "\"" : word.mark();
          written =
              SnippetText.literal(mark).plus(name).plus("=").plus(value(variable)).plus(close);
        }
        TextRange replaced = new TextRange(word.start(), word.nameEnd());
        add(
            variable.name(),
            Kind.VARIABLE,
            variable.documentation(),
            replaced,
            written,
            variable.name());
      }
    }

    private void values(Word word) {
      TextRange replaced = new TextRange(word.equalsSign() + 1, word.end());
      Optional<UnitVariable> variable = UnitVariable.of(unit.unit(), word.name(text));
      if (variable.isEmpty()) {
        return;
      }
      Set<String> values = new LinkedHashSet<>();
      if (isProxy(variable.get())) {
        values.addAll(proxies());
      }
      values.addAll(variable.get().values());
      for (String value : values) {
        SnippetText written = SnippetText.literal(value);
        add(value, Kind.VALUE, variable.get().documentation(), replaced, written, value);
      }
    }

    private SnippetText value(UnitVariable variable) {
      List<String> choices = new ArrayList<>(isProxy(variable) ? proxies() : List.of());
      if (choices.isEmpty()) {
        choices.addAll(variable.values());
      }
      return SnippetText.stop(1, choices);
    }

    private static boolean isProxy(UnitVariable variable) {
      return variable.name().equalsIgnoreCase("https_proxy")
          || variable.name().equalsIgnoreCase("http_proxy");
    }

    /** The proxies of the same device; one with a password is nobody's business here. */
    private Set<String> proxies() {
      Set<String> urls = new LinkedHashSet<>();
      for (Device device : snapshot.devicesOf(cursor.document())) {
        for (ProxyEvidence evidence : device.httpsProxies()) {
          evidence
              .url()
              .filter(url -> !url.hasUserinfo() && url.isConcrete())
              .filter(url -> url.text().indexOf('%') < 0 && url.text().indexOf('"') < 0)
              .map(ProxyUrl::text)
              .ifPresent(urls::add);
        }
      }
      return urls;
    }

    private void add(
        String label,
        Kind kind,
        String documentation,
        TextRange replaced,
        SnippetText written,
        String typed) {
      proposals.accept(
          new CompletionItem(
              label,
              kind,
              "",
              documentation,
              replaced,
              written.plain(),
              written.snippet(),
              CompletionItem.order(0, count++),
              typed,
              List.of()));
    }
  }
}
