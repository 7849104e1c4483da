package io.github.edgelint.schema;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import java.util.List;

/**
 * Finds where a document breaks its schema.
 *
 * <p>It judges what is there and readable: damaged parts, values not typed yet and placeholders are
 * left alone, and so are conditions that hang on them. Of several members of one name the one that
 * counts is judged.
 */
public final class SchemaCheck {

  private SchemaCheck() {}

  /** The problems of a whole document, in no particular order. */
  public static List<SchemaProblem> problems(ConfigTree tree, Schema schema, CheckOptions options) {
    return problems(tree, tree.root(), schema.root(), options);
  }

  /**
   * The problems of a whole JSON document that is checked again and again.
   *
   * @param known from earlier checks with the same options
   */
  public static List<SchemaProblem> problems(
      ConfigTree tree, Schema schema, CheckOptions options, CleanParts known) {
    return Checker.problems(tree, options, tree.root(), schema.root(), known);
  }

  /**
   * The problems of a part of a document.
   *
   * @param value a value of the tree
   * @param schema what it is measured by
   */
  public static List<SchemaProblem> problems(
      ConfigTree tree, ConfigNode value, SchemaNode schema, CheckOptions options) {
    return Checker.problems(tree, options, value, schema, null);
  }
}
