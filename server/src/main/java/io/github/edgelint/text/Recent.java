package io.github.edgelint.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was made of the last few keys. Most parts of a text that changes are as before, and what was
 * read out of them need not be read again. Safe for several threads; two that ask for the same at
 * once may both make it.
 */
public final class Recent<K, V> {

  private final int most;
  private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most how many keys are kept
   */
  public Recent(int most) {
    this.most = most;
  }

  /**
   * The value of a key.
   *
   * @param maker depends on nothing but the key, and its value never changes
   */
  public V get(K key, Function<K, V> maker) {
    Optional<V> known = find(key);
    if (known.isPresent()) {
      return known.get();
    }
    V made = maker.apply(key);
    keep(key, made);
    return made;
  }

  /** The value of a key, if it is still kept. */
  public Optional<V> find(K key) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(key));
    }
  }

  /** Keeps the value of a key; the one that nobody asked for longest goes. */
  public void keep(K key, V value) {
    synchronized (kept) {
      kept.put(key, value);
      if (kept.size() > most) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
  }
}
