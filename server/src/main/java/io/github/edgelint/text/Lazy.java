package io.github.edgelint.text;

import java.util.function.Supplier;

/**
 * A value that is made when it is first asked for, and only once: nodes of two trees of one file
 * must never meet. Safe for several threads.
 */
public final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private volatile T value;

  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Whether the value is there already. */
  public boolean isKnown() {
    return value != null;
  }

  @Override
  public T get() {
    T known = value;
    if (known == null) {
      synchronized (this) {
        known = value;
        if (known == null) {
          known = maker.get();
          value = known;
        }
      }
    }
    return known;
  }
}
