package io.boto4j.local.lambda;

import io.boto4j.Params;
import java.util.List;
import java.util.Map;

/** The configuration of functions that are registered in code. */
final class RegisteredFunction {
  /** The handler that marks a function as registered. */
  static final String HANDLER = "boto4j.local::registered";

  private static final byte[] NO_CODE = {};

  private RegisteredFunction() {}

  static Map<String, Object> configuration(Functions functions, String name) {
    return Params.of(
        "FunctionName",
        name,
        "Runtime",
        "java21",
        "Role",
        "arn:aws:iam::" + functions.context.account() + ":role/boto4j-local",
        "Handler",
        HANDLER,
        "CodeSize",
        0L,
        "Description",
        "",
        "Timeout",
        900,
        "MemorySize",
        128,
        "LastModified",
        functions.timestamp(),
        "CodeSha256",
        Archives.sha256Text(NO_CODE),
        "Version",
        FunctionId.LATEST,
        "TracingConfig",
        Map.of("Mode", "PassThrough"),
        "RevisionId",
        Functions.newId(),
        "PackageType",
        "Zip",
        "Architectures",
        List.of("x86_64"),
        "EphemeralStorage",
        Map.of("Size", 512),
        "SnapStart",
        Map.of("ApplyOn", "None", "OptimizationStatus", "Off"),
        "LoggingConfig",
        Map.of("LogFormat", "Text", "LogGroup", "/aws/lambda/" + name));
  }
}
