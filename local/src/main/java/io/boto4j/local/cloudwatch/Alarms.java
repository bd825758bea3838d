package io.boto4j.local.cloudwatch;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Alarms on metrics and on other alarms: their settings, descriptions and history. */
final class Alarms {
  private static final int PAGE = 100;

  private static final List<String> METRIC_MEMBERS =
      List.of(
          "AlarmName",
          "AlarmDescription",
          "MetricName",
          "Namespace",
          "Statistic",
          "ExtendedStatistic",
          "Period",
          "Unit",
          "EvaluationPeriods",
          "DatapointsToAlarm",
          "Threshold",
          "ComparisonOperator",
          "TreatMissingData",
          "EvaluateLowSampleCountPercentile",
          "ThresholdMetricId");

  private static final List<String> COMPOSITE_MEMBERS =
      List.of(
          "AlarmName",
          "AlarmDescription",
          "AlarmRule",
          "ActionsSuppressor",
          "ActionsSuppressorWaitPeriod",
          "ActionsSuppressorExtensionPeriod");

  private static final List<String> OPERATORS =
      List.of(
          "GreaterThanOrEqualToThreshold",
          "GreaterThanThreshold",
          "GreaterThanUpperThreshold",
          "LessThanLowerOrGreaterThanUpperThreshold",
          "LessThanLowerThreshold",
          "LessThanOrEqualToThreshold",
          "LessThanThreshold");

  private static final List<String> LISTS =
      List.of("OKActions", "AlarmActions", "InsufficientDataActions");

  private final AlarmStore alarms;
  private final AlarmStates states;
  private final OperationTable table;

  Alarms(AlarmStore alarms, AlarmStates states, OperationTable table) {
    this.alarms = alarms;
    this.states = states;
    this.table = table;
  }

  void register() {
    table.read("PutMetricAlarm", this::putMetric);
    table.read("PutCompositeAlarm", this::putComposite);
    table.read("DescribeAlarms", this::describe);
    table.read("DescribeAlarmsForMetric", this::ofMetric);
    table.write("DeleteAlarms", this::delete);
    table.write("EnableAlarmActions", call -> enable(call, true));
    table.write("DisableAlarmActions", call -> enable(call, false));
    table.read("DescribeAlarmHistory", this::history);
  }

  private Map<String, ?> putMetric(EngineCall call) {
    Structure input = call.input();
    check(input);
    Map<String, Object> alarm = new LinkedHashMap<>();
    copy(input, alarm, METRIC_MEMBERS);
    alarm.put("Dimensions", input.list("Dimensions"));
    alarm.put("Metrics", input.list("Metrics"));
    put(input, alarm, AlarmStore.METRIC);
    return Map.of();
  }

  private static void check(Structure input) {
    boolean queries = !input.list("Metrics").isEmpty();
    if (queries && input.text("MetricName") != null) {
      throw CloudWatchErrors.validation(
          "The parameters Metrics and MetricName are mutually exclusive and you have specified"
              + " both.");
    }
    if (!queries && input.text("MetricName") == null) {
      throw CloudWatchErrors.missing("Missing required parameter 'MetricName'");
    }
    checkMetric(input);
    String operator = input.text("ComparisonOperator");
    if (operator != null && !OPERATORS.contains(operator)) {
      throw CloudWatchErrors.validation(
          "1 validation error detected: Value '"
              + operator
              + "' at 'comparisonOperator' failed to satisfy constraint: Member must satisfy enum"
              + " value set: ["
              + String.join(", ", OPERATORS)
              + "]");
    }
    if (operator != null
        && operator.contains("UpperThreshold")
        && input.text("ThresholdMetricId") == null) {
      throw CloudWatchErrors.validation(
          "The parameter ThresholdMetricId is required for this comparison operator.");
    }
    String extended = input.text("ExtendedStatistic");
    if (extended != null) {
      if (!extended.matches("[A-Za-z].*")) {
        throw CloudWatchErrors.invalid(
            "The value " + extended + " for parameter ExtendedStatistic is not supported.");
      }
      Statistic.parse(extended);
    }
    Integer count = input.integer("EvaluationPeriods");
    Integer needed = input.integer("DatapointsToAlarm");
    if (count != null && needed != null && needed > count) {
      throw CloudWatchErrors.validation(
          "The parameter 'DatapointsToAlarm' must be less than or equal to 'EvaluationPeriods'.");
    }
    String samples = input.text("EvaluateLowSampleCountPercentile");
    if (samples != null && !List.of("evaluate", "ignore").contains(samples)) {
      throw CloudWatchErrors.validation(
          "Option "
              + samples
              + " is not supported. Supported options for parameter"
              + " EvaluateLowSampleCountPercentile are evaluate and ignore.");
    }
    String treatment = input.text("TreatMissingData");
    if (treatment != null
        && !List.of("breaching", "notBreaching", "ignore", "missing").contains(treatment)) {
      throw CloudWatchErrors.validation(
          "The value '" + treatment + "' for parameter TreatMissingData is not supported.");
    }
  }

