package io.boto4j;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ServiceException;
import io.boto4j.error.WaiterException;
import io.boto4j.internal.client.WaiterOptions;
import io.boto4j.internal.time.ElapsedTime;
import io.boto4j.internal.waiting.Acceptor;
import io.boto4j.internal.waiting.Outcome;
import io.boto4j.internal.waiting.WaiterDefinition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A waiter, which polls an operation until a resource reaches the expected state: boto3's {@code
 * Waiter}.
 *
 * <p>{@link Client#waiter(String)} creates it. It polls at once, and then with the delay and up to
 * the number of attempts of the model, unless these are set. Interrupting the thread ends the wait.
 * Immutable and safe for use by multiple threads: the methods that set options return a new waiter.
 *
 * <pre>{@code
 * dynamodb.waiter("TableExists").await(Map.of("TableName", "auth-users"));
 * rds.waiter("DBInstanceAvailable")
 *     .delay(Duration.ofSeconds(10))
 *     .deadline(Duration.ofMinutes(20))
 *     .await(Map.of("DBInstanceIdentifier", "db-1"));
 * }</pre>
 */
public final class Waiter {
  private final Client client;
  private final Session session;
  private final WaiterDefinition definition;
  private final WaiterOptions options;

  Waiter(Client client, Session session, WaiterDefinition definition) {
    this(
        client,
        session,
        definition,
        new WaiterOptions(
            Duration.ofMillis(definition.delayMillis()),
            Math.max(1, definition.maxAttempts()),
            null,
            false,
            null));
  }

  private Waiter(
      Client client, Session session, WaiterDefinition definition, WaiterOptions options) {
    this.client = client;
    this.session = session;
    this.definition = definition;
    this.options = options;
  }

  /**
   * Waits, polling an operation without parameters.
   *
   * @return the last response; if the waiter expects an error, that error's response
   * @throws WaiterException if the expected state can no longer be reached, the service returns an
   *     error that the waiter does not expect, or attempts or time run out
   * @throws CallInterruptedException if the thread is interrupted; its interrupt flag is set again
   * @throws io.boto4j.error.Boto4jException if a call fails without a usable response
   * @throws IllegalStateException if the client is closed
   * @see #await(Map)
   */
  public Structure await() {
    return await(Map.of());
  }

  /**
   * Waits until the resource reaches the expected state: boto3's {@code wait}.
   *
   * <p>As in boto3, delay and attempts may be among the parameters: {@code "WaiterConfig",
   * Map.of("Delay", 5, "MaxAttempts", 3)}, with the delay in seconds. They override those of this
   * waiter.
   *
   * @param parameters the operation's input by member name; not changed
   * @return the last response, a {@link Response}; if the waiter expects an error, as {@code
   *     TableNotExists} does, that error's response, with the member {@code Error}
   * @throws WaiterException if the expected state can no longer be reached, the service returns an
   *     error that the waiter does not expect, or attempts or time run out
   * @throws CallInterruptedException if the thread is interrupted; its interrupt flag is set again
   * @throws io.boto4j.error.UnknownOperationException if the waiter is defined by the caller, with
   *     an operation that the service does not have
   * @throws io.boto4j.error.ParamValidationException if the input does not fit the operation's
   *     model
   * @throws io.boto4j.error.Boto4jException if a call fails without a usable response
   * @throws IllegalArgumentException if {@code WaiterConfig} is not a map, or has an unknown key or
   *     an invalid value
   * @throws IllegalStateException if the client is closed
   */
  public Structure await(Map<String, ?> parameters) {
    Object config = parameters.get(WaiterOptions.PARAMETER);
    if (config == null) {
      return poll(parameters, options);
    }
    Map<String, Object> input = new LinkedHashMap<>(parameters);
    input.remove(WaiterOptions.PARAMETER);
    return poll(input, options.with(config));
  }

  private Structure poll(Map<String, ?> parameters, WaiterOptions how) {
    ElapsedTime time = ElapsedTime.of(session.clock());
    long start = time.nanos();
    Duration deadline = how.deadline();
    Acceptor lastAccepted = null;
    for (int attempt = 1; ; attempt++) {
      Outcome outcome = ask(parameters);
      Acceptor acceptor = acceptorOf(outcome);
      if (acceptor != null) {
        lastAccepted = acceptor;
        if (acceptor.state() == Acceptor.State.SUCCESS) {
          return outcome.response();
        }
        if (acceptor.state() == Acceptor.State.FAILURE) {
          String reason = "Waiter encountered a terminal failure state: " + acceptor.explanation();
          throw failed(reason, outcome);
        }
      } else if (outcome.errorCode() != null) {
        throw failed(
            "An error occurred (" + outcome.errorCode() + "): " + outcome.errorMessage(), outcome);
      }
      if (attempt >= how.maxAttempts()) {
        throw failed("Max attempts exceeded" + previously(lastAccepted), outcome);
      }
      Duration pause = pause(how);
      if (deadline != null
          && Duration.ofNanos(time.nanos() - start).plus(pause).compareTo(deadline) > 0) {
        throw failed("Deadline exceeded" + previously(lastAccepted), outcome);
      }
      tell(how, attempt, outcome, pause);
      sleep(pause);
    }
  }

  private Outcome ask(Map<String, ?> parameters) {
    try {
      return Outcome.of(client.call(definition.operation(), parameters));
    } catch (ServiceException e) {
      return Outcome.of(e);
    }
  }

  private @Nullable Acceptor acceptorOf(Outcome outcome) {
    for (Acceptor each : definition.acceptors()) {
      if (each.matches(outcome)) {
        return each;
      }
    }
    return null;
  }

  private WaiterException failed(String reason, Outcome outcome) {
    return new WaiterException(definition.name(), reason, outcome.response());
  }

  private static String previously(@Nullable Acceptor accepted) {
    return accepted == null ? "" : ". Previously accepted state: " + accepted.explanation();
  }

  /** Half to one and a half of the delay if jittered: on average, the delay. */
  private Duration pause(WaiterOptions how) {
    if (!how.jitter()) {
      return how.delay();
    }
    double factor = 0.5 + session.random().getAsDouble();
    return Duration.ofMillis((long) (how.delay().toMillis() * factor));
  }

  private void tell(WaiterOptions how, int attempt, Outcome outcome, Duration pause) {
    Consumer<? super WaiterProgress> listener = how.listener();
    if (listener != null) {
      listener.accept(
          new WaiterProgress(
              definition.name(), attempt, how.maxAttempts(), outcome.response(), pause));
    }
  }

  private void sleep(Duration pause) {
    try {
      session.sleeper().sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          "Interrupted while waiting for " + definition.name() + " of " + client.service(), e);
    }
  }

  /**
   * Sets the delay between two polls: boto3's {@code Delay}.
   *
   * @param pause the delay, zero or longer
   * @return a waiter with this delay
   * @throws IllegalArgumentException if {@code pause} is negative
   */
  public Waiter delay(Duration pause) {
    return with(options.withDelay(pause));
  }

  /**
   * Sets the maximum number of polls: boto3's {@code MaxAttempts}.
   *
   * @param count the number, at least 1
   * @return a waiter with this limit
   * @throws IllegalArgumentException if {@code count} is less than 1
   */
  public Waiter maxAttempts(int count) {
    return with(options.withMaxAttempts(count));
  }

  /**
   * Sets the maximum time of the wait. Setting the system's clock does not affect it. The wait ends
   * instead of pausing beyond it; a call in progress is not aborted. {@link #maxAttempts} applies
   * as well.
   *
   * @param time the time from the start of the wait, longer than zero
   * @return a waiter with this limit
   * @throws IllegalArgumentException if {@code time} is zero or negative
   */
  public Waiter deadline(Duration time) {
    return with(options.withDeadline(Objects.requireNonNull(time, "time")));
  }

  /**
   * Varies each delay at random between half and one and a half of its length, so that many waiters
   * do not poll at the same moments.
   *
   * @return a waiter with jitter
   */
  public Waiter jittered() {
    return with(options.withJitter());
  }

  /**
   * Sets a listener that is called whenever a poll shows that the expected state is not reached
   * yet.
   *
   * @param listener the listener; called on the waiting thread before it pauses. An exception that
   *     it throws ends the wait
   * @return a waiter with this listener, in place of any other
   */
  public Waiter onProgress(Consumer<? super WaiterProgress> listener) {
    return with(options.withListener(Objects.requireNonNull(listener, "listener")));
  }

  private Waiter with(WaiterOptions changed) {
    return new Waiter(client, session, definition, changed);
  }

  /**
   * Returns the waiter's name.
   *
   * @return the name, such as {@code TableExists}
   */
  public String name() {
    return definition.name();
  }

  /**
   * Returns the operation that the waiter polls.
   *
   * @return the operation's name, such as {@code DescribeTable}
   */
  public String operation() {
    return definition.operation();
  }

  /**
   * Returns the delay between two polls.
   *
   * @return the delay that is set, otherwise the model's
   */
  public Duration delay() {
    return options.delay();
  }

  /**
   * Returns the maximum number of polls.
   *
   * @return the number that is set, otherwise the model's
   */
  public int maxAttempts() {
    return options.maxAttempts();
  }

  @Override
  public String toString() {
    return "Waiter[" + client.service() + ", " + name() + ", by " + operation() + "]";
  }
}
