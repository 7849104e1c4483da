/** Group 4xx: what a deployment does to the agent, the hub and the modules of a device. */
package io.github.edgelint.rules.manifest;
