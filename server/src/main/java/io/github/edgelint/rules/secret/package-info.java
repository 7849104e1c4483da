/** Group 8xx: passwords and keys that stand where others can read them. None is ever printed. */
package io.github.edgelint.rules.secret;
