/**
 * Names that several places share: of modules, routes, outputs and inputs. Where they are defined
 * and mentioned, and what renaming them changes.
 */
package io.github.edgelint.ide.names;
