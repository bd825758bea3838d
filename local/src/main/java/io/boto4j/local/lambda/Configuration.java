package io.boto4j.local.lambda;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the configuration of a version from the input of CreateFunction and of updates. */
final class Configuration {
  private static final String ROLE =
      "arn:(aws[a-zA-Z-]*)?:iam::(\\d{12}):role/?[a-zA-Z_0-9+=,.@\\-_/]+";
  private static final Pattern ROLE_FORM = Pattern.compile(ROLE);
  private static final Pattern RUNTIME =
      Pattern.compile(
          "nodejs(\\d+\\.x|4\\.3|4\\.3-edge|6\\.10|8\\.10)?|java\\d+(\\.al2)?|python\\d\\.\\d+"
              + "|dotnet(core)?\\d+(\\.\\d)?|go1\\.x|ruby\\d\\.\\d|provided(\\.al2|\\.al2023)?");
  private static final List<String> RESERVED_VARIABLES =
      List.of(
          "_HANDLER",
          "AWS_LAMBDA_FUNCTION_NAME",
          "AWS_LAMBDA_FUNCTION_VERSION",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
          "AWS_LAMBDA_LOG_GROUP_NAME",
          "AWS_LAMBDA_LOG_STREAM_NAME",
          "AWS_LAMBDA_RUNTIME_API",
          "AWS_REGION",
          "AWS_DEFAULT_REGION",
          "AWS_EXECUTION_ENV",
          "AWS_ACCESS_KEY",
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "LAMBDA_TASK_ROOT",
          "LAMBDA_RUNTIME_DIR",
          "AWS_XRAY_DAEMON_ADDRESS",
          "AWS_LAMBDA_INITIALIZATION_TYPE");

  private final Functions functions;
  private final Layers layers;

  Configuration(Functions functions, Layers layers) {
    this.functions = functions;
    this.layers = layers;
  }