  /** Checks the statistic and the period of an alarm on a metric, as documented. */
  private static void checkMetric(Structure input) {
    boolean simple = input.text("Statistic") != null;
    boolean extended = input.text("ExtendedStatistic") != null;
    if (input.text("MetricName") != null && simple == extended) {
      throw CloudWatchErrors.validation(
          simple
              ? "The parameters Statistic and ExtendedStatistic are mutually exclusive and you have"
                  + " specified both."
              : "Either Statistic or ExtendedStatistic must be specified.");
    }
    Integer period = input.integer("Period");
    if (period != null && period % 60 != 0 && !List.of(10, 20, 30).contains(period)) {
      throw CloudWatchErrors.validation("Period must be 10, 20, 30 or a multiple of 60.");
    }
  }

  private static void copy(Structure input, Map<String, Object> into, List<String> members) {
    for (String member : members) {
      Object value = input.get(member);
      if (value != null) {
        into.put(member, value);
      }
    }
  }

  private Map<String, ?> putComposite(EngineCall call) {
    Structure input = call.input();
    AlarmRule.names(String.valueOf(input.text("AlarmRule")));
    Map<String, Object> alarm = new LinkedHashMap<>();
    copy(input, alarm, COMPOSITE_MEMBERS);
    put(input, alarm, AlarmStore.COMPOSITE);
    return Map.of();
  }

  private void put(Structure input, Map<String, Object> alarm, String type) {
    String name = String.valueOf(input.text("AlarmName"));
    table.change(
        () -> {
          Structure before = alarms.find(name);
          Instant now = alarms.now();
          for (String list : LISTS) {
            alarm.put(list, input.list(list));
          }
          alarm.put("AlarmArn", alarms.arn(name));
          alarm.put(AlarmStore.TYPE, type);
          alarm.put("ActionsEnabled", !Boolean.FALSE.equals(input.bool("ActionsEnabled")));
          alarm.put("AlarmConfigurationUpdatedTimestamp", now);
          if (before == null) {
            alarm.put("StateValue", "INSUFFICIENT_DATA");
            alarm.put("StateReason", "Unchecked: Initial alarm creation");
            alarm.put("StateUpdatedTimestamp", now);
            alarm.put("StateTransitionedTimestamp", now);
            alarm.put("Tags", input.list("Tags"));
          } else {
            copy(
                before,
                alarm,
                List.of(
                    "StateValue",
                    "StateReason",
                    "StateReasonData",
                    "StateUpdatedTimestamp",
                    "StateTransitionedTimestamp",
                    "Tags"));
          }
          alarms.put(alarm);
          Structure stored = Structures.of(alarm);
          alarms.note(
              stored,
              "ConfigurationUpdate",
              "Alarm \"" + name + "\" " + (before == null ? "created" : "updated"),
              Params.of("type", before == null ? "Create" : "Update", "version", "1.0"));
          return true;
        });
    Structure stored = alarms.find(name);
    if (stored != null) {
      states.watch(stored);
      if (AlarmStore.isComposite(stored)) {
        states.evaluate(name);
      }
    }
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    List<String> names = input.texts("AlarmNames");
    String prefix = input.text("AlarmNamePrefix");
    String action = input.text("ActionPrefix");
    String state = input.text("StateValue");
    List<String> types = input.texts("AlarmTypes");
    if (!names.isEmpty() && prefix != null) {
      throw CloudWatchErrors.combination("AlarmNames and AlarmNamePrefix are mutually exclusive.");
    }
    List<Structure> found = new ArrayList<>();
    for (Structure alarm : alarms.all()) {
      String type = AlarmStore.isComposite(alarm) ? AlarmStore.COMPOSITE : AlarmStore.METRIC;
      boolean wanted =
          (names.isEmpty() || names.contains(AlarmStore.name(alarm)))
              && (prefix == null || AlarmStore.name(alarm).startsWith(prefix))
              && (state == null || state.equals(alarm.text("StateValue")))
              && (action == null || hasAction(alarm, action))
              && (types.isEmpty() || types.contains(type));
      if (wanted) {
        found.add(alarm);
      }
    }
    Integer most = input.integer("MaxRecords");
    int size = most == null ? names.isEmpty() ? 50 : PAGE : most;
    int from = from(input.text("NextToken"));
    int end = Math.min(found.size(), from + size);
    List<Object> metric = new ArrayList<>();
    List<Object> composite = new ArrayList<>();
    for (Structure alarm : found.subList(Math.min(from, found.size()), end)) {
      (AlarmStore.isComposite(alarm) ? composite : metric).add(AlarmStore.view(alarm));
    }
    return Params.of(
        "MetricAlarms", metric,
        "CompositeAlarms", composite,
        "NextToken", end < found.size() ? Integer.toString(end) : null);
  }

