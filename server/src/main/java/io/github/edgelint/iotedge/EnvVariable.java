package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.text.TextRange;
import java.util.Optional;

/**
 * One environment variable as a file sets it. Ranges are offsets of the file.
 *
 * @param origin where it is set
 * @param range the whole setting: name and value, the entry of {@code Env}, or the word of an
 *     {@code Environment=} line
 * @param name the name without quotes and escapes
 * @param nameRange where the name stands in the file
 * @param text what the process gets, as the file writes it; empty where the value is no single
 *     value, so that nobody knows
 * @param node the value in its own tree, which may be an embedded one: what {@code value} holds,
 *     the whole entry of {@code Env}, or the rest of an {@code Environment=} line
 * @param placeholderPlace which placeholders can stand in the value
 */
public record EnvVariable(
    Origin origin,
    TextRange range,
    String name,
    TextRange nameRange,
    Optional<ValueText> text,
    ConfigNode node,
    Placeholders.Place placeholderPlace) {

  /** Where a variable is set. */
  public enum Origin {
    /** {@code env} of a module. */
    ENV,
    /** The list {@code Env} of create options, which wins over the others. */
    CREATE_OPTIONS,
    /** {@code [agent.env]} of {@code config.toml}. */
    AGENT_ENV,
    /** {@code Environment=} of a unit. */
    UNIT
  }

  /** The value, where it is known to be a single one. An absent or null value is empty text. */
  public Optional<String> value() {
    return text.map(ValueText::text);
  }

  /** Where the value stands in the file, without quotes around it. */
  public TextRange valueRange() {
    return text.map(ValueText::range).orElse(node.range());
  }

  /** Whether there is nothing but blanks. */
  public boolean isBlank() {
    return text.isPresent() && text.get().text().isBlank();
  }

  /** Whether something else must replace the value, or a part of it, before it is read. */
  public boolean isPlaceholder() {
    return text.isPresent() && !Placeholders.find(text.get().text(), placeholderPlace).isEmpty();
  }

  /** Whether the value is known: there, not empty, no placeholder. */
  public boolean isConcrete() {
    return text.isPresent() && Placeholders.isConcrete(text.get().text(), placeholderPlace);
  }

  /** Shows the name only, since values hold passwords. */
  @Override
  public String toString() {
    return name + "=…";
  }
}
