package io.boto4j.dashboard.cloud;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Service;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Creates the rule that calls the function every evening. */
final class ProvisionRule {
  /** 20:00 in UTC. */
  private static final String EVENING = "cron(0 20 * * ? *)";

  private final Client events;
  private final Client lambda;
  private final Names names;

  ProvisionRule(@Service("events") Client events, @Service("lambda") Client lambda, Names names) {
    this.events = events;
    this.lambda = lambda;
    this.names = names;
  }

  /** Creates the rule unless it exists: PutRule would enable one that was disabled. */
  void run(String function) {
    try {
      events.call("DescribeRule", Params.of("Name", names.rule()));
    } catch (ServiceException e) {
      e.rethrowUnless("ResourceNotFoundException");
      create(function);
    }
  }

  private void create(String function) {
    String arn =
        events
            .call("PutRule", Params.of("Name", names.rule(), "ScheduleExpression", EVENING))
            .text("RuleArn");
    allow(Objects.requireNonNull(arn, "RuleArn"));
    events.call(
        "PutTargets",
        Params.of("Rule", names.rule())
            .with(
                "Targets",
                List.of(
                    Map.of(
                        "Id",
                        "function",
                        "Arn",
                        function,
                        "Input",
                        NightlyFunction.event(names)))));
  }

  /** Allows this rule, and no other, to call the function. */
  private void allow(String rule) {
    try {
      lambda.call(
          "AddPermission",
          Params.of("FunctionName", names.function())
              .with("StatementId", names.rule())
              .with("Action", "lambda:InvokeFunction")
              .with("Principal", "events.amazonaws.com")
              .with("SourceArn", rule));
    } catch (ServiceException e) {
      e.rethrowUnless("ResourceConflictException");
    }
  }
}
