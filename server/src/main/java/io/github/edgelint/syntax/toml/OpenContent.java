package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ConfigNode;

/** What a key stands for while the file is still being read. */
sealed interface OpenContent permits OpenTable, OpenTable.OpenArray, OpenTable.Value {

  /** The finished node, once the whole file is read. */
  ConfigNode close();
}
