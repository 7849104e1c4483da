package io.github.edgelint.ide;

import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.workspace.DocPath;
import java.util.List;
import java.util.function.Supplier;

/**
 * Something that an editor offers at a place.
 *
 * @param title what it does, in the imperative
 * @param findings what it mends or speaks of
 * @param preferred whether it is what most people want
 */
public record CodeAction(
    String title, Kind kind, List<Finding> findings, boolean preferred, Work work) {

  /** Where editors list it. */
  public enum Kind {
    QUICK_FIX("quickfix"),
    REWRITE("refactor.rewrite"),
    FIX_ALL("source.fixAll.edgelint"),
    PROXY("source.proxy.edgelint");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The name in LSP; its parts are separated by dots, the wider ones first. */
    public String id() {
      return id;
    }

    /** Whether somebody who asks for {@code wanted} gets this. */
    boolean isPartOf(String wanted) {
      return wanted.isEmpty() || id.equals(wanted) || id.startsWith(wanted + ".");
    }
  }

  /** What happens when somebody chooses it. */
  public sealed interface Work {}

  /** Edits, worked out when they are asked for; none where nothing is left to do. */
  public record Edits(Supplier<List<DocumentEdit>> source) implements Work {}

  /** A file gets another name. */
  public record RenameFile(DocPath from, DocPath to) implements Work {}

  /** The page of a rule is shown. */
  public record Explain(String code) implements Work {}

  /** The client asks for an address and sets it for a device. */
  public record SetProxy(String device) implements Work {}

  /** The client shows the proxy of a device, component by component. */
  public record ShowChecklist(String device) implements Work {}

  public CodeAction {
    findings = List.copyOf(findings);
  }
}
