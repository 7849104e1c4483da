/**
 * Group 1xx: where a document breaks the schema of its kind. One generic rule per kind of problem;
 * the constraint and its consequence live in the schema, the wording comes from here. Where a
 * schema names the rule that says more, that rule speaks instead.
 */
package io.github.edgelint.rules.schema;
