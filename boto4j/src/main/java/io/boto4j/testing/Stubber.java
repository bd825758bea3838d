package io.boto4j.testing;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.error.ServiceException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A queue of responses for the calls of a client, which then sends nothing: boto3's {@code
 * Stubber}.
 *
 * <p>{@link #client()} is a copy of a real client, to pass to the code under test. A response is
 * checked against the service model when it is added, so a test cannot rely on members that do not
 * exist; the parameters of calls are validated as usual. Paginators and waiters of the copy are
 * stubbed too; presigning is not. Neither credentials nor network are needed. Safe to share between
 * threads.
 *
 * <pre>{@code
 * Stubber stubber = Stubber.of(session.client("dynamodb"));
 * stubber.addResponse("GetItem", Map.of("Item", item), Map.of("TableName", "t", "Key", Stubber.ANY));
 * stubber.addError("PutItem", "ConditionalCheckFailedException", "no");
 * stubber.addError("GetItem", "AccessDeniedException", "not you", 403);
 * runWhatIsTested(stubber.client());
 * stubber.assertNoPendingResponses();
 * }</pre>
 */
public final class Stubber {
  /** Matches any value of an expected parameter. */
  public static final Object ANY = new Any();

  private static final int BAD_REQUEST = 400;

  private final Client original;
  private final Client client;
  private final Deque<Stub> queue = new ArrayDeque<>();
  private boolean anyOrder;
  private boolean active = true;

  private Stubber(Client original) {
    this.original = original;
    this.client = original.with(new Stubbing());
  }

  /** A response or an error, and the call it belongs to. */
  private record Stub(
      String operation,
      @Nullable Response response,
      @Nullable ServiceException error,
      @Nullable Map<String, ?> expected) {}

  /**
   * Creates a stubber of a client.
   *
   * @param client the client, which is not changed
   * @return a stubber without responses
   */
  public static Stubber of(Client client) {
    return new Stubber(client);
  }

  /**
   * Returns the stubbed client.
   *
   * @return a copy of the original client
   */
  public Client client() {
    return client;
  }

  /**
   * Lets calls come in any order: each gets the first response in the queue that matches it.
   *
   * @return this stubber
   */
  public Stubber inAnyOrder() {
    synchronized (queue) {
      anyOrder = true;
    }
    return this;
  }

  /**
   * Adds a response to a call with any parameters.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param members the members of the output
   * @return this stubber
   * @throws io.boto4j.error.ParamValidationException if the members do not match the model
   * @throws IllegalArgumentException if the service does not have the operation
   */
  public Stubber addResponse(String operation, Map<String, ?> members) {
    return add(operation, original.responses().response(operation, members), null, null);
  }

  /**
   * Adds a response to a call with certain parameters.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param members the members of the output
   * @param expected all parameters of the call; {@link #ANY} matches any value
   * @return this stubber
   * @throws io.boto4j.error.ParamValidationException if the members do not match the model
   * @throws IllegalArgumentException if the service does not have the operation
   */
  public Stubber addResponse(String operation, Map<String, ?> members, Map<String, ?> expected) {
    Response response = original.responses().response(operation, members);
    return add(operation, response, null, Objects.requireNonNull(expected, "expected"));
  }

  /**
   * Adds a response made with {@link Client#responses()}, with headers or another status.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param response the response
   * @return this stubber
   * @throws IllegalArgumentException if the service does not have the operation
   */
  public Stubber addResponse(String operation, Response response) {
    return add(operation, Objects.requireNonNull(response, "response"), null, null);
  }

  /**
   * Adds an error with HTTP status 400, whatever the parameters.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param code the error code, or the name of the error's shape
   * @param message the error message
   * @return this stubber
   * @throws IllegalArgumentException if the service does not have the operation
   */
  public Stubber addError(String operation, String code, String message) {
    return addError(operation, code, message, BAD_REQUEST);
  }

  /**
   * Adds an error, whatever the parameters.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param code the error code, or the name of the error's shape
   * @param message the error message
   * @param statusCode the HTTP status, such as 404: boto3's {@code http_status_code}
   * @return this stubber
   * @throws IllegalArgumentException if the service does not have the operation, or the status is
   *     not 100 to 999
   */
  public Stubber addError(String operation, String code, String message, int statusCode) {
    return addError(operation, code, message, statusCode, Map.of());
  }

  /**
   * Adds an error with members, whatever the parameters.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param code the error code, or the name of the error's shape
   * @param message the error message
   * @param statusCode the HTTP status, such as 404: boto3's {@code http_status_code}
   * @param members the members of the error's shape: boto3's {@code modeled_fields}
   * @return this stubber
   * @throws io.boto4j.error.ParamValidationException if the members do not match the model
   * @throws IllegalArgumentException if the service does not have the operation, the status is not
   *     100 to 999, or there are members and the model does not have the error
   */
  public Stubber addError(
      String operation, String code, String message, int statusCode, Map<String, ?> members) {
    if (statusCode < 100 || statusCode > 999) {
      throw new IllegalArgumentException(
          "The status of the error " + code + " is not 100 to 999: " + statusCode);
    }
    return addError(original.responses().error(operation, code, message, statusCode, members));
  }

  /**
   * Adds an error made with {@link Client#responses()}.
   *
   * @param error the error, which names its operation
   * @return this stubber
   */
  public Stubber addError(ServiceException error) {
    return add(error.operation(), null, error, null);
  }

  /**
   * Adds an error to a call with certain parameters.
   *
   * @param error the error, which names its operation
   * @param expected all parameters of the call; {@link #ANY} matches any value
   * @return this stubber
   */
  public Stubber addError(ServiceException error, Map<String, ?> expected) {
    return add(error.operation(), null, error, Objects.requireNonNull(expected, "expected"));
  }

  private Stubber add(
      String operation,
      @Nullable Response response,
      @Nullable ServiceException error,
      @Nullable Map<String, ?> expected) {
    String name = original.model().operation(operation).name();
    synchronized (queue) {
      queue.add(new Stub(name, response, error, expected));
    }
    return this;
  }

  /** Stubs calls again after {@link #deactivate()}. A new stubber is active. */
  public void activate() {
    active(true);
  }

  /** Lets calls of {@link #client()} go to the service. */
  public void deactivate() {
    active(false);
  }

  private void active(boolean on) {
    synchronized (queue) {
      active = on;
    }
  }

  /**
   * Asserts that all responses were used.
   *
   * @throws AssertionError if some were not
   */
  public void assertNoPendingResponses() {
    List<String> left = new ArrayList<>();
    synchronized (queue) {
      for (Stub each : queue) {
        left.add(each.operation());
      }
    }
    if (!left.isEmpty()) {
      throw new AssertionError(left.size() + " responses remaining in queue: " + left);
    }
  }

  /** Compares the parameters as the caller passed them, which is what a test expects. */
  private final class Stubbing implements Interceptor {
    private static final String STUB = "io.boto4j.testing.Stubber";

    @Override
    public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
      synchronized (queue) {
        if (active) {
          Stub stub = find(call.operation(), parameters);
          queue.removeFirstOccurrence(stub);
          call.attributes().put(STUB, stub);
        }
      }
      return parameters;
    }

    @Override
    public @Nullable Response answer(CallContext call, Map<String, ?> input) {
      if (!(call.attributes().get(STUB) instanceof Stub stub)) {
        return null;
      }
      if (stub.error() != null) {
        throw stub.error();
      }
      return stub.response();
    }
  }

  private Stub find(String operation, Map<String, ?> parameters) {
    Stub first = queue.peek();
    if (first == null) {
      throw new StubResponseException(
          operation,
          "Unexpected API Call: A call was made but no additional calls expected."
              + " Either the API Call was not stubbed or it was called multiple times.");
    }
    if (!anyOrder) {
      if (!first.operation().equals(operation)) {
        throw new StubResponseException(
            operation, "Operation mismatch: found response for " + first.operation() + ".");
      }
      String difference = difference(first, parameters);
      if (difference != null) {
        throw new StubResponseException(operation, difference);
      }
      return first;
    }
    String nearest = "no response for it is in the queue.";
    for (Iterator<Stub> all = queue.iterator(); all.hasNext(); ) {
      Stub each = all.next();
      if (each.operation().equals(operation)) {
        String difference = difference(each, parameters);
        if (difference == null) {
          return each;
        }
        nearest = difference;
      }
    }
    throw new StubResponseException(operation, nearest);
  }

  private static @Nullable String difference(Stub stub, Map<String, ?> parameters) {
    Map<String, ?> expected = stub.expected();
    return expected == null ? null : ExpectedParameters.difference(expected, parameters);
  }

  private static final class Any {
    @Override
    public String toString() {
      return "<ANY>";
    }
  }
}
