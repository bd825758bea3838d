package io.boto4j.internal.attempt;

import io.boto4j.Attempt;
import io.boto4j.Response;
import io.boto4j.ResponseMetadata;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.internal.protocol.Protocol.ServiceError;
import io.boto4j.internal.protocol.Protocol.ServiceOutput;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.value.ResponseView;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Step: turns a response into output, or into the exception for the error in it. */
final class ParseResponse {
  private final ServiceModel service;
  private final Protocol protocol;
  private final @Nullable Customization customization;

  ParseResponse(CallParts parts) {
    this.service = parts.service();
    this.protocol = parts.protocol();
    this.customization = parts.customization();
  }

  /**
   * Returns a response with its true status and body, where the service sends others: S3 reports
   * some errors with status 200.
   */
  WireResponse corrected(OperationModel operation, WireResponse received) {
    return customization == null ? received : customization.response(operation, received);
  }

  /** Returns the exception for a response that was damaged on its way, or null if it was not. */
  @Nullable RuntimeException damage(WireResponse response) {
    return customization == null ? null : customization.damage(response);
  }

  /**
   * Returns the output of a good response. If that fails, the caller closes the response.
   *
   * @param corrected the response with its true status and body
   */
  Response output(
      Call call, WireResponse received, WireResponse corrected, List<Attempt> attempts) {
    OperationModel operation = call.operation();
    if (operation.eventOutput() != null) {
      return events(operation, received, attempts);
    }
    try {
      ServiceOutput output = protocol.parseOutput(operation, corrected);
      Structure members =
          customization == null
              ? output.members()
              : customization.output(operation, call.parameters(), received, output.members());
      return new ResponseView(members, metadata(corrected, received, output.requestId(), attempts));
    } catch (OutOfMemoryError e) {
      // What was built is garbage now, and the process can go on.
      throw TooLarge.values(operation.name(), e);
    }
  }

  /**
   * Returns the exception for an error response.
   *
   * @param corrected the response with its true status and body
   * @param error the error in it
   */
  ServiceException exception(
      CallState state, WireResponse received, WireResponse corrected, ServiceError error) {
    return new ServiceException(
        service.name(),
        state.call().operation().name(),
        error.code(),
        error.message(),
        error.response(),
        metadata(corrected, received, error.requestId(), state.attempts()),
        error.names(service));
  }

  private Response events(OperationModel operation, WireResponse received, List<Attempt> attempts) {
    ResponseMetadata metadata = metadata(received, received, null, attempts);
    return new ResponseView(
        protocol.parseEvents(operation, received, metadata).members(), metadata);
  }

  private static ResponseMetadata metadata(
      WireResponse response,
      WireResponse received,
      @Nullable String bodyId,
      List<Attempt> attempts) {
    return new ResponseMetadata(
        bodyId == null ? requestId(received.headers()) : bodyId,
        response.statusCode(),
        received.headers(),
        attempts,
        received.checksumAlgorithm());
  }

  private static @Nullable String requestId(Headers headers) {
    String id = headers.first("x-amzn-requestid");
    return id == null ? headers.first("x-amz-request-id") : id;
  }
}
