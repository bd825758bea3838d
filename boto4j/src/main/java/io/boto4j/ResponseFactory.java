package io.boto4j;

import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.internal.customization.Customizations;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.input.InputHints;
import io.boto4j.internal.input.StructureFactory;
import io.boto4j.internal.value.EditedStructure;
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
 * A factory for responses and errors of one service, for tests and interceptors. {@link
 * Client#responses()} creates it.
 *
 * <p>What it creates is checked against the model and behaves like a parsed response: nested maps
 * are {@link Structure}s, numbers have the model's types, and sensitive members are masked in
 * {@code toString}. Immutable and safe for use by multiple threads.
 *
 * <pre>{@code
 * ResponseFactory responses = dynamodb.responses();
 * Response response = responses.response("ListTables", Map.of("TableNames", List.of("a")));
 * ServiceException error =
 *     responses.error("GetItem", "ResourceNotFoundException", "no table", 400);
 * }</pre>
 */
public final class ResponseFactory {
  private static final int OK = 200;

  private final ServiceModel service;

  ResponseFactory(ServiceModel service) {
    this.service = service;
  }

  /**
   * Creates a response with HTTP status 200 and without headers.
   *
   * @param operation the operation's name, such as {@code PutItem}
   * @param members the output by member name; a streaming body may be bytes, text, an {@code
   *     InputStream} or a {@link ResponseStream}
   * @return the response
   * @throws io.boto4j.error.ParamValidationException if the members do not fit the model
   * @throws IllegalArgumentException if the service has no such operation
   */
  public Response response(String operation, Map<String, ?> members) {
    return response(operation, members, OK, Headers.empty());
  }

  /**
   * Creates a response.
   *
   * @param operation the operation's name, such as {@code PutItem}
   * @param members the output by member name; a streaming body may be bytes, text, an {@code
   *     InputStream} or a {@link ResponseStream}
   * @param statusCode the HTTP status, such as 200
   * @param headers the headers; {@code x-amzn-requestid} becomes the request id
   * @return the response
   * @throws io.boto4j.error.ParamValidationException if the members do not fit the model
   * @throws IllegalArgumentException if the service has no such operation
   */
  public Response response(
      String operation, Map<String, ?> members, int statusCode, Headers headers) {
    StructureShape output = service.operation(operation).output();
    return new ResponseView(
        StructureFactory.structure(output, members, hints()), metadata(statusCode, headers));
  }

  /**
   * Returns a copy of a response with some members changed, for interceptors that convert values.
   *
   * @param response the response; not changed
   * @param members the new values of members by name; they need not fit the model
   * @return the copy, with the metadata of the response
   */
  public Response with(Response response, Map<String, ?> members) {
    Response changed = response;
    for (Map.Entry<String, ?> entry : members.entrySet()) {
      changed = EditedStructure.ofMember(changed, entry.getKey(), entry.getValue());
    }
    return changed;
  }

  /**
   * Creates an error without members.
   *
   * @param operation the operation's name, such as {@code PutItem}
   * @param code the error code, such as {@code ResourceNotFoundException}; it need not be in the
   *     model
   * @param message the service's message
   * @param statusCode the HTTP status, such as 400
   * @return the exception, not thrown
   * @throws IllegalArgumentException if the service has no such operation
   */
  public ServiceException error(String operation, String code, String message, int statusCode) {
    return error(operation, code, message, statusCode, Map.of());
  }

  /**
   * Creates an error.
   *
   * @param operation the operation's name, such as {@code PutItem}
   * @param code the error code, such as {@code TransactionCanceledException}, or the name of its
   *     shape if that differs
   * @param message the service's message
   * @param statusCode the HTTP status, such as 400
   * @param members the members of the error's shape by name
   * @return the exception, not thrown
   * @throws io.boto4j.error.ParamValidationException if the members do not fit the model
   * @throws IllegalArgumentException if the service has no such operation, or there are members and
   *     the model does not have the error
   */
  public ServiceException error(
      String operation, String code, String message, int statusCode, Map<String, ?> members) {
    OperationModel model = service.operation(operation);
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("Message", Objects.requireNonNull(message, "message"));
    error.put("Code", Objects.requireNonNull(code, "code"));
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("Error", new MapStructure(error));
    @Nullable StructureShape shape = shape(code);
    if (shape == null && !members.isEmpty()) {
      throw new IllegalArgumentException(
          "The error "
              + code
              + " is not in the model of "
              + service.name()
              + ": it cannot have members");
    }
    Structure modelled =
        members.isEmpty()
            ? MapStructure.EMPTY
            : StructureFactory.structure(shape, members, hints());
    response.putAll(modelled);
    return new ServiceException(
        service.name(),
        model.name(),
        code,
        message,
        MapStructure.ofError(response, modelled),
        metadata(statusCode, Headers.empty()),
        service.errorNames(code));
  }

  /** Returns the shape with a code, else the one with the name, or null if there is neither. */
  private @Nullable StructureShape shape(String code) {
    StructureShape shape = service.errorShape(code);
    return shape == null
            && service.findShape(code) instanceof StructureShape named
            && named.isError()
        ? named
        : shape;
  }

  private @Nullable InputHints hints() {
    Customization customization = Customizations.of(service.serviceId());
    return customization == null ? null : customization.inputHints();
  }

  private static ResponseMetadata metadata(int statusCode, Headers headers) {
    String requestId = headers.first("x-amzn-requestid");
    return new ResponseMetadata(requestId, statusCode, headers, List.of(), null);
  }
}
