package io.boto4j.dynamodb;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Optimistic locking: an attribute that counts the writes of an item. */
final class Versions {
  private final String name;
  private final Attr attribute;

  Versions(String name) {
    this.name = name;
    this.attribute = Attr.path(name);
  }

  /**
   * Increments the version of an item that is to be put.
   *
   * @param item the item's attribute values, which are changed
   * @return the condition that the item has not been written since it was read
   */
  Condition increment(Map<String, Object> item) {
    Object present = item.get(name);
    if (present == null || present == AttributeValue.NULL) {
      item.put(name, ValueSerializer.value(1));
      return attribute.notExists();
    }
    long version = number((AttributeValue) present);
    item.put(name, ValueSerializer.value(Math.addExact(version, 1)));
    return version == 0 ? attribute.notExists() : attribute.eq(version);
  }

  private long number(AttributeValue value) {
    if (value.type().equals("N")) {
      Number number = NumberText.read((String) value.content());
      if ((number instanceof Integer || number instanceof Long) && number.longValue() >= 0) {
        return number.longValue();
      }
    }
    throw new IllegalArgumentException(
        "The version attribute " + name + " must be a whole number from 0, not " + value);
  }

  /** Makes an update increment the version. */
  void increment(UpdateActions<?> update) {
    update.set(attribute, new Operand.Computed("? + ?", attribute.orElse(0), 1));
  }

  Condition is(long version) {
    return version == 0 ? attribute.notExists() : attribute.eq(version);
  }

  /** Returns the version, which a write requires, or fails if the table has no versions. */
  static Condition require(@Nullable Versions versions, long version) {
    if (versions == null) {
      throw new IllegalStateException(
          "version(…) needs a versioned table: table.versioned(\"version\")");
    }
    return versions.is(version);
  }
}
