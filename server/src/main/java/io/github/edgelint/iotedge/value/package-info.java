/**
 * What single values of IoT Edge files mean: proxy URLs, image references, connection strings,
 * durations, `Environment=` lines and their like.
 *
 * <p>Every type here reads one decoded text, never throws, and says where in that text something is
 * wrong; all ranges are UTF-16 offsets into the text it was given. Nothing here knows files, trees
 * or rules. A type that holds a secret masks it in {@code toString()}.
 *
 * <p>A problem says what a reader does with the value, not how bad that is: severities belong to
 * the rules.
 */
package io.github.edgelint.iotedge.value;
