package io.boto4j.internal.call;

import io.boto4j.Attempt;
import io.boto4j.Response;
import io.boto4j.ResponseMetadata;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.internal.protocol.Protocol.ServiceError;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.value.ResponseView;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Step: turns the answer into output, or into the exception the service means. */
final class ParseResponse {
  private final ServiceModel service;
  private final Protocol protocol;

  ParseResponse(ServiceModel service, Protocol protocol) {
    this.service = service;
    this.protocol = protocol;
  }

  Response of(OperationModel operation, SendRequest.Answer answer) {
    WireResponse response = answer.response();
    ResponseMetadata metadata = metadata(response, answer.attempt());
    if (response.statusCode() < 300) {
      return new ResponseView(protocol.parseOutput(operation, response), metadata);
    }
    ServiceError error = protocol.parseError(operation, response);
    throw new ServiceException(
        service.name(),
        operation.name(),
        error.code(),
        error.message(),
        error.response(),
        metadata);
  }

  private static ResponseMetadata metadata(WireResponse response, Attempt attempt) {
    return new ResponseMetadata(
        requestId(response.headers()), response.statusCode(), response.headers(), List.of(attempt));
  }

  private static @Nullable String requestId(Headers headers) {
    String id = headers.first("x-amzn-requestid");
    return id == null ? headers.first("x-amz-request-id") : id;
  }
}
