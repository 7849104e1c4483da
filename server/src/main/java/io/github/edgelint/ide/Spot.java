package io.github.edgelint.ide;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.text.TextRange;
import java.util.Optional;

/** What a tree has at an offset; see {@link Cursor} for what the parts mean. */
record Spot(
    Cursor.Slot slot,
    NodePath path,
    ConfigNode container,
    Optional<Member> member,
    ConfigNode value,
    TextRange token) {}
