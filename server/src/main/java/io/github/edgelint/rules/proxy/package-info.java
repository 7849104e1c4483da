/**
 * Rules about the proxy: the address itself, the variables that hold it, the protocol that makes
 * the runtime use it, and what systemd and the container engine make of both.
 *
 * <p>{@link io.github.edgelint.rules.proxy.ProxyScope} and {@link
 * io.github.edgelint.rules.proxy.ProxyValue} walk a document once for all of them.
 */
package io.github.edgelint.rules.proxy;
