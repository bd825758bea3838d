package io.boto4j;

/**
 * The response of one call: the operation's output, with metadata about the call. Immutable.
 *
 * <p>Unlike in boto3, {@code ResponseMetadata} is not a key of the map.
 *
 * <pre>{@code
 * Response response = dynamodb.call("ListTables");
 * System.out.println(response.list("TableNames") + " " + response.metadata().requestId());
 * }</pre>
 */
public interface Response extends Structure {
  /**
   * Returns the request id, HTTP status, headers and attempts of the call.
   *
   * @return the metadata
   */
  ResponseMetadata metadata();
}
