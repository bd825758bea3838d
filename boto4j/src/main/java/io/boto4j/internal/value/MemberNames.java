package io.boto4j.internal.value;

import io.boto4j.model.Member;
import io.boto4j.model.StructureShape;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The members of one shape that the components of a record stand for, found once: comparing names
 * without case and separators takes longer than reading the values. Immutable.
 */
final class MemberNames {
  /** Models may be reloaded; records must not keep the old ones. */
  private final WeakReference<StructureShape> shape;

  private final @Nullable String[] names;

  private MemberNames(StructureShape shape, @Nullable String[] names) {
    this.shape = new WeakReference<>(shape);
    this.names = names;
  }

  /**
   * Finds the members.
   *
   * @param components the names of the components
   * @param given the names that {@code @Name} gives them, or null
   * @param shape the shape
   */
  static MemberNames of(String[] components, @Nullable String[] given, StructureShape shape) {
    @Nullable String[] names = new @Nullable String[components.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = given[i] == null ? name(components[i], shape) : given[i];
    }
    return new MemberNames(shape, names);
  }

  private static @Nullable String name(String component, StructureShape shape) {
    if (shape.member(component) != null) {
      return component;
    }
    String plain = LooseNames.plain(component);
    String found = null;
    for (Member member : shape.members()) {
      if (LooseNames.plain(member.name()).equals(plain)) {
        if (found != null) {
          return null; // it depends on which of them a response has
        }
        found = member.name();
      }
    }
    return found;
  }

  boolean areOf(StructureShape other) {
    return shape.get() == other;
  }

  /** Returns the name of a member, or null if the shape has none or several that are similar. */
  @Nullable String get(int component) {
    return names[component];
  }
}
