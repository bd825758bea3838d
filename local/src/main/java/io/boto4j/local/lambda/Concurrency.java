package io.boto4j.local.lambda;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;

/** Reserved concurrency, which limits invocations, and provisioned concurrency, which is stored. */
final class Concurrency {
  /** The invocations that an account can have at the same time. */
  static final int ACCOUNT = 1000;

  private static final int UNRESERVED = 100;

  private final Functions functions;
  private final MVMap<String, Object> provisioned;

  Concurrency(Functions functions) {
    this.functions = functions;
    this.provisioned = functions.context.store().map("provisioned");
  }

  void register(OperationTable table) {
    table.write("PutFunctionConcurrency", this::put);
    table.read("GetFunctionConcurrency", this::get);
    table.write("DeleteFunctionConcurrency", this::delete);
    table.write("PutProvisionedConcurrencyConfig", this::putProvisioned);
    table.read("GetProvisionedConcurrencyConfig", this::getProvisioned);
    table.write("DeleteProvisionedConcurrencyConfig", this::deleteProvisioned);
    table.read("ListProvisionedConcurrencyConfigs", this::listProvisioned);
  }

  void functionDeleted(String name) {
    Functions.under(provisioned, name).forEach(provisioned::remove);
  }

  private FunctionId function(EngineCall call) {
    FunctionId id = FunctionId.of(call.input().text("FunctionName"));
    functions.get(new FunctionId(id.name(), null));
    return id;
  }

  private Map<String, ?> put(EngineCall call) {
    FunctionId id = function(call);
    Integer number = call.input().integer("ReservedConcurrentExecutions");
    int wanted = number == null ? 0 : number;
    int others = 0;
    for (String name : functions.names()) {
      Integer own = functions.get(new FunctionId(name, null)).integer("Reserved");
      others += own == null || name.equals(id.name()) ? 0 : own;
    }
    if (wanted > ACCOUNT - UNRESERVED - others) {
      throw LambdaErrors.parameter(
          "Specified ReservedConcurrentExecutions for function decreases account's"
              + " UnreservedConcurrentExecution below its minimum value of ["
              + UNRESERVED
              + "].");
    }
    functions.edit(id.name(), "Reserved", wanted);
    return Map.of("ReservedConcurrentExecutions", wanted);
  }

  private Map<String, ?> get(EngineCall call) {
    FunctionId id = function(call);
    return Params.of(
        "ReservedConcurrentExecutions",
        functions.get(new FunctionId(id.name(), null)).integer("Reserved"));
  }

  private Map<String, ?> delete(EngineCall call) {
    functions.edit(function(call).name(), "Reserved", null);
    return Map.of();
  }

  // Provisioned

  private FunctionId qualified(EngineCall call) {
    FunctionId id =
        FunctionId.of(call.input().text("FunctionName"), call.input().text("Qualifier"));
    if (FunctionId.LATEST.equals(id.qualifier())) {
      throw LambdaErrors.parameter(
          "Provisioned Concurrency Configs cannot be applied to unpublished function versions.");
    }
    functions.checkQualifier(id);
    return id;
  }

  private static String key(FunctionId id) {
    return id.name() + "/" + id.qualifier();
  }

  private Map<String, ?> putProvisioned(EngineCall call) {
    FunctionId id = qualified(call);
    Integer number = call.input().integer("ProvisionedConcurrentExecutions");
    int wanted = number == null ? 0 : number;
    Map<String, Object> stored =
        Params.of(
            "RequestedProvisionedConcurrentExecutions", wanted,
            "AvailableProvisionedConcurrentExecutions", wanted,
            "AllocatedProvisionedConcurrentExecutions", wanted,
            "Status", "READY",
            "LastModified", functions.timestamp());
    provisioned.put(key(id), stored);
    Map<String, Object> answer = new LinkedHashMap<>(stored);
    answer.put("AvailableProvisionedConcurrentExecutions", 0);
    answer.put("AllocatedProvisionedConcurrentExecutions", 0);
    answer.put("Status", "IN_PROGRESS");
    return answer;
  }

  private Map<String, ?> getProvisioned(EngineCall call) {
    Object stored = provisioned.get(key(qualified(call)));
    if (stored == null) {
      throw LambdaErrors.of(
          "ProvisionedConcurrencyConfigNotFoundException",
          "No Provisioned Concurrency Config found for this function");
    }
    return Functions.structure(stored);
  }

  private Map<String, ?> deleteProvisioned(EngineCall call) {
    provisioned.remove(key(qualified(call)));
    return Map.of();
  }

  private Map<String, ?> listProvisioned(EngineCall call) {
    FunctionId id = function(call);
    List<Map<String, Object>> found = new ArrayList<>();
    for (String key : Functions.under(provisioned, id.name())) {
      Structure stored = Functions.structure(provisioned.get(key));
      Map<String, Object> shown = new LinkedHashMap<>(stored);
      shown.put("FunctionArn", functions.arn(id.name(), key.substring(id.name().length() + 1)));
      found.add(shown);
    }
    return Pages.page(call.input(), "ProvisionedConcurrencyConfigs", found);
  }
}
