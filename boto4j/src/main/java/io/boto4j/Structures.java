package io.boto4j;

import io.boto4j.internal.value.AbstractStructure;
import java.util.Map;

/** Structures from maps. */
public final class Structures {
  private Structures() {}

  /**
   * Gives a map the accessors of a structure, also for the maps in it.
   *
   * <pre>{@code
   * Structure policy = Structures.of(document);
   * String effect = policy.structures("Statement").get(0).text("Effect");
   * }</pre>
   *
   * @param map the map, not copied; it may have any names, so an accessor returns null or empty for
   *     each that is absent
   * @return a read-only view of the map
   */
  public static Structure of(Map<String, ?> map) {
    return AbstractStructure.of(map);
  }
}
