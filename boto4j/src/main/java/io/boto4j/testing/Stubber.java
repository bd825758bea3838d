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
 * Answers a client's calls with what a test gives it, and sends nothing: boto3's {@code Stubber}.
 *
 * <p>Its {@link #client()} is the twin of a real one, to be handed to what is tested. Answers are
 * held against the model when they are added, so that a test cannot be built on members that do not
 * exist; parameters are checked as ever. Paginators and waiters of the twin are stubbed too;
 * presigning is not. Neither credentials nor network are needed. Safe to share between threads.
 *
 * <pre>{@code
 * Stubber stubber = Stubber.of(session.client("dynamodb"));
 * stubber.addResponse("GetItem", Map.of("Item", item), Map.of("TableName", "t", "Key", Stubber.ANY));
 * stubber.addError("PutItem", "ConditionalCheckFailedException", "no");
 * runWhatIsTested(stubber.client());
 * stubber.assertNoPendingResponses();
 * }</pre>
 */
public final class Stubber {
  /** Among expected parameters: stands for any value. */
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

  /** An answer or an error, and what it is for. */
  private record Stub(
      String operation,
      @Nullable Response response,
      @Nullable ServiceException error,
      @Nullable Map<String, ?> expected) {}

  /**
   * Stubs a client.
   *
   * @param client a client; it is not changed
   * @return a stubber without answers
   */
  public static Stubber of(Client client) {
    return new Stubber(client);
  }

  /**
   * The stubbed client.
   *
   * @return a twin of the client that was given
   */
  public Client client() {
    return client;
  }

  /**
   * Takes the first answer that fits a call, wherever it stands in the queue, instead of the first
   * there is.
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
   * Adds an answer to a call with whatever parameters.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param members the output
   * @return this stubber
   * @throws io.boto4j.error.ParamValidationException if the members do not fit the model
   * @throws IllegalArgumentException if there is no such operation
   */
  public Stubber addResponse(String operation, Map<String, ?> members) {
    return add(operation, original.responses().response(operation, members), null, null);
  }

  /**
   * Adds an answer to a call with certain parameters.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param members the output
   * @param expected all parameters of the call; {@link #ANY} stands for any value
   * @return this stubber
   * @throws io.boto4j.error.ParamValidationException if the members do not fit the model
   * @throws IllegalArgumentException if there is no such operation
   */
  public Stubber addResponse(String operation, Map<String, ?> members, Map<String, ?> expected) {
    Response response = original.responses().response(operation, members);
    return add(operation, response, null, Objects.requireNonNull(expected, "expected"));
  }

  /**
   * Adds an answer made by {@link Client#responses()}, with headers or another status.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param response the answer
   * @return this stubber
   * @throws IllegalArgumentException if there is no such operation
   */
  public Stubber addResponse(String operation, Response response) {
    return add(operation, Objects.requireNonNull(response, "response"), null, null);
  }

  /**
   * Adds an error with HTTP status 400, whatever the parameters.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @param code the error code
   * @param message what the service says
   * @return this stubber
   * @throws IllegalArgumentException if there is no such operation
   */
  public Stubber addError(String operation, String code, String message) {
    return addError(original.responses().error(operation, code, message, BAD_REQUEST));
  }

  /**
   * Adds an error made by {@link Client#responses()}, with members of its own or another status.
   *
   * @param error the error; it says which operation it is for
   * @return this stubber
   */
  public Stubber addError(ServiceException error) {
    return add(error.operation(), null, error, null);
  }

  /**
   * Adds an error to a call with certain parameters.
   *
   * @param error the error; it says which operation it is for
   * @param expected all parameters of the call; {@link #ANY} stands for any value
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

  /** Answers calls again after {@link #deactivate()}. A new stubber does from the beginning. */
  public void activate() {
    active(true);
  }

  /** Lets calls of {@link #client()} through to the service. */
  public void deactivate() {
    active(false);
  }

  private void active(boolean on) {
    synchronized (queue) {
      active = on;
    }
  }

  /**
   * Makes sure that all answers were asked for.
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

  /** Sees the parameters as the caller gave them, for they are what a test expects. */
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
