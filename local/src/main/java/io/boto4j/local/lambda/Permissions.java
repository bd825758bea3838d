package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.engine.Partition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The permissions that others have to invoke a function. */
final class Permissions {
  private final Functions functions;
  private final ResourcePolicy policies;

  Permissions(Functions functions) {
    this.functions = functions;
    this.policies = new ResourcePolicy(functions.context.store().map("policies"));
  }

  void register(OperationTable table) {
    table.write("AddPermission", this::add);
    table.write("RemovePermission", this::remove);
    table.read("GetPolicy", call -> policies.get(key(id(call))));
  }

  void functionDeleted(String name) {
    policies.removeAll(name);
  }

  private FunctionId id(EngineCall call) {
    FunctionId id =
        FunctionId.of(call.input().text("FunctionName"), call.input().text("Qualifier"));
    if (FunctionId.LATEST.equals(id.qualifier())) {
      throw LambdaErrors.parameter("We currently do not support adding policies for $LATEST.");
    }
    functions.checkQualifier(id);
    return id;
  }

  private static String key(FunctionId id) {
    return id.qualifier() == null ? id.name() : id.name() + "/" + id.qualifier();
  }

  private Map<String, ?> add(EngineCall call) {
    FunctionId id = id(call);
    Structure input = call.input();
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Sid", Functions.text(input, "StatementId"));
    statement.put("Effect", "Allow");
    statement.put("Principal", principal(Functions.text(input, "Principal")));
    statement.put("Action", Functions.text(input, "Action"));
    statement.put("Resource", functions.arn(id.name(), id.qualifier()));
    Map<String, Object> conditions = conditions(input);
    if (!conditions.isEmpty()) {
      statement.put("Condition", conditions);
    }
    return Map.of(
        "Statement", policies.add(key(id), Structures.of(statement), input.text("RevisionId")));
  }

  private Object principal(String given) {
    if (given.equals("*")) {
      return "*";
    }
    if (given.matches("\\d{12}")) {
      String partition = Partition.of(functions.context.region());
      return Map.of("AWS", "arn:" + partition + ":iam::" + given + ":root");
    }
    if (given.startsWith("arn:")) {
      return Map.of("AWS", given);
    }
    if (!given.contains(".")) {
      throw LambdaErrors.parameter(
          "The provided principal was invalid. Please check the principal and try again.");
    }
    return Map.of("Service", given);
  }

  private static Map<String, Object> conditions(Structure input) {
    Map<String, Object> equal = new LinkedHashMap<>();
    put(equal, "AWS:SourceAccount", input.text("SourceAccount"));
    put(equal, "lambda:EventSourceToken", input.text("EventSourceToken"));
    put(equal, "aws:PrincipalOrgID", input.text("PrincipalOrgID"));
    put(equal, "lambda:FunctionUrlAuthType", input.text("FunctionUrlAuthType"));
    Map<String, Object> conditions = new LinkedHashMap<>();
    if (!equal.isEmpty()) {
      conditions.put("StringEquals", equal);
    }
    Boolean url = input.bool("InvokedViaFunctionUrl");
    if (url != null) {
      conditions.put("Bool", Map.of("lambda:InvokedViaFunctionUrl", url.toString()));
    }
    String source = input.text("SourceArn");
    if (source != null) {
      conditions.put("ArnLike", Map.of("AWS:SourceArn", source));
    }
    return conditions;
  }

  private static void put(Map<String, Object> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  private Map<String, ?> remove(EngineCall call) {
    Structure input = call.input();
    policies.remove(key(id(call)), Functions.text(input, "StatementId"), input.text("RevisionId"));
    return Map.of();
  }
}
