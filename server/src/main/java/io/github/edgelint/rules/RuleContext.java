package io.github.edgelint.rules;

import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.function.Supplier;

/** What a rule may ask beside the document it looks at, and where it puts what it finds. */
public interface RuleContext {

  /** All files, for rules that look beyond a device: variables, module folders, layers. */
  Snapshot snapshot();

  /**
   * The device in question. For a document of several devices, the first of them; for one that
   * stands alone, a device of that document only.
   */
  Device device();

  /** The settings in force for the device. */
  default Settings settings() {
    return device().settings();
  }

  /** Whether the settings leave a rule on, so that others need not say what it says. */
  boolean isOn(RuleInfo rule);

  void report(Finding finding);

  /**
   * What several rules read out of a document in the same way: the first that asks reads it.
   *
   * @param what the class of what is read, which is read in one way only
   * @return as {@code read} gives it, unmodifiable
   */
  <T> List<T> shared(Class<T> what, Document document, Supplier<List<T>> read);
}
