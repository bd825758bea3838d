package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import org.jspecify.annotations.Nullable;

/**
 * The same tasks in one style of calling. Each builds its input and reads the answer, and returns a
 * value that is the same in each style.
 */
interface CallStyle {
  /** Gets an item and returns its email. */
  @Nullable Object getItem();

  /** Puts an item of seven attributes and returns the capacity units. */
  @Nullable Object putItem();

  /** Puts an item whose request has been made before. */
  @Nullable Object putSameItem();

  /** Describes database instances and returns a number made of five members of each. */
  @Nullable Object describeDbInstances();

  /** Returns a style by its name: {@code raw}, {@code interface} or {@code generated}. */
  static CallStyle of(String name, Client dynamodb, Client rds) {
    return switch (name) {
      case "raw" -> new RawStyle(dynamodb, rds);
      case "interface" -> new InterfaceStyle(dynamodb, rds);
      case "generated" -> new GeneratedStyle(dynamodb, rds);
      default -> throw new IllegalArgumentException("Unknown style: " + name);
    };
  }
}
