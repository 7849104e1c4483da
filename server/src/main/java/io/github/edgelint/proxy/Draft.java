package io.github.edgelint.proxy;

import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A device whose files are changed step by step; each step sees what those before it did. */
final class Draft {

  // A step ends on its own; this bounds one that would not.
  private static final int MOST_ROUNDS = 256;

  private final Snapshot start;
  private final Set<DocPath> touched = new LinkedHashSet<>();
  private Snapshot now;
  private Device device;

  Draft(Snapshot snapshot, Device device) {
    this.start = snapshot;
    this.now = snapshot;
    this.device = device;
  }

  /** The same state, to be changed without changing this one. */
  Draft copy() {
    return new Draft(now, device);
  }

  Snapshot snapshot() {
    return now;
  }

  /** The device as it is after the last step. */
  Device device() {
    return device;
  }

  /** The text of a file that is there. */
  String text(DocPath path) {
    return now.document(path).orElseThrow().source().text();
  }

  /** Takes a step again and again until it has nothing left to do. */
  void repeat(Function<Device, List<DocumentEdit>> step) {
    for (int round = 0; round < MOST_ROUNDS && apply(step.apply(device)); round++) {}
  }

  /**
   * Applies edits.
   *
   * @return whether anything changed
   */
  boolean apply(List<DocumentEdit> edits) {
    Snapshot before = now;
    for (DocumentEdit edit : edits) {
      Optional<Document> document = now.document(edit.path());
      String text = document.map(found -> found.source().text()).orElse("");
      String changed = TextEdit.apply(text, edit.edits());
      if (!changed.equals(text)) {
        Document written = Document.of(edit.path(), SourceText.of(changed));
        now = now.with(document.map(found -> written.from(found.origin())).orElse(written));
        touched.add(edit.path());
      }
    }
    device = find();
    return now != before;
  }

  void delete(Document document) {
    now = now.without(document.path());
    touched.add(document.path());
    device = find();
  }

  /** Goes on from a snapshot in which some files of the device have other texts. */
  void replace(Snapshot changed, Set<DocPath> paths) {
    now = changed;
    touched.addAll(paths);
    device = find();
  }

  private Device find() {
    for (Device candidate : now.devices()) {
      if (candidate.name().equals(device.name())) {
        return candidate;
      }
    }
    return device.documents().stream()
        .flatMap(document -> now.document(document.path()).stream())
        .findFirst()
        .map(now::deviceOfOne)
        .orElse(device);
  }

  /** The files that differ from the start, those of the device first. */
  List<FileChange> changes() {
    List<FileChange> changes = new ArrayList<>();
    for (DocPath path : touched) {
      Optional<String> before = start.document(path).map(found -> found.source().text());
      Optional<String> after = now.document(path).map(found -> found.source().text());
      if (!before.equals(after)) {
        changes.add(new FileChange(path, before, after));
      }
    }
    return changes;
  }
}
