package io.boto4j.dynamodb;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.ResponseFactory;
import io.boto4j.error.ServiceException;
import java.util.Map;

/**
 * A client whose calls take and return plain Java values instead of attribute values: what boto3's
 * {@code resource("dynamodb").meta.client} does.
 *
 * <pre>{@code
 * Client documents = Documents.of(session.client("dynamodb"));
 * documents.call("PutItem", Params.of(
 *     "TableName", "auth-users",
 *     "Item", Params.of("user_id", id, "logins", 1),
 *     "ConditionExpression", attr("user_id").notExists()));
 * Structure item = documents.call("GetItem", params).structure("Item");
 * }</pre>
 *
 * <p>Wherever the model of an operation has an attribute value, a plain value is expected, in both
 * directions: in items, keys, expression values, statements' parameters, responses, paginators, and
 * in the items of errors such as {@code ConditionalCheckFailedException}. {@link AttributeValues}
 * lists the Java types. An attribute value that {@code AttributeValues.serialize} wrote is sent as
 * it is; a map such as {@code Map.of("S", "a")} is a plain map.
 *
 * <p>Where an operation has a condition, it takes a {@link Condition} as well as text; for {@code
 * UpdateExpression} an {@link Update}, and for {@code ProjectionExpression} a list of paths.
 * Placeholders, with their names and values, are added beside the expression, and never replace the
 * caller's. This holds in {@code TransactWriteItems} too.
 */
public final class Documents {
  private Documents() {}

  /**
   * Returns a copy of a client with plain values. The client itself does not change.
   *
   * @param client a client of DynamoDB, or of another service with DynamoDB's attribute values,
   *     such as DynamoDB Streams
   * @return the copy, which shares the client's connections ({@link Client#with(Interceptor)})
   * @throws IllegalArgumentException if the service has no attribute values
   */
  public static Client of(Client client) {
    if (client.model().findShape(DocumentInput.ATTRIBUTE_VALUE) == null) {
      throw new IllegalArgumentException(
          "Documents need a client of DynamoDB, not of " + client.service());
    }
    return client.with(new Conversion(client.responses()));
  }

  private static final class Conversion implements Interceptor {
    private static final String RAW = "io.boto4j.dynamodb.raw";

    private final ResponseFactory responses;

    Conversion(ResponseFactory responses) {
      this.responses = responses;
    }

    @Override
    public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
      if (parameters instanceof RawRequest) {
        call.attributes().put(RAW, true);
        return parameters;
      }
      return DocumentInput.of(call.model().input(), parameters);
    }

    @Override
    public Response afterCall(CallContext call, Response response) {
      if (call.attributes().containsKey(RAW)) {
        return response;
      }
      Map<String, Object> changes = DocumentOutput.changes(call.model().output(), response);
      return changes.isEmpty() ? response : responses.with(response, changes);
    }

    @Override
    public void afterCallError(CallContext call, RuntimeException failure) {
      if (failure instanceof ServiceException error && !call.attributes().containsKey(RAW)) {
        ServiceException converted = DocumentOutput.error(call.model(), error);
        if (converted != error) {
          throw converted;
        }
      }
    }
  }
}
