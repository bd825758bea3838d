package io.boto4j.internal.customization;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters a user passed, with changes. The user's own map stays as it is. */
final class InputChanges {
  private Map<String, ?> input;
  private @Nullable Map<String, @Nullable Object> copy;

  InputChanges(Map<String, ?> input) {
    this.input = input;
  }

  boolean contains(String member) {
    return input.containsKey(member);
  }

  @Nullable Object get(String member) {
    return input.get(member);
  }

  /** Sets a member: at its position if it is present, else at the end. */
  void put(String member, @Nullable Object value) {
    copy().put(member, value);
  }

  void remove(String member) {
    copy().remove(member);
  }

  /** Returns the parameters with all changes. */
  Map<String, ?> map() {
    return input;
  }

  private Map<String, @Nullable Object> copy() {
    Map<String, @Nullable Object> changed = copy;
    if (changed == null) {
      changed = new LinkedHashMap<>(input);
      copy = changed;
      input = changed;
    }
    return changed;
  }
}
