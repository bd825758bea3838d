package io.boto4j.internal.value;

import io.boto4j.Structure;
import io.boto4j.internal.jmespath.JmesPath;
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

  /** Those members that know how to be shown; null where all may be. */
  private final @Nullable Structure modelled;

  /**
   * Makes a structure.
   *
   * @param members its members in order, kept and not copied
   */
  public MapStructure(Map<String, Object> members) {
    this(members, null);
  }

  private MapStructure(Map<String, Object> members, @Nullable Structure modelled) {
    this.members = Collections.unmodifiableMap(members);
    this.modelled = modelled;
  }

  /**
   * Makes the structure of an error, whose modelled members may be sensitive.
   *
   * @param members {@code Error} and the modelled members, kept and not copied
   * @param modelled the modelled members alone
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

  @Override
  public @Nullable Object search(String expression) {
    return JmesPath.compile(expression).search(this);
  }

  /** The members the model does not call sensitive. */
  @Override
  public String toString() {
    if (modelled == null || modelled.isEmpty()) {
      return super.toString();
    }
    String shown = modelled.toString();
    return "{Error=" + members.get("Error") + ", " + shown.substring(shown.indexOf('{') + 1);
  }
}