  private static boolean hasAction(Structure alarm, String prefix) {
    return LISTS.stream()
        .flatMap(list -> alarm.texts(list).stream())
        .anyMatch(each -> each.startsWith(prefix));
  }

  static int from(@Nullable String token) {
    if (token == null) {
      return 0;
    }
    if (!token.matches("\\d{1,8}")) {
      throw new EngineException("InvalidNextToken", "Request parameter NextToken is invalid");
    }
    return Integer.parseInt(token);
  }

  private Map<String, ?> ofMetric(EngineCall call) {
    Structure input = call.input();
    Integer period = input.integer("Period");
    List<Object> found = new ArrayList<>();
    for (Structure alarm : alarms.all()) {
      if (same(input, alarm, "MetricName")
          && same(input, alarm, "Namespace")
          && (input.text("Statistic") == null || same(input, alarm, "Statistic"))
          && (period == null || period.equals(alarm.integer("Period")))
          && (input.text("Unit") == null || same(input, alarm, "Unit"))
          && dimensions(input).equals(dimensions(alarm))) {
        found.add(AlarmStore.view(alarm));
      }
    }
    return Params.of("MetricAlarms", found);
  }

  private static boolean same(Structure input, Structure alarm, String member) {
    return String.valueOf(input.text(member)).equals(alarm.text(member));
  }

  private static Map<String, String> dimensions(Structure from) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    for (Structure dimension : from.structures("Dimensions")) {
      dimensions.put(
          String.valueOf(dimension.text("Name")), String.valueOf(dimension.text("Value")));
    }
    return dimensions;
  }

  private Map<String, ?> delete(EngineCall call) {
    for (String name : call.input().texts("AlarmNames")) {
      Structure alarm = alarms.find(name);
      if (alarm != null) {
        alarms.note(
            alarm,
            "ConfigurationUpdate",
            "Alarm \"" + name + "\" deleted",
            Params.of("type", "Delete", "version", "1.0"));
        alarms.remove(name);
      }
    }
    return Map.of();
  }

  private Map<String, ?> enable(EngineCall call, boolean enabled) {
    for (String name : call.input().texts("AlarmNames")) {
      alarms.edit(name, Map.of("ActionsEnabled", enabled));
    }
    return Map.of();
  }

  private Map<String, ?> history(EngineCall call) {
    Structure input = call.input();
    String name = input.text("AlarmName");
    String type = input.text("HistoryItemType");
    Instant from = input.instant("StartDate");
    Instant to = input.instant("EndDate");
    List<String> types = input.texts("AlarmTypes");
    List<Structure> found = new ArrayList<>();
    for (Structure item : alarms.history()) {
      Instant time = item.instant("Timestamp");
      if ((name == null || name.equals(item.text("AlarmName")))
          && (type == null || type.equals(item.text("HistoryItemType")))
          && (types.isEmpty() || types.contains(String.valueOf(item.text("AlarmType"))))
          && (from == null || time == null || !time.isBefore(from))
          && (to == null || time == null || !time.isAfter(to))) {
        found.add(item);
      }
    }
    if (!"TimestampAscending".equals(input.text("ScanBy"))) {
      Collections.reverse(found);
    }
    Integer most = input.integer("MaxRecords");
    int first = Math.min(from(input.text("NextToken")), found.size());
    int end = Math.min(found.size(), first + (most == null ? PAGE : most));
    return Params.of(
        "AlarmHistoryItems",
        found.subList(first, end),
        "NextToken",
        end < found.size() ? Integer.toString(end) : null);
  }
}
