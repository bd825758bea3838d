package io.boto4j.crac;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.Structure;
import java.util.Map;

/** The Lambda function of the page about start-up: it counts the visits of pages. */
public final class VisitsFunction
    implements RequestHandler<Map<String, String>, Map<String, String>> {
  private final Client dynamodb;

  /** Runs once per execution environment; with SnapStart, before the snapshot. */
  public VisitsFunction() {
    Session session = Session.create();
    Checkpoints.register(session);
    dynamodb = session.client("dynamodb");
    dynamodb.call("DescribeTable", Map.of("TableName", "visits"));
  }

  @Override
  public Map<String, String> handleRequest(Map<String, String> event, Context context) {
    Structure updated =
        dynamodb.call(
            "UpdateItem",
            Map.of(
                "TableName", "visits",
                "Key", Map.of("page", Map.of("S", event.get("page"))),
                "UpdateExpression", "ADD visits :one",
                "ExpressionAttributeValues", Map.of(":one", Map.of("N", "1")),
                "ReturnValues", "UPDATED_NEW"));
    return Map.of("visits", updated.structure("Attributes").structure("visits").text("N"));
  }
}
