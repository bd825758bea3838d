package io.boto4j.spark.internal.read;

import io.boto4j.model.Member;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameter with the size of a page, which services call by different names. */
final class PageSize {
  private static final List<String> NAMES =
      List.of(
          "MaxResults",
          "maxResults",
          "Limit",
          "limit",
          "MaxItems",
          "maxItems",
          "MaxRecords",
          "MaxKeys",
          "PageSize",
          "pageSize");

  /**
   * The size up to which a limit makes pages smaller: services send about as many by themselves.
   */
  static final int USUAL = 100;

  private PageSize() {}

  /** Returns the name of the parameter, or null if the input has none that is known. */
  static @Nullable String parameter(@Nullable StructureShape input) {
    for (String name : NAMES) {
      Member member = input == null ? null : input.member(name);
      if (member != null && isNumber(member.shape().type())) {
        return name;
      }
    }
    return null;
  }

  private static boolean isNumber(ShapeType type) {
    return type == ShapeType.INTEGER || type == ShapeType.LONG;
  }

  /** Returns a size within the bounds that the model has for it. */
  static int within(Member member, int wanted) {
    int least = bound(member, "min", 1);
    int most = bound(member, "max", Integer.MAX_VALUE);
    return Math.max(least, Math.min(most, wanted));
  }

  private static int bound(Member member, String name, int absent) {
    Object trait = member.shape().traits().get(name);
    return trait instanceof Number number ? number.intValue() : absent;
  }
}
