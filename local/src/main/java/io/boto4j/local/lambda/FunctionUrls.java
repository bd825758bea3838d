package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;

/** The URLs of functions. They are stored, and nobody answers at them. */
final class FunctionUrls {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  private final Functions functions;
  private final MVMap<String, Object> map;

  FunctionUrls(Functions functions) {
    this.functions = functions;
    this.map = functions.context.store().map("urls");
  }

  void register(OperationTable table) {
    table.write("CreateFunctionUrlConfig", this::create);
    table.read("GetFunctionUrlConfig", call -> get(id(call)));
    table.write("UpdateFunctionUrlConfig", this::update);
    table.write("DeleteFunctionUrlConfig", this::delete);
    table.read("ListFunctionUrlConfigs", this::list);
  }

  void functionDeleted(String name) {
    Functions.under(map, name).forEach(map::remove);
  }

  private FunctionId id(EngineCall call) {
    FunctionId id =
        FunctionId.of(call.input().text("FunctionName"), call.input().text("Qualifier"));
    if (id.qualifier() != null && FunctionId.isNumber(id.qualifier())) {
      throw LambdaErrors.constraint(
          id.qualifier(),
          "qualifier",
          "Member must satisfy regular expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)");
    }
    functions.checkQualifier(id);
    return id;
  }

  private static String key(FunctionId id) {
    return id.name() + "/" + (id.qualifier() == null ? FunctionId.LATEST : id.qualifier());
  }

  private Map<String, ?> create(EngineCall call) {
    FunctionId id = id(call);
    String arn = functions.arn(id.name(), id.qualifier());
    if (map.containsKey(key(id))) {
      throw LambdaErrors.conflict(
          "Failed to create function url config for [functionArn = "
              + arn
              + "]. Error message:  FunctionUrlConfig exists for this Lambda function");
    }
    StringBuilder host = new StringBuilder("https://");
    for (int i = 0; i < 32; i++) {
      host.append(LETTERS.charAt(functions.context.random().nextInt(LETTERS.length())));
    }
    Map<String, Object> stored = new LinkedHashMap<>();
    stored.put("FunctionUrl", host + ".lambda-url." + functions.context.region() + ".on.aws/");
    stored.put("FunctionArn", arn);
    stored.put("InvokeMode", "BUFFERED");
    stored.put("CreationTime", functions.timestamp());
    Map<String, Object> answer = new LinkedHashMap<>(store(id, call.input(), stored));
    answer.remove("LastModifiedTime");
    return answer;
  }

  private Map<String, Object> store(FunctionId id, Structure input, Map<String, Object> stored) {
    for (String member : List.of("AuthType", "Cors", "InvokeMode")) {
      Object value = input.get(member);
      if (value != null) {
        stored.put(member, value);
      }
    }
    stored.put("LastModifiedTime", functions.timestamp());
    map.put(key(id), stored);
    return stored;
  }

  private Structure get(FunctionId id) {
    Object stored = map.get(key(id));
    if (stored == null) {
      throw LambdaErrors.nothing();
    }
    return Functions.structure(stored);
  }

  private Map<String, ?> update(EngineCall call) {
    FunctionId id = id(call);
    return store(id, call.input(), new LinkedHashMap<>(get(id)));
  }

  private Map<String, ?> delete(EngineCall call) {
    FunctionId id = id(call);
    get(id);
    map.remove(key(id));
    return Map.of();
  }

  private Map<String, ?> list(EngineCall call) {
    FunctionId id = FunctionId.of(call.input().text("FunctionName"));
    functions.get(id);
    List<Structure> found = new ArrayList<>();
    for (String key : Functions.under(map, id.name())) {
      found.add(Functions.structure(map.get(key)));
    }
    return Pages.page(call.input(), "FunctionUrlConfigs", found);
  }
}
