package io.boto4j.dynamodb;

import java.util.Map;

/** The parts that reads of single items share. */
final class Reads {
  private Reads() {}

  /** Puts options into a request. */
  static void options(Map<String, Object> request, ReadOptions options) {
    if (options.isConsistent()) {
      request.put("ConsistentRead", true);
    }
    projection(request, options);
  }

  /** Puts the projection into a request. */
  static void projection(Map<String, Object> request, ReadOptions options) {
    Projection projection = options.projection();
    if (projection != null) {
      ExpressionWriter writer = new ExpressionWriter();
      request.put("ProjectionExpression", projection.written(writer));
      writer.putInto(request);
    }
  }
}
