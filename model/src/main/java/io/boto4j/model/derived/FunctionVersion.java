package io.boto4j.model.derived;

import io.boto4j.model.OperationModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of Lambda's versions, none of whose operations has the noun: a version of a function is
 * loaded as the function with a qualifier.
 */
final class FunctionVersion {
  private static final String VERSION = "lambda Version";

  private FunctionVersion() {}

  /** Returns the type if a noun of a service is that of the versions; otherwise null. */
  static @Nullable Draft draft(Api api, String noun) {
    OperationModel load = api.find("GetFunctionConfiguration");
    if (load == null || !(api.service() + " " + noun).equals(VERSION)) {
      return null;
    }
    Map<String, String> targets = Map.of("FunctionName", "FunctionName", "Version", "Qualifier");
    List<String> scope = List.of("FunctionName");
    return new Draft(noun, scope, "Version", load, targets, "@", load.output());
  }

  /** Tells whether a draft is that of the versions. */
  static boolean is(String service, Draft draft) {
    return (service + " " + draft.noun()).equals(VERSION);
  }
}
