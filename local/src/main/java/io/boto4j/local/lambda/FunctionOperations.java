package io.boto4j.local.lambda;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Functions: created, changed, listed and deleted. */
final class FunctionOperations {
  /**
   * The time that a function is {@code Pending}, and that an update is in progress. The answers of
   * CreateFunction and of updates report these states; the next call sees the function ready, so
   * that tests need not wait.
   */
  private static final Duration ACTIVATION = Duration.ZERO;

  private final Functions functions;
  private final Configuration configuration;
  private final Consumer<String> changed;
  private final OperationTable table;

  /** Called with the names of functions that were deleted. */
  private final List<Consumer<String>> deleted = new ArrayList<>();

  FunctionOperations(
      Functions functions, Layers layers, OperationTable table, Consumer<String> changed) {
    this.functions = functions;
    this.configuration = new Configuration(functions, layers);
    this.table = table;
    this.changed = changed;
  }

  void register() {
    table.read("CreateFunction", this::create);
    table.read("GetFunction", this::get);
    table.read("GetFunctionConfiguration", call -> view(call.input()));
    table.read("UpdateFunctionCode", this::updateCode);
    table.write("UpdateFunctionConfiguration", this::updateConfiguration);
    table.write("DeleteFunction", this::delete);
    table.read("ListFunctions", this::list);
    table.read("ListVersionsByFunction", this::listVersions);
    table.write("PublishVersion", this::publish);
  }

  void onDelete(Consumer<String> listener) {
    deleted.add(listener);
  }

