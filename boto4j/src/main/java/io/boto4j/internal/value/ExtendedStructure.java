package io.boto4j.internal.value;

import io.boto4j.Structure;
import io.boto4j.model.StructureShape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A structure with one additional member, which its shape does not have. */
public final class ExtendedStructure extends AbstractStructure {
  private final Structure structure;
  private final String name;
  private final Object value;

  /**
   * Creates a structure.
   *
   * @param structure all members except the last
   * @param name the name of the last member
   * @param value the value of the last member, which is not sensitive
   */
  public ExtendedStructure(Structure structure, String name, Object value) {
    this.structure = structure;
    this.name = name;
    this.value = value;
  }

  @Override
  @Nullable StructureShape shape() {
    return structure instanceof AbstractStructure inner ? inner.shape() : null;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return name.equals(key) ? value : structure.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return name.equals(key) || structure.containsKey(key);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> all = new LinkedHashMap<>(structure);
    all.put(name, value);
    return Collections.unmodifiableMap(all).entrySet();
  }

  /** Returns the members as text, with those that the model marks as sensitive hidden. */
  @Override
  public String toString() {
    String shown = structure.toString();
    String own = name + "=" + value + "}";
    return shown.equals("{}") ? "{" + own : shown.substring(0, shown.length() - 1) + ", " + own;
  }
}
