package io.github.edgelint.iotedge.value;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;

/**
 * Something in a proxy value that its reader trips over.
 *
 * @param range the offending part, in offsets of the value; the first of several of one kind
 * @param repair edits of the value that remove every problem of this kind; empty when only a person
 *     knows. They never hold a part of user or password
 */
public record ProxyProblem(Kind kind, TextRange range, List<TextEdit> repair) {

  public enum Kind {
    /** No {@code ://}. */
    NO_SCHEME,
    /** {@code https://}: TLS to the proxy itself. */
    HTTPS_SCHEME,
    /** A scheme that the reader does not speak to proxies. */
    UNSUPPORTED_SCHEME,
    /** The address of a proxy script ({@code .pac}, {@code /wpad.dat}) instead of a proxy. */
    PROXY_SCRIPT,
    /** Scheme and host, but no port. */
    NO_PORT,
    /** The port is no number from 1 to 65535. */
    BAD_PORT,
    /** Blanks or quotes around the value; the repair removes them. */
    SURROUNDED,
    /** A blank, quote, backslash, control character or character outside ASCII inside the value. */
    FORBIDDEN_CHARACTER,
    /** An IPv6 address without brackets. */
    IPV6_WITHOUT_BRACKETS,
    /** A bracket without its partner, or something else than an IPv6 address between them. */
    BAD_IPV6,
    /** No host. */
    EMPTY_HOST,
    /**
     * A raw slash, question mark, hash or bracket in user or password: the host seems to end there.
     */
    RESERVED_IN_USERINFO,
    /** A raw colon in the password, where edgeAgent and edgeHub cut it. */
    COLON_IN_PASSWORD,
    /** A raw at sign in user or password. */
    AT_IN_USERINFO,
    /** A percent sign that starts no code. */
    BAD_PERCENT,
    /** {@code %%} before two hex digits, the notation of unit files. */
    DOUBLED_PERCENT,
    /** A host that means the container itself. */
    LOOPBACK_HOST
  }
}
