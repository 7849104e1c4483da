/**
 * Rules about the configuration of a device: provisioning, certificates, keys and the settings of
 * its daemons in {@code config.toml}.
 */
package io.github.edgelint.rules.config;
