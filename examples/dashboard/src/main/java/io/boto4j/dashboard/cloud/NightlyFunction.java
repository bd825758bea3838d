package io.boto4j.dashboard.cloud;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The function that stops the database at night, and the rule that calls it. */
public final class NightlyFunction implements AutoCloseable {
  private final Client lambda;
  private final Client events;
  private final Names names;
  private final History history;

  /**
   * The state of function and rule.
   *
   * @param name the name of the function
   * @param schedule when the rule calls it, such as {@code cron(0 20 * * ? *)}
   * @param enabled whether the rule calls it at all
   */
  public record State(String name, String schedule, boolean enabled) {}

  private record Rule(String scheduleExpression, String state) {}

  /**
   * Creates the view of a function.
   *
   * @param session the session whose clients it uses
   * @param names the names of function and rule
   * @param history where the function writes its results
   */
  public NightlyFunction(Session session, Names names, History history) {
    lambda = session.client("lambda");
    events = session.client("events");
    this.names = names;
    this.history = history;
  }

  /**
   * Returns the event with which the function is called.
   *
   * @param names the names of the instance and of the table for the result
   * @return the event in JSON
   */
  static String event(Names names) {
    return Json.write(Map.of("instance", names.instance(), "history", names.history()));
  }

  /**
   * Returns the state.
   *
   * @return the state; empty if the rule does not exist
   */
  public Optional<State> state() {
    try {
      Rule rule = events.call("DescribeRule", Params.of("Name", names.rule())).to(Rule.class);
      return Optional.of(
          new State(names.function(), rule.scheduleExpression(), rule.state().equals("ENABLED")));
    } catch (ServiceException e) {
      e.rethrowUnless("ResourceNotFoundException");
      return Optional.empty();
    }
  }

  /**
   * Returns the last results, which the function has written itself.
   *
   * @param count how many
   * @return the newest first
   */
  public List<History.Entry> lastRuns(int count) {
    return history.last(History.NIGHTLY, count);
  }

  /**
   * Calls the function now, and waits for its result.
   *
   * @return the result, a sentence
   * @throws FunctionFailedException if the function has ended with an error
   */
  public String run() throws FunctionFailedException {
    Response response =
        lambda.call("Invoke", Params.of("FunctionName", names.function(), "Payload", event(names)));
    Object payload = Json.read(Objects.requireNonNull(response.body("Payload"), "Payload").text());
    if (response.text("FunctionError") != null) {
      throw new FunctionFailedException("The function failed: " + member(payload, "errorMessage"));
    }
    return member(payload, "result");
  }

  private static String member(@Nullable Object json, String name) {
    return json instanceof Map<?, ?> members ? String.valueOf(members.get(name)) : "";
  }

  /**
   * Sets whether the rule calls the function.
   *
   * @param enabled true to call it at night
   */
  public void enable(boolean enabled) {
    Params rule = Params.of("Name", names.rule());
    if (enabled) {
      events.call("EnableRule", rule);
    } else {
      events.call("DisableRule", rule);
    }
  }

  @Override
  public void close() {
    lambda.close();
    events.close();
  }
}
