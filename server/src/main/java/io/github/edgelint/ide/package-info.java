/**
 * What an editor may ask about a place in a document: completion, hover, symbols, folding, actions,
 * as plain records.
 *
 * <p>Offsets are UTF-16 code units of the document. Every question starts with a {@link
 * io.github.edgelint.ide.Cursor}, the one answer to "what is here?". The package knows no protocol,
 * no threads and no capabilities of clients.
 */
package io.github.edgelint.ide;
