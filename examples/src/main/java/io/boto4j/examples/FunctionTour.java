package io.boto4j.examples;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Response;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Invokes a Lambda function, written in Java in this process, that stops the instance. */
final class FunctionTour {
  static final String FUNCTION = "nightly-stop";

  private final Client lambda;
  private final Client rds;
  private final Narrator narrator;

  FunctionTour(Client lambda, Client rds, Narrator narrator) {
    this.lambda = lambda;
    this.rds = rds;
    this.narrator = narrator;
  }

  /** The function: stops the instance that the event names. */
  static Object nightlyStop(Client rds, @Nullable Object event) {
    Object instance = event instanceof Map<?, ?> members ? members.get("instance") : null;
    Response stopped =
        rds.call("StopDBInstance", Params.of("DBInstanceIdentifier", String.valueOf(instance)));
    return Map.of("status", String.valueOf(stopped.search("DBInstance.DBInstanceStatus")));
  }

  private static String payload(Response response) {
    return Objects.requireNonNull(response.body("Payload"), "Payload").text();
  }

  void run() {
    narrator.step("Invoke a Lambda function that stops it at night");
    Response response =
        narrator.timed(
            "lambda.call(\"Invoke\", {nightly-stop, {instance: dashboard-db}})",
            () ->
                lambda.call(
                    "Invoke",
                    Params.of("FunctionName", FUNCTION)
                        .with("Payload", Json.write(Map.of("instance", DatabaseTour.INSTANCE)))));
    narrator.result("the function returned " + payload(response));
    DatabaseTour.await(DatabaseTour.stopped(rds), narrator);
  }
}
