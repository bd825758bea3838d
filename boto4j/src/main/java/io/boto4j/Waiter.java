package io.boto4j;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ServiceException;
import io.boto4j.error.WaiterException;
import io.boto4j.internal.waiting.Acceptor;
import io.boto4j.internal.waiting.Outcome;
import io.boto4j.internal.waiting.WaiterDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks a service again and again until something is as it was to be.
 *
 * <p>Made by {@link Client#waiter(String)}. Immutable and safe to share between threads: what
 * changes it makes a new one. Unless told otherwise it asks as often, and with such pauses, as the
 * model says. Interrupting its thread ends it.
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
   * Waits, with an operation that needs no parameters.
   *
   * @return the answer that ended the wait
   * @throws WaiterException as {@link #await(Map)}
   */
  public Structure await() {
    return await(Map.of());
  }

  /**
   * Waits.
   *
   * <p>As in boto3, delay and attempts may stand among the parameters: {@code "WaiterConfig",
   * Map.of("Delay", 5, "MaxAttempts", 3)}.
   *
   * @param parameters the operation's input
   * @return the answer that ended the wait, a {@link Response}; for a waiter that waits for an
   *     error, as {@code TableNotExists} does, that error's response, with {@code Error}
   * @throws WaiterException if what is waited for cannot come any more, the service answers with an
   *     error the waiter does not know, or attempts or time ran out
   * @throws CallInterruptedException if the thread is interrupted; its flag is set again
   * @throws io.boto4j.error.Boto4jException if a call gets no answer
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
    Clock clock = session.clock();
    @Nullable Instant end = how.deadline() == null ? null : clock.instant().plus(how.deadline());
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
      if (end != null && clock.instant().plus(pause).isAfter(end)) {
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

  /** Half of it to one and a half: in the mean, what was asked for. */
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
   * Sets the pause between two questions: boto3's {@code Delay}.
   *
   * @param pause not negative
   * @return a waiter that pauses so long
   * @throws IllegalArgumentException if it is negative
   */
  public Waiter delay(Duration pause) {
    return with(options.withDelay(pause));
  }

  /**
   * Sets how often it asks at most: boto3's {@code MaxAttempts}.
   *
   * @param count at least 1
   * @return a waiter that asks so often
   * @throws IllegalArgumentException if it is not positive
   */
  public Waiter maxAttempts(int count) {
    return with(options.withMaxAttempts(count));
  }

  /**
   * Sets how long it waits in all, by the session's clock. It ends before a pause that would lead
   * beyond; a call under way is not cut off. {@link #maxAttempts} holds beside it.
   *
   * @param time positive
   * @return a waiter that waits so long at most
   * @throws IllegalArgumentException if it is not positive
   */
  public Waiter deadline(Duration time) {
    return with(options.withDeadline(Objects.requireNonNull(time, "time")));
  }

  /**
   * Makes each pause last between half and one and a half of the delay, by chance, so that many who
   * wait for the same do not ask in step.
   *
   * @return a waiter that does
   */
  public Waiter jittered() {
    return with(options.withJitter());
  }

  /**
   * Tells of each answer that is not yet the one waited for.
   *
   * @param listener told on the waiting thread, before it pauses; what it throws ends the wait
   * @return a waiter that tells
   */
  public Waiter onProgress(Consumer<? super WaiterProgress> listener) {
    return with(options.withListener(Objects.requireNonNull(listener, "listener")));
  }

  private Waiter with(WaiterOptions changed) {
    return new Waiter(client, session, definition, changed);
  }

  /**
   * The waiter's name.
   *
   * @return as {@code TableExists}
   */
  public String name() {
    return definition.name();
  }

  /**
   * The operation it asks with.
   *
   * @return as {@code DescribeTable}
   */
  public String operation() {
    return definition.operation();
  }

  /**
   * The pause between two questions.
   *
   * @return the model's, unless it was set
   */
  public Duration delay() {
    return options.delay();
  }

  /**
   * How often it asks at most.
   *
   * @return the model's, unless it was set
   */
  public int maxAttempts() {
    return options.maxAttempts();
  }

  @Override
  public String toString() {
    return "Waiter[" + client.service() + ", " + name() + ", by " + operation() + "]";
  }
}
