package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The retries and destinations of asynchronous invocations. */
final class InvokeConfigs {
  private static final String DESTINATION =
      "^$|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z]{2}(-gov)?-[a-z]+-\\d{1})?"
          + ":(\\d{12})?:(.*)";
  private static final Pattern DESTINATION_FORM = Pattern.compile(DESTINATION);

  private final Functions functions;
  private final MVMap<String, Object> map;

  InvokeConfigs(Functions functions) {
    this.functions = functions;
    this.map = functions.context.store().map("invokeConfigs");
  }

  void register(OperationTable table) {
    table.write("PutFunctionEventInvokeConfig", call -> put(call, /* keep= */ false));
    table.write("UpdateFunctionEventInvokeConfig", call -> put(call, /* keep= */ true));
    table.read("GetFunctionEventInvokeConfig", call -> get(id(call)));
    table.write("DeleteFunctionEventInvokeConfig", this::delete);
    table.read("ListFunctionEventInvokeConfigs", this::list);
  }

  void functionDeleted(String name) {
    Functions.under(map, name).forEach(map::remove);
  }

  private FunctionId id(EngineCall call) {
    FunctionId id =
        FunctionId.of(call.input().text("FunctionName"), call.input().text("Qualifier"));
    functions.checkQualifier(id);
    return id;
  }

  private static String key(String name, @Nullable String qualifier) {
    return name + "/" + (qualifier == null ? FunctionId.LATEST : qualifier);
  }

  /** The configuration of a version or alias, or null. */
  @Nullable Structure find(String name, @Nullable String qualifier) {
    Object stored = map.get(key(name, qualifier));
    return stored == null ? null : Functions.structure(stored);
  }

  private Map<String, ?> put(EngineCall call, boolean keep) {
    FunctionId id = id(call);
    Structure input = call.input();
    for (String kind : List.of("OnSuccess", "OnFailure")) {
      String destination = input.text("DestinationConfig", kind, "Destination");
      if (destination != null && !DESTINATION_FORM.matcher(destination).matches()) {
        throw LambdaErrors.constraint(
            destination,
            "destinationConfig.o" + kind.substring(1) + ".destination",
            "Member must satisfy regular expression pattern: " + DESTINATION);
      }
    }
    Map<String, Object> stored = new LinkedHashMap<>();
    Structure before = find(id.name(), id.qualifier());
    if (keep && before != null) {
      stored.putAll(before);
    }
    for (String member :
        List.of("MaximumRetryAttempts", "MaximumEventAgeInSeconds", "DestinationConfig")) {
      Object value = input.get(member);
      if (value != null) {
        stored.put(member, value);
      }
    }
    stored.putIfAbsent("DestinationConfig", Map.of("OnSuccess", Map.of(), "OnFailure", Map.of()));
    stored.put("FunctionArn", functions.arn(id.name(), id.qualifier()));
    stored.put("LastModified", functions.now());
    map.put(key(id.name(), id.qualifier()), stored);
    return stored;
  }

  private Structure get(FunctionId id) {
    Structure stored = find(id.name(), id.qualifier());
    if (stored == null) {
      throw LambdaErrors.notFound(
          "The function "
              + functions.arn(id.name(), id.qualifier())
              + " doesn't have an EventInvokeConfig");
    }
    return stored;
  }

  private Map<String, ?> delete(EngineCall call) {
    FunctionId id = id(call);
    get(id);
    map.remove(key(id.name(), id.qualifier()));
    return Map.of();
  }

  private Map<String, ?> list(EngineCall call) {
    FunctionId id = FunctionId.of(call.input().text("FunctionName"));
    functions.get(id);
    List<Structure> found = new ArrayList<>();
    for (String key : Functions.under(map, id.name())) {
      found.add(Functions.structure(map.get(key)));
    }
    return Pages.page(call.input(), "FunctionEventInvokeConfigs", found);
  }
}
