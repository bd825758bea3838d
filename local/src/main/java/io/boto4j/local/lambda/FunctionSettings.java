package io.boto4j.local.lambda;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of the account, and settings of functions that are stored only. */
final class FunctionSettings {
  private final Functions functions;

  FunctionSettings(Functions functions) {
    this.functions = functions;
  }

  void register(OperationTable table) {
    table.read("GetAccountSettings", call -> settings());
    table.write("PutRuntimeManagementConfig", this::putRuntimeManagement);
    table.read("GetRuntimeManagementConfig", this::getRuntimeManagement);
    table.write("PutFunctionRecursionConfig", this::putRecursion);
    table.read("GetFunctionRecursionConfig", this::getRecursion);
  }

  private Map<String, ?> settings() {
    long size = 0;
    int reserved = 0;
    for (String name : functions.names()) {
      Integer own = functions.get(new FunctionId(name, null)).integer("Reserved");
      reserved += own == null ? 0 : own;
      for (Structure version : functions.versions(name)) {
        Long bytes = version.longInteger("Configuration", "CodeSize");
        size += bytes == null ? 0 : bytes;
      }
    }
    return Map.of(
        "AccountLimit",
        Map.of(
            "TotalCodeSize", 80_530_636_800L,
            "CodeSizeUnzipped", 262_144_000L,
            "CodeSizeZipped", 52_428_800L,
            "ConcurrentExecutions", Concurrency.ACCOUNT,
            "UnreservedConcurrentExecutions", Concurrency.ACCOUNT - reserved),
        "AccountUsage",
        Map.of("TotalCodeSize", size, "FunctionCount", (long) functions.names().size()));
  }

  private Map<String, ?> putRuntimeManagement(EngineCall call) {
    Structure input = call.input();
    FunctionId id = FunctionId.of(input.text("FunctionName"), input.text("Qualifier"));
    functions.resolve(id);
    Params stored =
        Params.of(
            "UpdateRuntimeOn", input.text("UpdateRuntimeOn"),
            "RuntimeVersionArn", input.text("RuntimeVersionArn"));
    functions.edit(id.name(), "RuntimeManagement", stored);
    return Params.copyOf(stored).with("FunctionArn", functions.arn(id.name(), id.qualifier()));
  }

  private Map<String, ?> getRuntimeManagement(EngineCall call) {
    Structure input = call.input();
    FunctionId id = FunctionId.of(input.text("FunctionName"), input.text("Qualifier"));
    functions.resolve(id);
    Map<String, Object> answer = new LinkedHashMap<>(functions.get(id).map("RuntimeManagement"));
    answer.putIfAbsent("UpdateRuntimeOn", "Auto");
    answer.put("FunctionArn", functions.arn(id.name(), id.qualifier()));
    return answer;
  }

  private Map<String, ?> putRecursion(EngineCall call) {
    FunctionId id = FunctionId.of(call.input().text("FunctionName"));
    functions.get(id);
    String loop = Functions.text(call.input(), "RecursiveLoop");
    functions.edit(id.name(), "RecursiveLoop", loop);
    return Map.of("RecursiveLoop", loop);
  }

  private Map<String, ?> getRecursion(EngineCall call) {
    FunctionId id = FunctionId.of(call.input().text("FunctionName"));
    String loop = functions.get(id).text("RecursiveLoop");
    return Map.of("RecursiveLoop", loop == null ? "Terminate" : loop);
  }
}
