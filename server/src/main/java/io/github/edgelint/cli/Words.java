package io.github.edgelint.cli;

import java.util.Iterator;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words that an option takes: for its value, for error messages and for shells. */
abstract class Words<T> implements ITypeConverter<T>, Iterable<String> {

  private final Map<String, T> values;

  Words(Map<String, T> values) {
    this.values = values;
  }

  @Override
  public T convert(String word) {
    T value = values.get(word);
    if (value == null) {
      throw new TypeConversionException("there is no '" + word + "'");
    }
    return value;
  }

  @Override
  public Iterator<String> iterator() {
    return values.keySet().iterator();
  }
}
