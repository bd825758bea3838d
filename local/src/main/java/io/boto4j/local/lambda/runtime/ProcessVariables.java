package io.boto4j.local.lambda.runtime;

import java.util.List;
import java.util.Map;

/** The environment variables of a function's process. */
final class ProcessVariables {
  /** The variables of this process without which another does not run. */
  private static final List<String> KEPT =
      List.of("PATH", "LD_LIBRARY_PATH", "SystemRoot", "TMPDIR", "TEMP", "TMP");

  private ProcessVariables() {}

  static void set(
      Map<String, String> variables,
      FunctionSpec spec,
      Unpacked code,
      String api,
      String endpoint) {
    variables.keySet().retainAll(KEPT);
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    variables.put("AWS_LAMBDA_RUNTIME_API", api);
    variables.put("AWS_LAMBDA_FUNCTION_NAME", spec.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", spec.version());
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(spec.memory()));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", spec.logGroup());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", spec.logStream());
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + spec.runtime());
    variables.put("AWS_REGION", spec.region());
    variables.put("AWS_DEFAULT_REGION", spec.region());
    variables.putAll(spec.credentials());
    variables.put("AWS_ENDPOINT_URL", endpoint);
    variables.put("_HANDLER", spec.handler());
    variables.put("LAMBDA_TASK_ROOT", code.task().toString());
    variables.put("LAMBDA_RUNTIME_DIR", code.folder().toString());
    String layers = code.layers().toString();
    variables.put("BOTO4J_LAYERS", layers);
    variables.put("NODE_PATH", layers + "/nodejs/node_modules:" + code.task() + "/node_modules");
    variables.merge("PATH", layers + "/bin", (path, own) -> path + ":" + own);
    variables.putAll(spec.variables());
  }
}
