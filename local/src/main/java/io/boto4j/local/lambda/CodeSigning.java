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
import org.jspecify.annotations.Nullable;

/** Code signing configurations. They are stored; signatures of archives are not verified. */
final class CodeSigning {
  private final Functions functions;
  private final MVMap<String, Object> map;

  CodeSigning(Functions functions) {
    this.functions = functions;
    this.map = functions.context.store().map("codeSigning");
  }

  void register(OperationTable table) {
    table.write("CreateCodeSigningConfig", this::create);
    table.read("GetCodeSigningConfig", call -> answer(get(call)));
    table.write("UpdateCodeSigningConfig", this::update);
    table.write("DeleteCodeSigningConfig", this::delete);
    table.read("ListCodeSigningConfigs", this::list);
    table.write("PutFunctionCodeSigningConfig", this::put);
    table.read("GetFunctionCodeSigningConfig", this::ofFunction);
    table.write("DeleteFunctionCodeSigningConfig", this::remove);
    table.read("ListFunctionsByCodeSigningConfig", this::listFunctions);
  }

  private static Map<String, ?> answer(Map<String, ?> stored) {
    return Map.of("CodeSigningConfig", stored);
  }

  private Map<String, ?> create(EngineCall call) {
    StringBuilder id = new StringBuilder("csc-0");
    for (int i = 0; i < 16; i++) {
      id.append(Character.forDigit(functions.context.random().nextInt(16), 16));
    }
    Map<String, Object> stored = new LinkedHashMap<>();
    stored.put("CodeSigningConfigId", id.toString());
    stored.put("CodeSigningConfigArn", functions.arn("code-signing-config:" + id));
    stored.put("Description", "");
    stored.put("CodeSigningPolicies", Map.of("UntrustedArtifactOnDeployment", "Warn"));
    return store(call.input(), stored);
  }

  private Map<String, ?> store(Structure input, Map<String, Object> stored) {
    for (String member : List.of("Description", "AllowedPublishers", "CodeSigningPolicies")) {
      Object value = input.get(member);
      if (value != null) {
        stored.put(member, value);
      }
    }
    stored.put("LastModified", functions.timestamp());
    map.put(String.valueOf(stored.get("CodeSigningConfigArn")), stored);
    return answer(stored);
  }

  private Structure get(EngineCall call) {
    String arn = Functions.text(call.input(), "CodeSigningConfigArn");
    Object stored = map.get(arn);
    if (stored == null) {
      throw LambdaErrors.notFound(
          "The Lambda code signing configuration " + arn + " can not be found.");
    }
    return Functions.structure(stored);
  }

  private Map<String, ?> update(EngineCall call) {
    return store(call.input(), new LinkedHashMap<>(get(call)));
  }

  private Map<String, ?> delete(EngineCall call) {
    String arn = Functions.text(get(call), "CodeSigningConfigArn");
    if (!users(arn).isEmpty()) {
      throw LambdaErrors.conflict("Cannot delete a code signing configuration that is in use.");
    }
    map.remove(arn);
    return Map.of();
  }

  private Map<String, ?> list(EngineCall call) {
    List<Structure> found = new ArrayList<>();
    map.values().forEach(each -> found.add(Functions.structure(each)));
    return Pages.page(call.input(), "CodeSigningConfigs", found);
  }

  // Of functions

  private List<String> users(String arn) {
    List<String> found = new ArrayList<>();
    for (String name : functions.names()) {
      if (arn.equals(of(name))) {
        found.add(functions.arn(name, null));
      }
    }
    return found;
  }

  private @Nullable String of(String name) {
    return functions.get(new FunctionId(name, null)).text("CodeSigningConfigArn");
  }

  private String name(EngineCall call) {
    FunctionId id = FunctionId.of(call.input().text("FunctionName"));
    functions.get(id);
    return id.name();
  }

  private Map<String, ?> put(EngineCall call) {
    String name = name(call);
    String arn = Functions.text(call.input(), "CodeSigningConfigArn");
    if (!map.containsKey(arn)) {
      throw LambdaErrors.of(
          "CodeSigningConfigNotFoundException",
          "The code signing configuration cannot be found. Check that the provided configuration"
              + " is not deleted: "
              + arn
              + ".");
    }
    functions.edit(name, "CodeSigningConfigArn", arn);
    return Map.of("CodeSigningConfigArn", arn, "FunctionName", name);
  }

  private Map<String, ?> ofFunction(EngineCall call) {
    String name = name(call);
    return Params.of("CodeSigningConfigArn", of(name), "FunctionName", name);
  }

  private Map<String, ?> remove(EngineCall call) {
    functions.edit(name(call), "CodeSigningConfigArn", null);
    return Map.of();
  }

  private Map<String, ?> listFunctions(EngineCall call) {
    String arn = Functions.text(get(call), "CodeSigningConfigArn");
    return Pages.page(call.input(), "FunctionArns", users(arn));
  }
}
