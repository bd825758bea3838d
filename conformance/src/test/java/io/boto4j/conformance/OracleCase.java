package io.boto4j.conformance;

import io.boto4j.model.OperationModel;
import java.util.Base64;
import java.util.Map;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;

/**
 * A call that boto4j and botocore must handle alike.
 *
 * @param kind the kind of case, such as {@code full}
 * @param operation the operation
 * @param input the parameters
 * @param response the response of the service
 */
record OracleCase(
    String kind, OperationModel operation, Map<String, Object> input, RawResponse response) {
  /** Returns the line that describes the case to the oracle. */
  String line() {
    ArrayNode.Builder headers = ArrayNode.builder();
    response
        .headers()
        .forEach(
            each ->
                headers.withValue(
                    Node.fromNodes(Node.from(each.getKey()), Node.from(each.getValue()))));
    return Node.printJson(
        Node.objectNode()
            .withMember("operation", operation.name())
            .withMember("input", OracleValues.encode(input))
            .withMember("status", Node.from(response.status()))
            .withMember("headers", headers.build())
            .withMember("body", Base64.getEncoder().encodeToString(response.body())));
  }
}
