package io.github.edgelint.schema;

import java.util.Optional;

/**
 * A ready-made value that an editor offers.
 *
 * @param label what a list shows
 * @param description what it is for
 * @param body the value; texts in it may hold the tab stops of snippets, such as <code>${1:name}
 *     </code>
 */
public record Snippet(String label, Optional<String> description, JsonValue body) {}
