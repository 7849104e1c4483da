/**
 * The proxy of one device from end to end: what each of its components has, what it should have,
 * how all its files are made to agree, and what the proxy must let through.
 */
package io.github.edgelint.proxy;
