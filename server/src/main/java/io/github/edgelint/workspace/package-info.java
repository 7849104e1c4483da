/**
 * Which files there are, what kind each is, and which of them make up one device.
 *
 * <p>A {@link io.github.edgelint.workspace.Snapshot} holds all of it and never changes, so that an
 * editor can go on typing while rules read. The package knows nothing of rules and findings, and
 * nothing of the editor protocol: where it meets something wrong, it keeps it as data.
 */
package io.github.edgelint.workspace;
