package io.boto4j.spark.internal.read;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The expressions that are added to the parameters of a scan or query of DynamoDB. */
final class Expressions {
  private static final String FILTER = "FilterExpression";
  private static final String PROJECTION = "ProjectionExpression";
  private static final String NAMES = "ExpressionAttributeNames";
  private static final String VALUES = "ExpressionAttributeValues";

  /** Parameters from before there were expressions, which DynamoDB refuses beside them. */
  private static final List<String> LEGACY =
      List.of(
          "AttributesToGet", "ScanFilter", "QueryFilter", "KeyConditions", "ConditionalOperator");

  private Expressions() {}

  /** Returns the parameters with a further condition. */
  static ParameterSet with(
      ParameterSet set, String condition, Map<String, ?> names, Map<String, ?> values) {
    Map<String, Object> own = set.parameters();
    if (isLegacy(own)) {
      return set;
    }
    Map<String, Object> added = new LinkedHashMap<>();
    Object filter = own.get(FILTER);
    added.put(FILTER, filter == null ? condition : "(" + filter + ") AND " + condition);
    added.put(NAMES, merged(own.get(NAMES), names));
    if (!values.isEmpty()) {
      added.put(VALUES, merged(own.get(VALUES), values));
    }
    return set.with(added);
  }

  /** Returns the parameters for some columns; the keys are read too, for messages. */
  static ParameterSet projected(ParameterSet set, Set<String> columns, List<String> keys) {
    Map<String, Object> own = set.parameters();
    if (isLegacy(own) || own.containsKey(PROJECTION) || own.containsKey("Select")) {
      return set;
    }
    if (columns.isEmpty()) {
      return set.with(Map.of("Select", "COUNT"));
    }
    Map<String, Object> names = new LinkedHashMap<>();
    Set<String> wanted = new LinkedHashSet<>(columns);
    wanted.addAll(keys);
    for (String column : wanted) {
      names.put("#boto4jP" + names.size(), column);
    }
    return set.with(
        Map.of(
            PROJECTION, String.join(", ", names.keySet()), NAMES, merged(own.get(NAMES), names)));
  }

  private static boolean isLegacy(Map<String, Object> own) {
    return LEGACY.stream().anyMatch(own::containsKey);
  }

  private static Map<String, Object> merged(
      @org.jspecify.annotations.Nullable Object own, Map<String, ?> added) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (own instanceof Map<?, ?> map) {
      map.forEach((name, value) -> all.put((String) name, value));
    }
    all.putAll(added);
    return all;
  }
}
