package io.boto4j.internal.value;

import io.boto4j.Structure;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A structure over a map, for what no shape describes: errors, a union's unknown member. */
public final class MapStructure extends AbstractMap<String, Object> implements Structure {
  /** The structure of an operation that answers nothing. */
  public static final MapStructure EMPTY = new MapStructure(Map.of());

  private final Map<String, Object> members;

  /**
   * Makes a structure.
   *
   * @param members its members in order, kept and not copied
   */
  public MapStructure(Map<String, Object> members) {
    this.members = Collections.unmodifiableMap(members);
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
}
