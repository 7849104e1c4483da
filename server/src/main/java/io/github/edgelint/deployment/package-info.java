/**
 * What a deployment does as a whole: where messages flow, and what changes on a device when one
 * manifest follows another.
 */
package io.github.edgelint.deployment;
