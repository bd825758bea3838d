package io.boto4j.local.ssm;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Commands. Nothing runs: a command is recorded, and has succeeded without output.
 *
 * <p>There are no agents that could register nodes, so that every id of an instance is accepted.
 */
final class Commands {
  private static final int EXECUTION_TIMEOUT = 3600;
  private static final List<String> SETTINGS =
      List.of(
          "DocumentName",
          "Comment",
          "Parameters",
          "Targets",
          "OutputS3Region",
          "OutputS3BucketName",
          "OutputS3KeyPrefix",
          "NotificationConfig",
          "CloudWatchOutputConfig",
          "AlarmConfiguration");

  private final EngineContext context;
  private final Plugins plugins;
  private final Records commands;

  Commands(EngineContext context, Documents documents) {
    this.context = context;
    this.plugins = new Plugins(documents);
    this.commands = new Records(context, "commands", "CommandId", id -> "No command " + id);
  }

  void register(OperationTable table) {
    // EC2 is called before the change, because it may have to write.
    table.read("SendCommand", call -> send(call, table));
    table.write("CancelCommand", this::cancel);
    table.read("ListCommands", this::list);
    table.read("ListCommandInvocations", this::listInvocations);
    table.read("GetCommandInvocation", this::invocation);
  }

  /** The instances of EC2 that targets describe. */
  private Set<String> resolve(List<Structure> targets) {
    Set<String> found = new LinkedHashSet<>();
    List<Map<String, ?>> filters = new ArrayList<>();
    for (Structure target : targets) {
      String key = String.valueOf(target.text("Key"));
      if (key.equalsIgnoreCase("InstanceIds")) {
        found.addAll(target.texts("Values"));
      } else if (key.startsWith("tag:") || key.equals("tag-key")) {
        filters.add(Map.of("Name", key, "Values", target.texts("Values")));
      } else {
        throw SsmErrors.validation("The target key is not supported: " + key);
      }
    }
    if (!filters.isEmpty()) {
      filters.add(Map.of("Name", "instance-state-name", "Values", List.of("pending", "running")));
      Structure answer =
          Structures.of(context.call("ec2", "DescribeInstances", Map.of("Filters", filters)));
      answer.structures("Reservations").stream()
          .flatMap(reservation -> reservation.structures("Instances").stream())
          .forEach(instance -> found.add(String.valueOf(instance.text("InstanceId"))));
    }
    return found;
  }

  private static int executionTimeout(Structure input) {
    List<String> given = input.texts("Parameters", "executionTimeout");
    return given.size() == 1 && given.get(0).matches("\\d{1,6}")
        ? Integer.parseInt(given.get(0))
        : EXECUTION_TIMEOUT;
  }

  private Map<String, ?> send(EngineCall call, OperationTable table) {
    Structure input = call.input();
    plugins.of(String.valueOf(input.text("DocumentName")), input.text("DocumentVersion"));
    List<String> ids = input.texts("InstanceIds");
    if (new HashSet<>(ids).size() < ids.size()) {
      throw new EngineException(
          "DuplicateInstanceId", "You can't specify a managed node ID more than once.");
    }
    Set<String> nodes = new LinkedHashSet<>(ids);
    nodes.addAll(resolve(input.structures("Targets")));
    Instant now = context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    int timeout = Objects.requireNonNullElse(input.integer("TimeoutSeconds"), 3600);
    Map<String, Object> command = new LinkedHashMap<>();
    command.put("CommandId", commands.newUuid());
    command.putAll(Records.select(input, SETTINGS));
    command.putAll(
        Params.of(
            "DocumentVersion",
            Objects.requireNonNullElse(input.text("DocumentVersion"), "$DEFAULT"),
            "Comment",
            Objects.requireNonNullElse(input.text("Comment"), ""),
            "ServiceRole",
            Objects.requireNonNullElse(input.text("ServiceRoleArn"), ""),
            "MaxConcurrency",
            Objects.requireNonNullElse(input.text("MaxConcurrency"), "50"),
            "MaxErrors",
            Objects.requireNonNullElse(input.text("MaxErrors"), "0"),
            "TimeoutSeconds",
            timeout,
            "RequestedDateTime",
            now,
            "ExpiresAfter",
            now.plusSeconds(timeout).plusSeconds(executionTimeout(input)),
            "InstanceIds",
            ids,
            "Nodes",
            List.copyOf(nodes),
            "TargetCount",
            nodes.size()));
    Structure stored = table.change(() -> commands.put(command));
    return Params.of("Command", view(stored, "Pending", 0));
  }

  private static Params view(Structure command, String status, int completed) {
    return Params.copyOf(command)
        .without("Nodes")
        .with("Status", status)
        .with("StatusDetails", status)
        .with("CompletedCount", completed)
        .with("ErrorCount", 0)
        .with("DeliveryTimedOutCount", 0);
  }

  private Structure require(@Nullable String id) {
    Structure command = commands.find(id);
    if (command == null) {
      throw new EngineException(
          "InvalidCommandId", "The specified command ID isn't valid. Verify the ID and try again.");
    }
    return command;
  }

  /** Checks a command, which has always ended before it can be cancelled. */
  private Map<String, ?> cancel(EngineCall call) {
    require(call.input().text("CommandId"));
    return Map.of();
  }