  /** The configuration of a new function. */
  Map<String, Object> created(String name, Structure input) {
    boolean image = isImage(input);
    check(input, image);
    if (!image && (input.text("Runtime") == null || input.text("Handler") == null)) {
      throw LambdaErrors.parameter(
          "Runtime and Handler are mandatory parameters for functions created with deployment"
              + " packages.");
    }
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("FunctionName", name);
    copy(input, made, "Runtime", "Role", "Handler");
    made.put("Description", orElse(input.text("Description"), ""));
    made.put("Timeout", orElse(input.integer("Timeout"), 3));
    made.put("MemorySize", orElse(input.integer("MemorySize"), 128));
    made.put("Version", FunctionId.LATEST);
    made.put("TracingConfig", Map.of("Mode", "PassThrough"));
    made.put("PackageType", image ? "Image" : "Zip");
    made.put("Architectures", List.of("x86_64"));
    made.put("EphemeralStorage", Map.of("Size", 512));
    made.put("SnapStart", Map.of("ApplyOn", "None", "OptimizationStatus", "Off"));
    made.put("LoggingConfig", logging(name, null));
    apply(name, input, made);
    copy(input, made, "Architectures", "TenancyConfig");
    if (!image) {
      String runtime = String.valueOf(input.text("Runtime"));
      made.put(
          "RuntimeVersionConfig",
          Map.of(
              "RuntimeVersionArn",
              "arn:aws:lambda:"
                  + functions.context.region()
                  + "::runtime:"
                  + java.util.HexFormat.of()
                      .formatHex(
                          Archives.sha256(
                              runtime.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
    }
    return made;
  }

  /** The configuration of a function after UpdateFunctionConfiguration. */
  Map<String, Object> updated(String name, Structure input, Structure before) {
    check(input, "Image".equals(before.text("PackageType")));
    Map<String, Object> made = new LinkedHashMap<>(before);
    copy(input, made, "Runtime", "Role", "Handler", "Description", "Timeout", "MemorySize");
    apply(name, input, made);
    return made;
  }

  private static boolean isImage(Structure input) {
    return "Image".equals(input.text("PackageType")) || input.text("Code", "ImageUri") != null;
  }

  private void apply(String name, Structure input, Map<String, Object> made) {
    copy(
        input,
        made,
        "TracingConfig",
        "EphemeralStorage",
        "FileSystemConfigs",
        "KMSKeyArn",
        "DurableConfig",
        "CapacityProviderConfig");
    replace(made, "DeadLetterConfig", input.structure("DeadLetterConfig"), "TargetArn");
    Structure environment = input.structure("Environment");
    if (environment != null) {
      if (environment.map("Variables").isEmpty()) {
        made.remove("Environment");
      } else {
        made.put("Environment", Map.of("Variables", environment.map("Variables")));
      }
    }
    Structure snapStart = input.structure("SnapStart");
    if (snapStart != null) {
      made.put(
          "SnapStart",
          Map.of("ApplyOn", Functions.text(snapStart, "ApplyOn"), "OptimizationStatus", "Off"));
    }
    Structure image = input.structure("ImageConfig");
    if (image != null) {
      made.put("ImageConfigResponse", Map.of("ImageConfig", image));
    }
    Structure network = input.structure("VpcConfig");
    if (network != null) {
      vpc(network, made);
    }
    if (input.containsKey("Layers")) {
      List<Map<String, ?>> used = layers.references(input.texts("Layers"));
      if (used.isEmpty()) {
        made.remove("Layers");
      } else {
        made.put("Layers", used);
      }
    }
    Structure logging = input.structure("LoggingConfig");
    if (logging != null) {
      made.put("LoggingConfig", logging(name, logging));
    }
  }

  /** The identifier of the network is not known here, since subnets are not. */
  private static void vpc(Structure network, Map<String, Object> made) {
    List<String> subnets = network.texts("SubnetIds");
    made.put(
        "VpcConfig",
        Params.of(
            "SubnetIds",
            subnets,
            "SecurityGroupIds",
            network.texts("SecurityGroupIds"),
            "VpcId",
            subnets.isEmpty() ? "" : "vpc-" + "0".repeat(8),
            "Ipv6AllowedForDualStack",
            Boolean.TRUE.equals(network.bool("Ipv6AllowedForDualStack"))));
  }

  private static Map<String, Object> logging(String name, @Nullable Structure given) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("LogFormat", "Text");
    if (given != null) {
      made.putAll(given);
      if ("JSON".equals(given.text("LogFormat"))) {
        made.putIfAbsent("ApplicationLogLevel", "INFO");
        made.putIfAbsent("SystemLogLevel", "INFO");
      }
    }
    made.putIfAbsent("LogGroup", "/aws/lambda/" + name);
    return made;
  }

  private static void replace(
      Map<String, Object> made, String member, @Nullable Structure value, String needed) {
    if (value == null) {
      return;
    }
    String text = value.text(needed);
    if (text == null || text.isEmpty()) {
      made.remove(member);
    } else {
      made.put(member, value);
    }
  }

  private static void copy(Structure input, Map<String, Object> made, String... members) {
    for (String member : members) {
      Object value = input.get(member);
      if (value != null) {
        made.put(member, value);
      }
    }
  }

  private static <T> T orElse(@Nullable T value, T other) {
    return value == null ? other : value;
  }

  // Checks

  private void check(Structure input, boolean image) {
    checkRole(input.text("Role"));
    String runtime = input.text("Runtime");
    if (runtime != null && !image && !RUNTIME.matcher(runtime).matches()) {
      throw LambdaErrors.parameter(
          "Value "
              + runtime
              + " at 'runtime' failed to satisfy constraint: Member must satisfy enum value set:"
              + " [nodejs20.x, nodejs22.x, nodejs24.x, java8.al2, java11, java17, java21, java25,"
              + " python3.10, python3.11, python3.12, python3.13, python3.14, dotnet8, dotnet10,"
              + " ruby3.2, ruby3.3, ruby3.4, provided.al2, provided.al2023] or be a valid ARN");
    }
    Integer storage = input.integer("EphemeralStorage", "Size");
    if (storage != null && storage > 10240) {
      throw LambdaErrors.constraint(
          storage, "ephemeralStorage.size", "Member must have value less than or equal to 10240");
    }
    List<String> architectures = input.texts("Architectures");
    if (architectures.size() > 1
        || !List.of("x86_64", "arm64").containsAll(new ArrayList<>(architectures))) {
      throw LambdaErrors.constraint(
          architectures.stream().collect(java.util.stream.Collectors.joining("', '", "['", "']")),
          "architectures",
          "Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64],"
              + " Member must not be null]");
    }
    for (String variable : input.map("Environment", "Variables").keySet()) {
      if (RESERVED_VARIABLES.contains(variable)) {
        throw LambdaErrors.parameter(
            "Lambda was unable to configure your environment variables because the environment"
                + " variables you have provided contains reserved keys that are currently not"
                + " supported for modification. Reserved keys used in this request: "
                + variable);
      }
    }
  }

  private void checkRole(@Nullable String role) {
    if (role == null) {
      return;
    }
    if (!ROLE_FORM.matcher(role).matches()) {
      throw LambdaErrors.constraint(
          role, "role", "Member must satisfy regular expression pattern: " + ROLE);
    }
    String account = role.split(":", 6)[4];
    if (!account.equals(functions.context.account())) {
      throw LambdaErrors.of("AccessDeniedException", "Cross-account pass role is not allowed.");
    }
    if (functions.context.engine("iam") == null) {
      return;
    }
    try {
      Map<String, ?> answer =
          functions.context.call(
              "iam", "GetRole", Map.of("RoleName", role.substring(role.lastIndexOf('/') + 1)));
      if (role.equals(Functions.structure(answer).text("Role", "Arn"))) {
        return;
      }
    } catch (EngineException e) {
      if (Objects.equals(e.code(), "NotImplemented")) {
        return;
      }
    }
    throw LambdaErrors.parameter("The role defined for the function cannot be assumed by Lambda.");
  }
}
