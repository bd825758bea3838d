package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event source: a queue or a stream, in the world that its ARN names. */
final class EventSources {
  private final EngineContext world;
  private final String arn;
  private final String resource;

  EventSources(EngineContext context, String arn) {
    String[] parts = arn.split(":", 6);
    if (parts.length < 6) {
      throw LambdaErrors.parameter(
          "Unrecognized event source, must be kinesis, dynamodb stream, sqs or kafka");
    }
    this.world = context.world(parts[4], parts[3]);
    this.arn = arn;
    this.resource = parts[5];
  }

  /** Calls SQS, which finds the queue by its name. */
  Structure sqs(String operation, Map<String, Object> input) {
    Map<String, Object> all = new java.util.LinkedHashMap<>(input);
    all.put("QueueUrl", resource);
    return Functions.structure(world.call("sqs", operation, all));
  }

  Structure streams(String operation, Map<String, Object> input) {
    return Functions.structure(world.call("dynamodbstreams", operation, input));
  }

  void checkQueue(@Nullable Integer timeout) {
    Structure attributes;
    try {
      attributes = sqs("GetQueueAttributes", Map.of("AttributeNames", List.of("All")));
    } catch (EngineException e) {
      throw LambdaErrors.parameter(
          "Error occurred while ReceiveMessage. SQS Error Code: "
              + e.code()
              + ". SQS Error Message: "
              + e.serviceMessage());
    }
    String visibility = attributes.text("Attributes", "VisibilityTimeout");
    if (timeout != null && visibility != null && Integer.parseInt(visibility) < timeout) {
      throw LambdaErrors.parameter(
          "Queue visibility timeout: "
              + visibility
              + " seconds is less than Function timeout: "
              + timeout
              + " seconds");
    }
  }

  void checkStream() {
    try {
      streams("DescribeStream", Map.of("StreamArn", arn));
    } catch (EngineException e) {
      throw LambdaErrors.parameter("Stream not found: " + arn);
    }
  }
}
