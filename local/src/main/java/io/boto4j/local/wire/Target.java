package io.boto4j.local.wire;

import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.Map;

/**
 * The operation that a request calls.
 *
 * @param service the service
 * @param operation the operation
 * @param protocol the protocol of the request, which the response has too
 * @param labels the labels in the path by their names in the model, decoded
 */
record Target(
    ServiceModel service,
    OperationModel operation,
    ProtocolKind protocol,
    Map<String, String> labels) {}
