/**
 * The language server: lifecycle, threads, what a client can do, and the translation of plain
 * records into the types of the Language Server Protocol. The only package that knows LSP4J.
 *
 * <p>The thread that reads messages only queues them. One worker owns the state and gives immutable
 * {@link io.github.edgelint.lsp.Revision}s; questions are answered from these by readers, findings
 * by another thread, and what is out of date by then is dropped. Nothing ever waits for a client.
 */
package io.github.edgelint.lsp;
