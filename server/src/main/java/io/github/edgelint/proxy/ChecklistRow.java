package io.github.edgelint.proxy;

import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.Locale;
import java.util.Optional;

/**
 * The proxy of one component.
 *
 * @param component who needs it
 * @param variable the variable or key under which it stands or belongs; empty where there is none
 * @param value the address without user and password
 * @param effect what the component does with it, in a sentence
 * @param code of the finding that says more
 * @param place where the value stands, else where something is to be done
 */
public record ChecklistRow(
    String component,
    Optional<String> variable,
    Optional<String> value,
    State state,
    String effect,
    Optional<String> code,
    Optional<Place> place) {

  /** A part of a document. */
  public record Place(Document document, TextRange range) {}

  /** How a component stands. */
  public enum State {
    OK,
    MISSING,
    /** Another proxy than the others have. */
    DIFFERS,
    /** It is set, and does not work as it is. */
    WRONG,
    /** It stands where nobody reads it. */
    IGNORED,
    /** No file here tells. */
    UNKNOWN,
    NOT_NEEDED;

    /** The state as data: {@code not-needed}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody must do something. */
    public boolean isBad() {
      return this == MISSING || this == DIFFERS || this == WRONG || this == IGNORED;
    }
  }
}
