package io.boto4j.typed.check;

import com.sun.source.util.TreePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that a program passes, as far as it is written literally. */
sealed interface Given {
  /** Returns the expression. */
  TreePath at();

  /** A constant. */
  record Constant(TreePath at, Object value) implements Given {}

  /**
   * A map.
   *
   * @param complete whether it has no other entries
   */
  record OfMap(TreePath at, List<Entry> entries, boolean complete) implements Given {}

  /**
   * A list.
   *
   * @param complete whether it has no other elements
   */
  record OfList(TreePath at, List<Given> elements, boolean complete) implements Given {}

  /** Any other expression. */
  record Other(TreePath at) implements Given {}

  /**
   * An entry of a map.
   *
   * @param key the expression for the key
   * @param name the key, or null if it is not a constant text
   */
  record Entry(TreePath key, @Nullable String name, Given value) {}
}
