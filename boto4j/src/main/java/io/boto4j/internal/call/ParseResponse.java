package io.boto4j.internal.call;

import io.boto4j.Attempt;
import io.boto4j.Response;
import io.boto4j.ResponseMetadata;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.internal.protocol.Protocol.ServiceError;
import io.boto4j.internal.protocol.Protocol.ServiceOutput;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.value.ResponseView;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Step: turns the answer into output, or into the exception that the service means. */
final class ParseResponse {
  private final ServiceModel service;
  private final Protocol protocol;
  private final @Nullable Customization customization;

  ParseResponse(CallParts parts) {
    this.service = parts.service();
    this.protocol = parts.protocol();
    this.customization = parts.customization();
  }

  /** The answer as the service means it. */
  WireResponse meant(OperationModel operation, SendRequest.Answer answer) {
    return customization == null
        ? answer.response()
        : customization.answer(operation, answer.response());
  }

  /**
   * The output of a good answer.
   *
   * @param meant the answer as the service means it
   */
  Response output(
      CallState call, SendRequest.Answer answer, WireResponse meant, List<Attempt> attempts) {
    OperationModel operation = call.operation();
    if (operation.eventOutput() != null) {
      return events(operation, answer, attempts);
    }
    ServiceOutput output = output(operation, meant);
    Structure members =
        customization == null
            ? output.members()
            : customization.output(
                operation, call.parameters(), answer.response(), output.members());
    return new ResponseView(members, metadata(meant, answer, output.requestId(), attempts));
  }

  /**
   * The exception that a bad answer means.
   *
   * @param meant the answer as the service means it
   * @param error what it says
   */
  ServiceException exception(
      CallState call, SendRequest.Answer answer, WireResponse meant, ServiceError error) {
    return new ServiceException(
        service.name(),
        call.operation().name(),
        error.code(),
        error.message(),
        error.response(),
        metadata(meant, answer, error.requestId(), call.attempts()));
  }

  private Response events(
      OperationModel operation, SendRequest.Answer answer, List<Attempt> attempts) {
    ResponseMetadata metadata = metadata(answer.response(), answer, null, attempts);
    boolean parsed = false;
    try {
      Structure output = protocol.parseEvents(operation, answer.response(), metadata).members();
      parsed = true;
      return new ResponseView(output, metadata);
    } finally {
      if (!parsed) {
        answer.response().close();
      }
    }
  }

  /** Closes a body that is still open unless it is handed on in the output. */
  private ServiceOutput output(OperationModel operation, WireResponse response) {
    boolean parsed = false;
    try {
      ServiceOutput output = protocol.parseOutput(operation, response);
      parsed = true;
      return output;
    } finally {
      if (!parsed) {
        response.close();
      }
    }
  }

  private static ResponseMetadata metadata(
      WireResponse response,
      SendRequest.Answer answer,
      @Nullable String bodyId,
      List<Attempt> attempts) {
    return new ResponseMetadata(
        bodyId == null ? requestId(answer.response().headers()) : bodyId,
        response.statusCode(),
        answer.response().headers(),
        attempts,
        answer.checksumAlgorithm());
  }

  private static @Nullable String requestId(Headers headers) {
    String id = headers.first("x-amzn-requestid");
    return id == null ? headers.first("x-amz-request-id") : id;
  }
}
