package io.boto4j.internal.value;

import io.boto4j.Structure;
import io.boto4j.model.StructureShape;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A structure backed by a map, for content without a shape: errors, the unknown member of a union.
 */
public final class MapStructure extends AbstractStructure {
  /** A structure without members, such as the output of an operation that returns nothing. */
  public static final MapStructure EMPTY = new MapStructure(Map.of());

  private final Map<String, Object> members;

  /** The modelled members, which may be sensitive and write themselves; null if there are none. */
  private final @Nullable Structure modelled;

  /**
   * Creates a structure.
   *
   * @param members the members in order, not copied
   */
  public MapStructure(Map<String, Object> members) {
    this(members, null);
  }

  private MapStructure(Map<String, Object> members, @Nullable Structure modelled) {
    this.members = Collections.unmodifiableMap(members);
    this.modelled = modelled;
  }

  /**
   * Creates the structure of an error, whose modelled members may be sensitive.
   *
   * @param members {@code Error} and the modelled members, not copied
   * @param modelled only the modelled members
   * @return the structure
   */
  public static MapStructure ofError(Map<String, Object> members, Structure modelled) {
    return new MapStructure(members, modelled);
  }

  /**
   * Creates the value of a union with a member that its model does not have.
   *
   * @param name the name of the member, as the service sent it
   * @return the structure, in boto3's form: {@code SDK_UNKNOWN_MEMBER} with the name
   */
  public static MapStructure ofUnknownMember(String name) {
    return new MapStructure(Map.of("SDK_UNKNOWN_MEMBER", new MapStructure(Map.of("name", name))));
  }

  @Override
  @Nullable StructureShape shape() {
    return modelled instanceof AbstractStructure structure ? structure.shape() : null;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return members.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return members.containsKey(name);
  }

  @Override
  public int size() {
    return members.size();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return members.entrySet();
  }

  /** Returns the members as text, with those that the model marks as sensitive hidden. */
  @Override
  public String toString() {
    if (modelled == null || modelled.isEmpty()) {
      return super.toString();
    }
    String shown = modelled.toString();
    return "{Error=" + members.get("Error") + ", " + shown.substring(shown.indexOf('{') + 1);
  }
}
