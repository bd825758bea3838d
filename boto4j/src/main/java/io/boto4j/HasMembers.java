package io.boto4j;

import java.util.Map;

/**
 * A record that stands for a structure of the model, and gives its members as a map. The types that
 * boto4j-typed generates implement it.
 *
 * <p>Wherever input may be a record, one that implements this interface is replaced by its members.
 * Its components are not read, so it needs no reflection. {@link Structure#to} gives a record whose
 * only component is the map of the members the structure itself.
 *
 * <pre>{@code
 * record Tag(Map<String, ?> members) implements HasMembers {
 *   static Tag of(String key, String value) {
 *     return new Tag(Params.of("Key", key, "Value", value));
 *   }
 * }
 * }</pre>
 */
public interface HasMembers {
  /**
   * Returns the members of the structure.
   *
   * @return the values by the names that AWS gives the members; must not change
   */
  Map<String, ?> members();
}
