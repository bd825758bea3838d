package io.boto4j.internal.paging;

import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.internal.jmespath.DottedPath;
import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.internal.value.ExtendedStructure;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.StructureShape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All pages as one structure: lists and texts are concatenated, numbers are added up. */
public final class FullResult {
  private static final String NEXT_TOKEN = "NextToken";

  private FullResult() {}

  /**
   * Reads all pages.
   *
   * @param pages an iterator that has not been started
   * @return the result keys of all pages, the members that are the same on every page, and {@code
   *     NextToken} if {@code maxItems} ended the iteration
   */
  public static Structure of(PageIterator pages) {
    List<JmesPath> keys = pages.paging().resultKeys();
    @Nullable Object[] sums = new Object[keys.size()];
    while (pages.hasNext()) {
      Response page = pages.next();
      for (int i = 0; i < sums.length; i++) {
        Object value = keys.get(i).search(page);
        sums[i] = sums[i] == null ? beginning(value) : sum(sums[i], value);
      }
    }
    Map<String, Object> result = new LinkedHashMap<>();
    for (int i = 0; i < sums.length; i++) {
      Object sum = sums[i];
      if (sum != null) {
        DottedPath.set(result, keys.get(i).toString(), finished(sum));
      }
    }
    Response first = pages.firstPage();
    for (JmesPath key : pages.paging().nonAggregateKeys()) {
      Object value = key.search(first);
      if (value != null) {
        DottedPath.set(result, key.toString(), value);
      }
    }
    if (pages.resumeToken() != null) {
      result.put(NEXT_TOKEN, pages.resumeToken());
    }
    return shaped(pages.paging().output(), result);
  }

  @SuppressWarnings("UnnecessaryStringBuilder") // further pages are appended to it
  private static @Nullable Object beginning(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return new ArrayList<Object>(list);
    }
    return value instanceof String text ? new StringBuilder(text) : value;
  }

  @SuppressWarnings("unchecked") // the list was created in beginning
  private static @Nullable Object sum(@Nullable Object sum, @Nullable Object value) {
    if (sum instanceof List<?> all && value instanceof List<?> more) {
      ((List<Object>) all).addAll(more);
    } else if (sum instanceof StringBuilder all && value instanceof String more) {
      all.append(more);
    } else if (sum instanceof Number all && value instanceof Number more) {
      return sum(all, more);
    }
    return sum;
  }

  private static Number sum(Number a, Number b) {
    if (isFloat(a) || isFloat(b)) {
      return a.doubleValue() + b.doubleValue();
    }
    BigDecimal sum = new BigDecimal(a.toString()).add(new BigDecimal(b.toString()));
    if (a instanceof BigDecimal || b instanceof BigDecimal) {
      return sum;
    }
    BigInteger whole = sum.toBigInteger();
    if (whole.bitLength() < Integer.SIZE) {
      return whole.intValue();
    }
    return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
  }

  private static boolean isFloat(Number number) {
    return number instanceof Float || number instanceof Double;
  }

  private static Object finished(Object sum) {
    if (sum instanceof List<?> list) {
      return Collections.unmodifiableList(list);
    }
    return sum instanceof StringBuilder ? sum.toString() : sum;
  }

  /** Returns members as a structure of the output's shape, which hides sensitive members. */
  private static Structure shaped(@Nullable StructureShape shape, Map<String, Object> members) {
    if (shape == null) {
      return new MapStructure(members);
    }
    @Nullable Object[] slots = new Object[shape.size()];
    Map<String, Object> further = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : members.entrySet()) {
      int index = shape.indexOf(entry.getKey());
      if (index < 0) {
        further.put(entry.getKey(), entry.getValue());
      } else {
        slots[index] = shaped(shape.member(index).shape(), entry.getValue());
      }
    }
    Structure result = new SlotStructure(shape, slots);
    for (Map.Entry<String, Object> entry : further.entrySet()) {
      result = new ExtendedStructure(result, entry.getKey(), entry.getValue());
    }
    return result;
  }

  @SuppressWarnings("unchecked") // created by DottedPath, whose keys are text
  private static Object shaped(Object shape, Object value) {
    return shape instanceof StructureShape structure
            && value instanceof Map<?, ?> map
            && !(value instanceof Structure)
        ? shaped(structure, (Map<String, Object>) map)
        : value;
  }
}
