/**
 * What the files of a device mean: deployment manifest, {@code config.toml}, unit files, {@code
 * daemon.json}. Views over a parsed tree, computed when asked for; the tree stays the truth, and
 * all ranges are UTF-16 offsets of its file.
 *
 * <p>A view takes a tree of any shape and never throws. It follows the reader of the file: where
 * edgeAgent ignores letter case, so does the view. Which files there are, and what is wrong with
 * them, is known elsewhere.
 */
package io.github.edgelint.iotedge;
