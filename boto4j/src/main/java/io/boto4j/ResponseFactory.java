package io.boto4j;

import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.internal.input.StructureFactory;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.ResponseView;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes a service's answers and errors by hand, as a test or an interceptor needs them.
 *
 * <p>Made by {@link Client#responses()}. What is made is held against the model, and behaves as
 * what is parsed: nested maps are {@link Structure}s, numbers have the model's types, secrets do
 * not show. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * Response answer = dynamodb.responses().response("ListTables", Map.of("TableNames", List.of("a")));
 * throw dynamodb.responses().error("GetItem", "ResourceNotFoundException", "no table", 400);
 * }</pre>
 */
public final class ResponseFactory {
  private static final int OK = 200;

  private final ServiceModel service;

  ResponseFactory(ServiceModel service) {
    this.service = service;
  }

  /**
   * Makes an answer with HTTP status 200 and no headers.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param members the output; a body that streams is bytes, text, a stream or a {@link
   *     ResponseStream}
   * @return the answer
   * @throws io.boto4j.error.ParamValidationException if the members do not fit the model
   * @throws IllegalArgumentException if there is no such operation
   */
  public Response response(String operation, Map<String, ?> members) {
    return response(operation, members, OK, Headers.empty());
  }

  /**
   * Makes an answer.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param members the output
   * @param statusCode the HTTP status
   * @param headers the headers
   * @return the answer
   * @throws io.boto4j.error.ParamValidationException if the members do not fit the model
   * @throws IllegalArgumentException if there is no such operation
   */
  public Response response(
      String operation, Map<String, ?> members, int statusCode, Headers headers) {
    StructureShape output = service.operation(operation).output();
    return new ResponseView(
        StructureFactory.structure(output, members), metadata(statusCode, headers));
  }

  /**
   * Makes an error without members of its own.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param code the error code, as {@code ResourceNotFoundException}; the model need not know it
   * @param message what the service says
   * @param statusCode the HTTP status, as 400
   * @return the exception, to be thrown
   * @throws IllegalArgumentException if there is no such operation
   */
  public ServiceException error(String operation, String code, String message, int statusCode) {
    return error(operation, code, message, statusCode, Map.of());
  }

  /**
   * Makes an error.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param code the error code, as {@code TransactionCanceledException}
   * @param message what the service says
   * @param statusCode the HTTP status, as 400
   * @param members the members the model gives this error
   * @return the exception, to be thrown
   * @throws io.boto4j.error.ParamValidationException if the members do not fit the model
   * @throws IllegalArgumentException if there is no such operation, or there are members and the
   *     model does not know the error
   */
  public ServiceException error(
      String operation, String code, String message, int statusCode, Map<String, ?> members) {
    OperationModel model = service.operation(operation);
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("Message", Objects.requireNonNull(message, "message"));
    error.put("Code", Objects.requireNonNull(code, "code"));
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("Error", new MapStructure(error));
    @Nullable StructureShape shape = service.errorShape(code);
    if (shape == null && !members.isEmpty()) {
      throw new IllegalArgumentException(
          "The error "
              + code
              + " is not in the model of "
              + service.name()
              + ": it has no members");
    }
    Structure modelled =
        members.isEmpty() ? MapStructure.EMPTY : StructureFactory.structure(shape, members);
    response.putAll(modelled);
    return new ServiceException(
        service.name(),
        model.name(),
        code,
        message,
        MapStructure.ofError(response, modelled),
        metadata(statusCode, Headers.empty()));
  }

  private static ResponseMetadata metadata(int statusCode, Headers headers) {
    String requestId = headers.first("x-amzn-requestid");
    return new ResponseMetadata(requestId, statusCode, headers, List.of(), null);
  }
}
