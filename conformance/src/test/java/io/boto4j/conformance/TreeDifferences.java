package io.boto4j.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The differences between the trees of two files, each with its path and both values. */
final class TreeDifferences {
  private static final int LONGEST_VALUE = 60;

  private final List<String> found = new ArrayList<>();

  private TreeDifferences() {}

  /** Returns lines such as {@code dynamodb metadata.uid: botocore=a smithy=b}. */
  static List<String> between(String name, @Nullable Object botocore, @Nullable Object smithy) {
    TreeDifferences differences = new TreeDifferences();
    differences.compare(name, botocore, smithy);
    return differences.found;
  }

  private void compare(String path, @Nullable Object botocore, @Nullable Object smithy) {
    if (botocore instanceof Map<?, ?> ours && smithy instanceof Map<?, ?> theirs) {
      Set<Object> keys = new LinkedHashSet<>(ours.keySet());
      keys.addAll(theirs.keySet());
      String separator = path.contains(" ") ? "." : " ";
      for (Object key : keys) {
        compare(path + separator + key, ours.get(key), theirs.get(key));
      }
    } else if (!same(botocore, smithy)) {
      found.add(path + ": botocore=" + shown(botocore) + " smithy=" + shown(smithy));
    }
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return new BigDecimal(x.toString()).compareTo(new BigDecimal(y.toString())) == 0;
    }
    return Objects.equals(a, b);
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "absent";
    }
    if (value instanceof Map<?, ?>) {
      return "present";
    }
    String text = value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}