  // Creation and code

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    FunctionId id = FunctionId.of(input.text("FunctionName"));
    if (id.name().length() > 64) {
      throw LambdaErrors.constraint(
          id.name(), "functionName", "Member must have length less than or equal to 64");
    }
    Map<String, Object> made = configuration.created(id.name(), input);
    Structure given = structure(input.structure("Code"));
    byte[] archive = Archives.read(functions.context, given);
    if (archive == null && given.text("ImageUri") == null) {
      throw LambdaErrors.parameter("Please provide a source for function code.");
    }
    return table.change(() -> created(id.name(), input, made, given, archive));
  }

  private Map<String, ?> created(
      String name,
      Structure input,
      Map<String, Object> made,
      Structure given,
      byte @Nullable [] archive) {
    if (functions.find(name) != null) {
      throw LambdaErrors.conflict("Function already exist: " + name);
    }
    Map<String, Object> source = source(given, archive, made);
    Map<String, Object> function = new LinkedHashMap<>();
    function.put("FunctionName", name);
    function.put("LastVersion", 0);
    for (String member : List.of("Tags", "CodeSigningConfigArn")) {
      Object value = input.get(member);
      if (value != null) {
        function.put(member, value);
      }
    }
    functions.put(name, function);
    touch(made);
    made.put("ActiveAt", functions.now().plus(ACTIVATION));
    functions.putVersion(name, FunctionId.LATEST, made, source);
    Structure stored = functions.latest(name);
    if (Boolean.TRUE.equals(input.bool("Publish"))) {
      stored = publish(name, null);
    }
    Map<String, Object> answer = view(stored, null);
    answer.put("State", "Pending");
    answer.put("StateReason", "The function is being created.");
    answer.put("StateReasonCode", "Creating");
    answer.remove("LastUpdateStatus");
    return answer;
  }

  private static Structure structure(@Nullable Structure given) {
    return given == null ? Structures.of(Map.of()) : given;
  }

  private Map<String, Object> source(
      Structure given, byte @Nullable [] archive, Map<String, Object> made) {
    if (archive != null) {
      made.put("CodeSize", (long) archive.length);
      made.put("CodeSha256", Archives.sha256Text(archive));
      return Params.of("Key", functions.keep(archive));
    }
    String image = Functions.text(given, "ImageUri");
    made.put("CodeSize", 0L);
    made.put(
        "CodeSha256",
        HexFormat.of().formatHex(Archives.sha256(image.getBytes(StandardCharsets.UTF_8))));
    return Params.of("ImageUri", image);
  }

  private void touch(Map<String, Object> made) {
    made.put("LastModified", functions.timestamp());
    made.put("RevisionId", Functions.newId());
  }

  private Map<String, ?> updateCode(EngineCall call) {
    Structure input = call.input();
    FunctionId id = latestOnly(FunctionId.of(input.text("FunctionName")));
    functions.get(id);
    byte[] archive = Archives.read(functions.context, input);
    if (archive == null && input.text("ImageUri") == null) {
      throw LambdaErrors.parameter("Please provide a source for function code.");
    }
    Map<String, ?> answer = table.change(() -> codeUpdated(id, input, archive));
    changed.accept(id.name());
    return answer;
  }

  private Map<String, ?> codeUpdated(FunctionId id, Structure input, byte @Nullable [] archive) {
    functions.get(id);
    Structure before = functions.latest(id.name());
    checkRevision(input.text("RevisionId"), before, "GetFunction");
    Map<String, Object> made = new LinkedHashMap<>(before.map("Configuration"));
    if (Boolean.TRUE.equals(input.bool("DryRun"))) {
      if (archive != null) {
        made.put("CodeSize", (long) archive.length);
        made.put("CodeSha256", Archives.sha256Text(archive));
      }
      return view(Structures.of(Map.of("Configuration", made)), null);
    }
    Map<String, Object> source = source(input, archive, made);
    if (!input.texts("Architectures").isEmpty()) {
      made.put("Architectures", input.texts("Architectures"));
    }
    return updated(id.name(), made, source, Boolean.TRUE.equals(input.bool("Publish")));
  }

  private Map<String, ?> updated(
      String name, Map<String, Object> made, Map<String, ?> source, boolean publish) {
    touch(made);
    made.put("UpdatedAt", functions.now().plus(ACTIVATION));
    functions.putVersion(name, FunctionId.LATEST, made, source);
    functions.edit(name, "Changed", true);
    Structure version = publish ? publish(name, null) : functions.latest(name);
    Map<String, Object> answer = view(version, publish ? version(version) : null);
    answer.put("LastUpdateStatus", "InProgress");
    answer.put("LastUpdateStatusReason", "The function is being created.");
    answer.put("LastUpdateStatusReasonCode", "Creating");
    return answer;
  }

  private Map<String, ?> updateConfiguration(EngineCall call) {
    Structure input = call.input();
    FunctionId id = latestOnly(FunctionId.of(input.text("FunctionName")));
    functions.get(id);
    Structure before = functions.latest(id.name());
    checkRevision(input.text("RevisionId"), before, "GetFunction");
    Map<String, Object> made = configuration.updated(id.name(), input, before.map("Configuration"));
    changed.accept(id.name());
    return updated(id.name(), made, before.map("Source"), false);
  }

  private static void checkRevision(@Nullable String given, Structure version, String operation) {
    if (given != null && !given.equals(version.text("Configuration", "RevisionId"))) {
      throw LambdaErrors.revision(operation + "/GetFunctionConfiguration");
    }
  }

  private static FunctionId latestOnly(FunctionId id) {
    if (id.qualifier() != null && !id.qualifier().equals(FunctionId.LATEST)) {
      throw LambdaErrors.parameter(
          "This operation is permitted on Lambda functions only. Aliases and versions do not"
              + " support this operation. Please specify either a function name or an unqualified"
              + " function ARN.");
    }
    return id;
  }

  // Views

  private static String version(Structure version) {
    return Functions.text(version, "Configuration", "Version");
  }

  private Map<String, Object> view(Structure input) {
    FunctionId id = FunctionId.of(input.text("FunctionName"), input.text("Qualifier"));
    return view(functions.resolve(id), id.qualifier());
  }

  /** The configuration as callers see it, with the ARN they asked for. */
  Map<String, Object> view(Structure version, @Nullable String qualifier) {
    Structure stored = version.map("Configuration");
    Map<String, Object> shown = new LinkedHashMap<>(stored);
    shown.put("FunctionArn", functions.arn(Functions.text(stored, "FunctionName"), qualifier));
    shown.remove("ActiveAt");
    shown.remove("UpdatedAt");
    boolean pending = isAhead(stored.instant("ActiveAt"));
    shown.put("State", pending ? "Pending" : "Active");
    if (pending) {
      shown.put("StateReason", "The function is being created.");
      shown.put("StateReasonCode", "Creating");
    }
    shown.put(
        "LastUpdateStatus", isAhead(stored.instant("UpdatedAt")) ? "InProgress" : "Successful");
    return shown;
  }

  private boolean isAhead(@Nullable Instant time) {
    return time != null && functions.now().isBefore(time);
  }

  private Map<String, Object> listed(Structure version, @Nullable String qualifier) {
    Map<String, Object> shown = view(version, qualifier);
    for (String member : List.of("State", "StateReason", "StateReasonCode", "LastUpdateStatus")) {
      shown.remove(member);
    }
    shown.remove("RuntimeVersionConfig");
    return shown;
  }

  private Map<String, ?> get(EngineCall call) {
    FunctionId id =
        FunctionId.of(call.input().text("FunctionName"), call.input().text("Qualifier"));
    Structure version = functions.resolve(id);
    Structure function = functions.get(id);
    Integer reserved = function.integer("Reserved");
    return Params.of(
        "Configuration",
        view(version, id.qualifier()),
        "Code",
        code(id.name(), version),
        "Tags",
        function.map("Tags").isEmpty() ? null : function.map("Tags"),
        "Concurrency",
        reserved == null ? null : Map.of("ReservedConcurrentExecutions", reserved));
  }

  private Map<String, ?> code(String name, Structure version) {
    String image = version.text("Source", "ImageUri");
    if (image != null) {
      String repository = image.replaceFirst("[:@][^/]*$", "");
      return Map.of(
          "RepositoryType",
          "ECR",
          "ImageUri",
          image,
          "ResolvedImageUri",
          repository + "@sha256:" + Functions.text(version, "Configuration", "CodeSha256"));
    }
    String region = functions.context.region();
    return Map.of(
        "RepositoryType",
        "S3",
        "Location",
        "https://awslambda-"
            + region
            + "-tasks.s3."
            + region
            + ".amazonaws.com/snapshots/"
            + functions.context.account()
            + "/"
            + name
            + "-"
            + version.text("Source", "Key"));
  }

  private Map<String, ?> list(EngineCall call) {
    boolean all = "ALL".equals(call.input().text("FunctionVersion"));
    List<Map<String, ?>> found = new ArrayList<>();
    for (String name : functions.names()) {
      if (!all) {
        found.add(listed(functions.latest(name), null));
      } else {
        functions.versions(name).forEach(each -> found.add(listed(each, version(each))));
      }
    }
    return Pages.page(call.input(), "Functions", found);
  }

  private Map<String, ?> listVersions(EngineCall call) {
    FunctionId id = FunctionId.of(call.input().text("FunctionName"));
    functions.get(id);
    List<Map<String, ?>> found = new ArrayList<>();
    functions.versions(id.name()).forEach(each -> found.add(listed(each, version(each))));
    return Pages.page(call.input(), "Versions", found);
  }

  // Versions

  private Map<String, ?> publish(EngineCall call) {
    Structure input = call.input();
    FunctionId id = FunctionId.of(input.text("FunctionName"));
    functions.get(id);
    Structure latest = functions.latest(id.name());
    checkRevision(input.text("RevisionId"), latest, "GetFunction");
    String expected = input.text("CodeSha256");
    String actual = latest.text("Configuration", "CodeSha256");
    if (expected != null && !expected.isEmpty() && !expected.equals(actual)) {
      throw LambdaErrors.parameter(
          "CodeSHA256 ("
              + expected
              + ") is different from current CodeSHA256 in $LATEST ("
              + actual
              + "). Please try again with the CodeSHA256 in $LATEST.");
    }
    Structure published = publish(id.name(), input.text("Description"));
    return view(published, version(published));
  }

  /** Publishes a version, unless nothing has changed since the last. */
  private Structure publish(String name, @Nullable String description) {
    Structure function = Objects.requireNonNull(functions.find(name));
    Integer stored = function.integer("LastVersion");
    int last = stored == null ? 0 : stored;
    Structure previous = last == 0 ? null : functions.version(name, String.valueOf(last));
    if (previous != null && !Boolean.TRUE.equals(function.bool("Changed"))) {
      return previous;
    }
    String version = String.valueOf(last + 1);
    Structure latest = functions.latest(name);
    Map<String, Object> made = new LinkedHashMap<>(latest.map("Configuration"));
    made.put("Version", version);
    made.put("RevisionId", Functions.newId());
    if (description != null && !description.isEmpty()) {
      made.put("Description", description);
    }
    if ("PublishedVersions".equals(latest.text("Configuration", "SnapStart", "ApplyOn"))) {
      made.put("SnapStart", Map.of("ApplyOn", "PublishedVersions", "OptimizationStatus", "On"));
    }
    functions.putVersion(name, version, made, latest.map("Source"));
    functions.edit(name, "LastVersion", last + 1);
    functions.edit(name, "Changed", null);
    return Objects.requireNonNull(functions.version(name, version));
  }

  private Map<String, ?> delete(EngineCall call) {
    FunctionId id =
        FunctionId.of(call.input().text("FunctionName"), call.input().text("Qualifier"));
    functions.get(id);
    String qualifier = id.qualifier();
    if (qualifier == null) {
      functions.remove(id.name());
      deleted.forEach(listener -> listener.accept(id.name()));
      changed.accept(id.name());
      return Map.of("StatusCode", 204);
    }
    if (qualifier.equals(FunctionId.LATEST)) {
      throw LambdaErrors.parameter(
          "$LATEST version cannot be deleted without deleting the function.");
    }
    List<String> referring = new ArrayList<>();
    for (Structure alias : functions.aliases(id.name())) {
      if (qualifier.equals(alias.text("FunctionVersion"))
          || alias.map("RoutingConfig", "AdditionalVersionWeights").containsKey(qualifier)) {
        referring.add(Functions.text(alias, "Name"));
      }
    }
    if (!referring.isEmpty()) {
      referring.sort(Comparator.naturalOrder());
      throw LambdaErrors.conflict(
          "Unable to delete version because the following aliases reference it: " + referring);
    }
    functions.removeVersion(id.name(), qualifier);
    changed.accept(id.name());
    return Map.of("StatusCode", 204);
  }
}
