package io.boto4j.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Comparison of a call's parameters with those a test expects. */
final class ExpectedParameters {
  private ExpectedParameters() {}

  /** Describes the differences, or returns null if there are none. */
  static @Nullable String difference(Map<String, ?> expected, Map<String, ?> actual) {
    TreeSet<String> unexpected = new TreeSet<>(actual.keySet());
    unexpected.removeAll(expected.keySet());
    TreeSet<String> missing = new TreeSet<>(expected.keySet());
    missing.removeAll(actual.keySet());
    List<String> different = new ArrayList<>();
    for (Map.Entry<String, ?> entry : expected.entrySet()) {
      String name = entry.getKey();
      if (actual.containsKey(name) && !same(entry.getValue(), actual.get(name))) {
        different.add(name);
      }
    }
    if (unexpected.isEmpty() && missing.isEmpty() && different.isEmpty()) {
      return null;
    }
    // Names only: the values may be secret, and the output of a test is public.
    return "Expected parameters: the call has"
        + listed(" other values for ", different)
        + listed(" no ", missing)
        + listed(" an unexpected ", unexpected)
        + ".";
  }

  private static String listed(String before, Collection<String> names) {
    return names.isEmpty() ? "" : before + String.join(", ", names) + ";";
  }

  /** Arrays are lists to a call. */
  private static @Nullable Object listOf(@Nullable Object value) {
    return value instanceof Object[] array ? Arrays.asList(array) : value;
  }

  private static boolean same(@Nullable Object wantedValue, @Nullable Object givenValue) {
    Object expected = listOf(wantedValue);
    Object actual = listOf(givenValue);
    if (expected == Stubber.ANY) {
      return true;
    }
    if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> given) {
      if (!wanted.keySet().equals(given.keySet())) {
        return false;
      }
      Map<Object, Object> others = new LinkedHashMap<>(given);
      for (Map.Entry<?, ?> entry : wanted.entrySet()) {
        if (!same(entry.getValue(), others.get(entry.getKey()))) {
          return false;
        }
      }
      return true;
    }
    if (expected instanceof List<?> wanted && actual instanceof List<?> given) {
      boolean same = wanted.size() == given.size();
      for (int i = 0; same && i < wanted.size(); i++) {
        same = same(wanted.get(i), given.get(i));
      }
      return same;
    }
    if (expected instanceof byte[] wanted && actual instanceof byte[] given) {
      return Arrays.equals(wanted, given);
    }
    if (expected instanceof Number wanted && actual instanceof Number given) {
      return number(wanted).equals(number(given));
    }
    return Objects.equals(expected, actual);
  }

  /** Compares by value: 5 and 5L are the same to a service. */
  private static Object number(Number number) {
    try {
      return new BigDecimal(number.toString()).stripTrailingZeros();
    } catch (NumberFormatException notFinite) {
      return number.doubleValue();
    }
  }
}
