package io.boto4j.local.cloudwatch;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The actions of alarms: calls of topics of SNS and functions of Lambda. */
final class AlarmActions {
  private final AlarmStore alarms;

  AlarmActions(AlarmStore alarms) {
    this.alarms = alarms;
  }

  /**
   * Carries out the actions of a change of state. Not within a change of the store.
   *
   * @param before the alarm with its former state
   * @param after the alarm with its new state
   */
  void run(Structure before, Structure after) {
    if (Boolean.FALSE.equals(after.bool("ActionsEnabled"))) {
      return;
    }
    String member =
        switch (String.valueOf(after.text("StateValue"))) {
          case "ALARM" -> "AlarmActions";
          case "OK" -> "OKActions";
          default -> "InsufficientDataActions";
        };
    for (String action : after.texts(member)) {
      run(action, before, after);
    }
  }

  private void run(String action, Structure before, Structure after) {
    String[] parts = action.split(":", 4);
    String service = parts.length > 2 ? parts[2] : "";
    String result = "Successfully executed action " + action;
    try {
      switch (service) {
        case "sns" ->
            alarms.context.call(
                "sns",
                "Publish",
                Params.of(
                    "TopicArn",
                    action,
                    "Subject",
                    after.text("StateValue")
                        + ": \""
                        + after.text("AlarmName")
                        + "\" in "
                        + alarms.context.region(),
                    "Message",
                    Structures.of(message(before, after)).toJson()));
        case "lambda" ->
            alarms.context.call(
                "lambda",
                "Invoke",
                Params.of(
                    "FunctionName",
                    action,
                    "InvocationType",
                    "Event",
                    "Payload",
                    Structures.of(event(before, after)).toJson().getBytes(StandardCharsets.UTF_8)));
        default -> result = "boto4j-local does not execute action " + action;
      }
    } catch (EngineException e) {
      result =
          "Failed to execute action " + action + ". Received error: \"" + e.serviceMessage() + "\"";
    }
    String summary = result;
    alarms
        .context
        .store()
        .write(
            () ->
                alarms.note(
                    after,
                    "Action",
                    summary,
                    Params.of(
                        "actionState",
                        summary.startsWith("Succ") ? "Succeeded" : "Failed",
                        "notificationResource",
                        action,
                        "stateUpdateTimestamp",
                        after.instant("StateUpdatedTimestamp"))));
  }

  private Map<String, Object> message(Structure before, Structure after) {
    Params trigger =
        Params.of(
            "MetricName", after.text("MetricName"),
            "Namespace", after.text("Namespace"),
            "StatisticType", after.text("MetricName") == null ? null : "Statistic",
            "Statistic", upper(after.text("Statistic")),
            "Unit", after.text("Unit"),
            "Dimensions", dimensions(after),
            "Period", after.integer("Period"),
            "EvaluationPeriods", after.integer("EvaluationPeriods"),
            "DatapointsToAlarm", after.integer("DatapointsToAlarm"),
            "ComparisonOperator", after.text("ComparisonOperator"),
            "Threshold", after.real("Threshold"),
            "TreatMissingData", after.text("TreatMissingData"),
            "EvaluateLowSampleCountPercentile", "");
    return Params.of(
        "AlarmName", after.text("AlarmName"),
        "AlarmDescription", after.text("AlarmDescription"),
        "AWSAccountId", alarms.context.account(),
        "AlarmConfigurationUpdatedTimestamp",
            time(after.instant("AlarmConfigurationUpdatedTimestamp")),
        "NewStateValue", after.text("StateValue"),
        "NewStateReason", after.text("StateReason"),
        "StateChangeTime", time(after.instant("StateUpdatedTimestamp")),
        "Region", alarms.context.region(),
        "AlarmArn", after.text("AlarmArn"),
        "OldStateValue", before.text("StateValue"),
        "OKActions", after.texts("OKActions"),
        "AlarmActions", after.texts("AlarmActions"),
        "InsufficientDataActions", after.texts("InsufficientDataActions"),
        "Trigger", trigger);
  }

  private static String upper(@Nullable String text) {
    return text == null ? "" : text.toUpperCase(Locale.ROOT);
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "" : time.toString().replace("Z", "+0000");
  }

  private static List<Object> dimensions(Structure alarm) {
    return List.copyOf(
        alarm.structures("Dimensions").stream()
            .map(each -> Params.of("value", each.text("Value"), "name", each.text("Name")))
            .toList());
  }

  private Map<String, Object> event(Structure before, Structure after) {
    return Params.of(
        "source", "aws.cloudwatch",
        "alarmArn", after.text("AlarmArn"),
        "accountId", alarms.context.account(),
        "time", time(after.instant("StateUpdatedTimestamp")),
        "region", alarms.context.region(),
        "alarmData",
            Params.of(
                "alarmName", after.text("AlarmName"),
                "state", state(after),
                "previousState", state(before),
                "configuration", Params.of("description", after.text("AlarmDescription"))));
  }

  private static Params state(Structure alarm) {
    return Params.of(
        "value", alarm.text("StateValue"),
        "reason", alarm.text("StateReason"),
        "timestamp", time(alarm.instant("StateUpdatedTimestamp")));
  }
}
