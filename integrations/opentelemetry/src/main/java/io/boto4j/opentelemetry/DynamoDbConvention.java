package io.boto4j.opentelemetry;

import io.boto4j.CallContext;
import io.boto4j.Json;
import io.boto4j.Response;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conventions for DynamoDB. {@code aws.dynamodb.item_collection_metrics} is left out, because
 * it contains keys of items, and so are the definitions of indexes, which are long.
 */
final class DynamoDbConvention extends Convention {
  static final String SYSTEM = "aws.dynamodb";

  @Override
  void start(CallContext call, Map<String, ?> input, SpanBuilder span) {
    span.setAttribute(Keys.DB_SYSTEM_NAME, SYSTEM);
  }

  @Override
  void request(CallContext call, Map<String, ?> input, Span span) {
    Values.texts(span, Keys.DYNAMODB_TABLE_NAMES, tableNames(input));
    Values.bool(span, Keys.DYNAMODB_CONSISTENT_READ, input.get("ConsistentRead"));
    Values.text(span, Keys.DYNAMODB_PROJECTION, input.get("ProjectionExpression"));
    Values.texts(span, Keys.DYNAMODB_ATTRIBUTES_TO_GET, Values.texts(input.get("AttributesToGet")));
    Values.number(span, Keys.DYNAMODB_LIMIT, input.get("Limit"));
    Values.text(span, Keys.DYNAMODB_INDEX_NAME, input.get("IndexName"));
    Values.text(span, Keys.DYNAMODB_SELECT, input.get("Select"));
    Values.bool(span, Keys.DYNAMODB_SCAN_FORWARD, input.get("ScanIndexForward"));
    Values.number(span, Keys.DYNAMODB_SEGMENT, input.get("Segment"));
    Values.number(span, Keys.DYNAMODB_TOTAL_SEGMENTS, input.get("TotalSegments"));
    Values.text(span, Keys.DYNAMODB_EXCLUSIVE_START_TABLE, input.get("ExclusiveStartTableName"));
    Map<?, ?> capacity = Values.map(input.get("ProvisionedThroughput"));
    Values.real(span, Keys.DYNAMODB_READ_CAPACITY, capacity.get("ReadCapacityUnits"));
    Values.real(span, Keys.DYNAMODB_WRITE_CAPACITY, capacity.get("WriteCapacityUnits"));
  }

  private static List<String> tableNames(Map<String, ?> input) {
    String one = Values.text(input.get("TableName"));
    return one == null
        ? Values.texts(Values.map(input.get("RequestItems")).keySet())
        : List.of(one);
  }

  @Override
  void response(CallContext call, Response response, Span span) {
    if (call.operation().equals("Scan")) {
      Values.number(span, Keys.DYNAMODB_COUNT, response.get("Count"));
      Values.number(span, Keys.DYNAMODB_SCANNED_COUNT, response.get("ScannedCount"));
    }
    if (call.operation().equals("ListTables")) {
      span.setAttribute(Keys.DYNAMODB_TABLE_COUNT, (long) Values.size(response.get("TableNames")));
    }
    Values.texts(
        span, Keys.DYNAMODB_CONSUMED_CAPACITY, capacities(response.get("ConsumedCapacity")));
  }

  private static List<String> capacities(@Nullable Object consumed) {
    List<String> texts = new ArrayList<>();
    if (consumed instanceof Map<?, ?>) {
      texts.add(Json.write(consumed));
    } else if (consumed instanceof Collection<?> several) {
      several.forEach(each -> texts.add(Json.write(each)));
    }
    return texts;
  }
}
