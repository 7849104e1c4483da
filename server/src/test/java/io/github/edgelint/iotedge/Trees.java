package io.github.edgelint.iotedge;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.syntax.unit.UnitParser;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;

/** Models of texts written in tests. */
final class Trees {

  private Trees() {}

  /** JSON with single quotes for double ones. */
  static ConfigTree json(String text) {
    return JsonParser.parse(SourceText.of(text.replace('\'', '"')));
  }

  static DeploymentManifest manifest(String text) {
    return DeploymentManifest.of(json(text)).orElseThrow();
  }

  /** A manifest with the given text between the braces of the module. */
  static Module module(String members) {
    return manifest(
            "{'modulesContent':{'$edgeAgent':{'properties.desired':{'modules':{'m':{"
                + members
                + "}}}}}}")
        .module("m")
        .orElseThrow();
  }

  static Module systemModule(String name, String members) {
    return manifest(
            "{'modulesContent':{'$edgeAgent':{'properties.desired':{'systemModules':{'"
                + name
                + "':{"
                + members
                + "}}}}}}")
        .modules()
        .get(0);
  }

  static UnitFile unit(String path, String text) {
    return UnitFile.of(UnitParser.parse(SourceText.of(text)), path);
  }

  static String at(ConfigTree tree, TextRange range) {
    return range.of(tree.text());
  }

  static String edited(ConfigTree tree, List<TextEdit> edits) {
    return TextEdit.apply(tree.text(), edits);
  }
}
