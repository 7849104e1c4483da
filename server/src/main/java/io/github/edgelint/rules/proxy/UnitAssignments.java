package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.UnitFile.EnvironmentLine;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.SystemdEnvironment;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** The assignments of a unit file that set a proxy. */
final class UnitAssignments {

  /**
   * An assignment of a proxy variable.
   *
   * @param words the assignment as systemd reads it; its ranges are offsets of the line
   */
  record Proxy(EnvironmentLine line, EnvVariable variable, SystemdEnvironment.Assignment words) {

    /** Where a part of the line stands in the file. */
    TextRange toFile(TextRange range) {
      return line.value().rangeOf(range);
    }

    /** Edits of the file that edit the line. */
    List<TextEdit> toFile(List<TextEdit> edits) {
      return edits.stream()
          .map(
              edit ->
                  new TextEdit(
                      edit.range().isEmpty()
                          ? TextRange.at(line.value().offsets().toSource(edit.range().start()))
                          : toFile(edit.range()),
                      edit.newText()))
          .toList();
    }
  }

  private UnitAssignments() {}

  /** Those of a file, also under a name that only resembles a proxy variable. */
  static List<Proxy> of(UnitFile unit) {
    List<Proxy> found = new ArrayList<>();
    for (EnvironmentLine line : unit.environmentLines()) {
      List<SystemdEnvironment.Assignment> words = line.words().assignments();
      for (int i = 0; i < words.size(); i++) {
        if (isProxy(words.get(i).name())) {
          found.add(new Proxy(line, line.variables().get(i), words.get(i)));
        }
      }
    }
    return found;
  }

  static boolean isProxy(String name) {
    return ProxyVariable.ofAnyCase(name).isPresent()
        || ProxyVariable.meantBy(name, ProxyReader.DAEMON).isPresent();
  }
}
