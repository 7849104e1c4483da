package io.github.edgelint.workspace;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.syntax.toml.TomlParser;
import io.github.edgelint.syntax.unit.UnitParser;
import io.github.edgelint.text.Lazy;
import io.github.edgelint.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/** A text in one notation: its tree, and what the tree means as a document of some kind. */
final class Reading {

  private final Language language;
  private final boolean template;
  private final Lazy<ConfigTree> tree;
  private final List<Model> models = new ArrayList<>(1);

  Reading(SourceText source, Language language, boolean template) {
    this.language = language;
    this.template = template;
    this.tree =
        new Lazy<>(
            () ->
                switch (language) {
                  case JSON -> JsonParser.parse(source, template);
                  case TOML -> TomlParser.parse(source, template);
                  case UNIT -> UnitParser.parse(source);
                });
  }

  Language language() {
    return language;
  }

  boolean template() {
    return template;
  }

  ConfigTree tree() {
    return tree.get();
  }

  /**
   * What the tree means.
   *
   * @param filledIn whether a tool or a person fills the document in before IoT Edge reads it
   */
  synchronized Model as(DocumentKind kind, boolean filledIn) {
    for (Model known : models) {
      if (known.kind() == kind && known.template() == filledIn) {
        return known;
      }
    }
    Model model = new Model(tree, kind, filledIn);
    models.add(model);
    return model;
  }
}
