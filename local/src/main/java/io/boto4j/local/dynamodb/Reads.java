package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.expression.Condition;
import io.boto4j.local.dynamodb.expression.KeyCondition;
import io.boto4j.local.dynamodb.expression.Path;
import io.boto4j.local.dynamodb.expression.Projection;
import io.boto4j.local.dynamodb.table.Index;
import io.boto4j.local.dynamodb.table.KeySchema;
import io.boto4j.local.dynamodb.table.KeySchema.KeyAttribute;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.table.Tables;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.ValueReader;
import io.boto4j.local.engine.EngineException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code Query} and {@code Scan}: their checks, and the page they read. */
final class Reads {
  private static final List<String> QUERY =
      List.of("ProjectionExpression", "FilterExpression", "KeyConditionExpression");
  private static final List<String> NOT_QUERY =
      List.of("AttributesToGet", "QueryFilter", "ConditionalOperator", "KeyConditions");
  private static final List<String> SCAN = List.of("ProjectionExpression", "FilterExpression");
  private static final List<String> NOT_SCAN =
      List.of("AttributesToGet", "ScanFilter", "ConditionalOperator");

  private final Tables tables;

  Reads(Tables tables) {
    this.tables = tables;
  }

  Map<String, ?> query(Structure input) {
    Constraints.checkRead(input);
    checkSelect(input, "1 validation error detected: ");
    Expressions expressions = Expressions.read(input, QUERY, NOT_QUERY);
    Condition filter = expressions.filter("QueryFilter");
    Projection projection = expressions.projection();
    Attributes start = startKey(input);
    Condition keyCondition = expressions.keyCondition();
    if (keyCondition == null && input.get("KeyConditions") == null) {
      throw Failures.validation(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
              + " request.");
    }
    Map<String, KeyCondition> conditions =
        keyCondition == null ? Legacy.keyConditions(input) : KeyCondition.of(keyCondition);
    Table table = tables.get(input.text("TableName"));
    Index index = index(input, table);
    KeySchema schema = index == null ? table.key() : index.key();
    KeyRange range = KeyRange.of(schema, conditions);
    Page page = new Page(table, index, input, filter, projection);
    byte[] from = start == null ? null : page.encode(start, schema);
    if (from != null) {
      range.checkStart(from);
    }
    checkFilter(input, expressions, schema);
    Keys.checkScalar(expressions.paths(), table);
    checkProjection(input, index, projection);
    return page.query(range, from);
  }

  Map<String, ?> scan(Structure input) {
    Constraints.checkRead(input);
    Constraints.checkAtLeast(input.integer("TotalSegments"), "totalSegments", 1);
    Constraints.checkAtMost(input.integer("TotalSegments"), "totalSegments", 1_000_000);
    Constraints.checkAtLeast(input.integer("Segment"), "segment", 0);
    checkSelect(input, "");
    Expressions expressions = Expressions.read(input, SCAN, NOT_SCAN);
    Condition filter = expressions.filter("ScanFilter");
    Projection projection = expressions.projection();
    Attributes start = startKey(input);
    checkSegments(input);
    Table table = tables.get(input.text("TableName"));
    Index index = index(input, table);
    KeySchema schema = index == null ? table.key() : index.key();
    Page page = new Page(table, index, input, filter, projection);
    byte[] from = start == null ? null : page.encode(start, schema);
    Keys.checkScalar(expressions.paths(), table);
    checkProjection(input, index, projection);
    return page.scan(start, from);
  }

  private static @Nullable Attributes startKey(Structure input) {
    if (input.get("ExclusiveStartKey") == null) {
      return null;
    }
    try {
      Attributes key = ValueReader.attributes(input.map("ExclusiveStartKey"));
      return key.isEmpty() ? null : key;
    } catch (EngineException e) {
      String message = e.serviceMessage();
      boolean plain =
          message.contains("contains duplicates")
              || message.contains("number set")
              || message.contains("numeric value")
              || message.contains("significant digits")
              || message.contains("number with magnitude");
      throw plain ? e : Failures.validation("The provided starting key is invalid: " + message);
    }
  }

  private static void checkSelect(Structure input, String prefix) {
    String select = input.text("Select");
    if (select == null) {
      return;
    }
    boolean expression = input.get("ProjectionExpression") != null;
    boolean names = input.get("AttributesToGet") != null;
    if (select.equals("SPECIFIC_ATTRIBUTES")) {
      if (!expression && !names) {
        throw Failures.validation(
            prefix
                + "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
                + " SPECIFIC_ATTRIBUTES");
      }
      return;
    }
    if (expression || names) {
      throw Failures.validation(
          prefix
              + "Cannot specify the "
              + (expression ? "ProjectionExpression" : "AttributesToGet")
              + " when choosing to get "
              + (select.equals("COUNT") ? "only the Count" : select));
    }
    if (select.equals("ALL_PROJECTED_ATTRIBUTES") && input.text("IndexName") == null) {
      throw Failures.validation(
          prefix + "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
  }

  private static void checkSegments(Structure input) {
    Integer segment = input.integer("Segment");
    Integer total = input.integer("TotalSegments");
    if (segment != null && total == null) {
      throw Failures.validation(
          "The TotalSegments parameter is required but was not present in the request when Segment"
              + " parameter is present");
    }
    if (segment == null && total != null) {
      throw Failures.validation(
          "The Segment parameter is required but was not present in the request when parameter"
              + " TotalSegments is present");
    }
    if (segment != null && total != null && segment >= total) {
      throw Failures.validation(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
              + " Segment: "
              + segment
              + " is not less than TotalSegments: "
              + total);
    }
  }

  private static @Nullable Index index(Structure input, Table table) {
    String name = input.text("IndexName");
    if (name == null) {
      return null;
    }
    Index index = table.index(name);
    if (index == null) {
      throw Failures.validation("The table does not have the specified index: " + name);
    }
    if (index.isGlobal() && Boolean.TRUE.equals(input.bool("ConsistentRead"))) {
      throw Failures.validation("Consistent reads are not supported on global secondary indexes");
    }
    return index;
  }

  private static void checkFilter(Structure input, Expressions expressions, KeySchema schema) {
    Set<String> legacy = input.structureMap("QueryFilter").keySet();
    for (KeyAttribute attribute : schema.all()) {
      for (Path path : expressions.filterPaths()) {
        if (path.head().equals(attribute.name())) {
          throw primaryKey("Filter Expression", attribute);
        }
      }
      if (legacy.contains(attribute.name())) {
        throw primaryKey("QueryFilter", attribute);
      }
    }
  }

  private static RuntimeException primaryKey(String parameter, KeyAttribute attribute) {
    return Failures.validation(
        parameter
            + " can only contain non-primary key attributes: Primary key attribute: "
            + attribute.name());
  }

  private static void checkProjection(
      Structure input, @Nullable Index index, @Nullable Projection projection) {
    if (index == null || !index.isGlobal() || index.projectsAll()) {
      return;
    }
    if ("ALL_ATTRIBUTES".equals(input.text("Select"))) {
      throw Failures.parameter(
          "Select type ALL_ATTRIBUTES is not supported for global secondary index "
              + index.name()
              + " because its projection type is not ALL");
    }
    if (projection == null) {
      return;
    }
    List<String> missing =
        projection.paths().stream()
            .map(Path::head)
            .filter(name -> !index.projects(name))
            .distinct()
            .toList();
    if (!missing.isEmpty()) {
      throw Failures.parameter(
          "Global secondary index " + index.name() + " does not project " + missing);
    }
  }
}