  private static boolean matches(Structure command, Structure filter) {
    String key = String.valueOf(filter.text("key"));
    String value = String.valueOf(filter.text("value"));
    Instant requested =
        Objects.requireNonNullElse(command.instant("RequestedDateTime"), Instant.EPOCH);
    return switch (key) {
      case "InvokedAfter" -> !requested.isBefore(time(value));
      case "InvokedBefore" -> requested.isBefore(time(value));
      case "Status" -> value.equals("Success");
      case "ExecutionStage" -> value.equals("Complete");
      case "DocumentName" -> value.equals(command.text("DocumentName"));
      default ->
          throw new EngineException("InvalidFilterKey", "The specified key isn't valid: " + key);
    };
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw SsmErrors.validation("The filter value is not a time: " + text);
    }
  }

  /** The commands that a request asks for, the newest first. */
  private List<Structure> wanted(Structure input) {
    String id = input.text("CommandId");
    String instance = input.text("InstanceId");
    return (id == null ? commands.all() : List.of(require(id)))
        .stream()
            .filter(each -> instance == null || each.texts("Nodes").contains(instance))
            .filter(each -> input.structures("Filters").stream().allMatch(f -> matches(each, f)))
            .sorted(
                Comparator.comparing(
                    (Structure each) ->
                        Objects.requireNonNullElse(
                            each.instant("RequestedDateTime"), Instant.EPOCH),
                    Comparator.reverseOrder()))
            .toList();
  }

  private Map<String, ?> list(EngineCall call) {
    List<Params> found =
        wanted(call.input()).stream()
            .map(
                each ->
                    view(
                        each,
                        "Success",
                        Objects.requireNonNullElse(each.integer("TargetCount"), 0)))
            .toList();
    return ParameterReads.page(call.input(), "Commands", found, 50);
  }

  private List<String> pluginsOf(Structure command) {
    String version = command.text("DocumentVersion");
    try {
      return plugins.of(String.valueOf(command.text("DocumentName")), version);
    } catch (EngineException e) {
      // The document or its version has been deleted since.
      return List.of();
    }
  }

  private Map<String, ?> listInvocations(EngineCall call) {
    Structure input = call.input();
    String instance = input.text("InstanceId");
    boolean details = Boolean.TRUE.equals(input.bool("Details"));
    List<Params> found = new ArrayList<>();
    for (Structure command : wanted(input)) {
      for (String node : command.texts("Nodes")) {
        if (instance == null || instance.equals(node)) {
          found.add(invocationOf(command, node, details));
        }
      }
    }
    return ParameterReads.page(input, "CommandInvocations", found, 50);
  }

  private Params invocationOf(Structure command, String node, boolean details) {
    List<Params> results = new ArrayList<>();
    if (details) {
      for (String plugin : pluginsOf(command)) {
        results.add(
            Params.of(
                    "Name",
                    plugin,
                    "Status",
                    "Success",
                    "StatusDetails",
                    "Success",
                    "ResponseCode",
                    0,
                    "ResponseStartDateTime",
                    command.instant("RequestedDateTime"),
                    "ResponseFinishDateTime",
                    command.instant("RequestedDateTime"),
                    "Output",
                    "")
                .withAll(
                    Records.select(
                        command,
                        List.of("OutputS3Region", "OutputS3BucketName", "OutputS3KeyPrefix"))));
      }
    }
    return Params.of(
            "InstanceId", node,
            "InstanceName", "",
            "Status", "Success",
            "StatusDetails", "Success",
            "CommandPlugins", results)
        .withAll(
            Records.select(
                command,
                List.of(
                    "CommandId",
                    "Comment",
                    "DocumentName",
                    "DocumentVersion",
                    "RequestedDateTime",
                    "ServiceRole",
                    "NotificationConfig",
                    "CloudWatchOutputConfig")));
  }

  private Map<String, ?> invocation(EngineCall call) {
    Structure input = call.input();
    Structure command = require(input.text("CommandId"));
    String node = String.valueOf(input.text("InstanceId"));
    if (!command.texts("Nodes").contains(node)) {
      throw new EngineException(
          "InvocationDoesNotExist",
          "The command ID and managed node ID you specified didn't match any invocations. Verify"
              + " the command ID and the managed node ID and try again.");
    }
    List<String> names = pluginsOf(command);
    String plugin = input.text("PluginName");
    if (plugin != null && !names.isEmpty() && !names.contains(plugin)) {
      throw new EngineException("InvalidPluginName", "The plugin name isn't valid.");
    }
    if (plugin == null && !names.isEmpty()) {
      plugin = names.get(0);
    }
    String time = String.valueOf(command.instant("RequestedDateTime"));
    return Params.of(
            "InstanceId", node,
            "PluginName", plugin,
            "ResponseCode", 0,
            "ExecutionStartDateTime", time,
            "ExecutionElapsedTime", "PT0S",
            "ExecutionEndDateTime", time,
            "Status", "Success",
            "StatusDetails", "Success",
            "StandardOutputContent", "",
            "StandardOutputUrl", "",
            "StandardErrorContent", "",
            "StandardErrorUrl", "")
        .withAll(
            Records.select(
                command,
                List.of(
                    "CommandId",
                    "Comment",
                    "DocumentName",
                    "DocumentVersion",
                    "CloudWatchOutputConfig")));
  }
}
