package io.boto4j.local.ssm;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads parameters: one, several, below a path, with their history. */
final class ParameterReads {
  private static final String SECRETS = "/aws/reference/secretsmanager/";
  private static final int PATH_PAGE = 10;
  private static final int HISTORY_PAGE = 50;

  private final Parameters parameters;
  private final PublicParameters published;
  private final SecureStrings secure;

  ParameterReads(Parameters parameters, PublicParameters published, SecureStrings secure) {
    this.parameters = parameters;
    this.published = published;
    this.secure = secure;
  }

  void register(OperationTable table) {
    table.read("GetParameter", this::get);
    table.read("GetParameters", this::getAll);
    table.read("GetParametersByPath", this::byPath);
    table.read("DescribeParameters", this::describe);
    table.read("GetParameterHistory", this::history);
  }

  private static boolean decrypts(Structure input) {
    return Boolean.TRUE.equals(input.bool("WithDecryption"));
  }

  private Params view(String name, Structure version, boolean decrypt) {
    return Params.of(
        "Name", name,
        "Type", version.text("Type"),
        "Value", decrypt ? secure.decrypt(name, version) : version.text("Value"),
        "Version", version.longInteger("Version"),
        "LastModifiedDate", version.instant("LastModifiedDate"),
        "ARN", parameters.arn(name),
        "DataType", version.text("DataType"));
  }

  /** A parameter by name, ARN, version or label; null if there is none. */
  private @Nullable Params lookUp(String given, boolean decrypt) {
    if (given.startsWith(SECRETS)) {
      return secret(given, decrypt);
    }
    String name = given;
    String selector = null;
    int colon = given.indexOf(':', given.startsWith("arn:") ? given.indexOf(":parameter/") + 1 : 0);
    if (colon > 0) {
      name = given.substring(0, colon);
      selector = given.substring(colon + 1);
    }
    String key = Parameters.key(name);
    if (PublicParameters.isPublic(key)) {
      Params found = published.find(key);
      return found == null || selector == null ? found : found.with("Selector", ":" + selector);
    }
    Structure parameter =
        selector != null && selector.indexOf(':') >= 0 ? null : parameters.find(name);
    if (parameter == null) {
      return null;
    }
    String stored = String.valueOf(parameter.text("Name"));
    if (selector == null) {
      return view(stored, Parameters.newest(parameter), decrypt);
    }
    Structure version = null;
    if (selector.matches("\\d{1,18}")) {
      version = Parameters.version(parameter, Long.parseLong(selector));
    }
    if (version == null) {
      version = Parameters.labelled(parameter, selector);
    }
    if (version == null) {
      if (selector.matches("\\d+")) {
        throw SsmErrors.noVersion(selector, name);
      }
      throw new EngineException(
          "ParameterVersionNotFound",
          "Systems Manager could not find label "
              + selector
              + " for parameter "
              + name
              + ". Verify the label and try again.");
    }
    return view(stored, version, decrypt).with("Selector", ":" + selector);
  }

  /** A secret of Secrets Manager, which can be read as a parameter. */
  private Params secret(String given, boolean decrypt) {
    if (!decrypt) {
      throw SsmErrors.validation(
          "WithDecryption flag must be True for retrieving a Secret Manager" + " secret.");
    }
    String id = given.substring(SECRETS.length());
    String selector = null;
    int colon = id.indexOf(':');
    if (colon > 0) {
      selector = id.substring(colon + 1);
      id = id.substring(0, colon);
    }
    Params input = Params.of("SecretId", id);
    if (selector != null) {
      input =
          input.with(selector.matches("[0-9a-f-]{36}") ? "VersionId" : "VersionStage", selector);
    }
    try {
      Map<String, ?> answer = parameters.context.call("secretsmanager", "GetSecretValue", input);
      Structure value = Structures.of(answer);
      return Params.of(
          "Name",
          given,
          "Type",
          "SecureString",
          "Value",
          value.text("SecretString"),
          "Version",
          0L,
          "SourceResult",
          Json.write(text(answer)),
          "LastModifiedDate",
          value.instant("CreatedDate"),
          "ARN",
          value.text("ARN"),
          "DataType",
          "text");
    } catch (EngineException e) {
      throw SsmErrors.noParameter(
          "An error occurred (ParameterNotFound) when referencing Secrets Manager: Secret "
              + given
              + " not found.");
    }
  }

  private static Map<String, Object> text(Map<String, ?> answer) {
    Map<String, Object> text = new java.util.LinkedHashMap<>();
    answer.forEach(
        (name, value) ->
            text.put(name, value instanceof java.time.Instant ? value.toString() : value));
    return text;
  }

  private Map<String, ?> get(EngineCall call) {
    String name = String.valueOf(call.input().text("Name"));
    Params found = lookUp(name, decrypts(call.input()));
    if (found == null) {
      throw SsmErrors.noParameter("Parameter " + name + " not found.");
    }
    return Params.of("Parameter", found);
  }

  private Map<String, ?> getAll(EngineCall call) {
    List<String> names = call.input().texts("Names");
    if (names.size() > 10) {
      throw SsmErrors.validation(
          "1 validation error detected: Value '["
              + String.join(", ", names)
              + "]' at 'names' failed to satisfy constraint: Member must have length less than or"
              + " equal to 10.");
    }
    List<Params> found = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    for (String name : new LinkedHashSet<>(names)) {
      Params one;
      try {
        one = lookUp(name, decrypts(call.input()));
      } catch (EngineException e) {
        if (!e.code().equals("ParameterVersionNotFound")) {
          throw e;
        }
        one = null;
      }
      if (one == null) {
        invalid.add(name);
      } else {
        found.add(one);
      }
    }
    return Params.of("Parameters", found, "InvalidParameters", invalid);
  }

  static Params page(Structure input, String member, List<?> items, int most) {
    String token = input.text("NextToken");
    Integer max = input.integer("MaxResults");
    if (token != null && !token.matches("\\d{1,8}")) {
      throw new EngineException("InvalidNextToken", "The specified token is not valid.");
    }
    int from = token == null ? 0 : Math.min(items.size(), Integer.parseInt(token));
    int to = Math.min(items.size(), from + (max == null ? most : max));
    return Params.of(
        member,
        List.copyOf(items.subList(from, to)),
        "NextToken",
        to < items.size() ? String.valueOf(to) : null);
  }

  private static void checkMax(Structure input, int most, String quote, String end) {
    Integer max = input.integer("MaxResults");
    if (max != null && max > most) {
      throw SsmErrors.validation(
          "1 validation error detected: Value "
              + quote
              + max
              + quote
              + " at 'maxResults' failed to satisfy constraint: Member must have value less than or"
              + " equal to "
              + most
              + end);
    }
  }

  private Map<String, ?> byPath(EngineCall call) {
    Structure input = call.input();
    checkMax(input, PATH_PAGE, "", "");
    List<Structure> filters = input.structures("ParameterFilters");
    ParameterFilters.check(filters, true);
    String path = String.valueOf(input.text("Path")).replaceFirst("/+$", "") + "/";
    boolean recursive = Boolean.TRUE.equals(input.bool("Recursive"));
    List<Params> found = new ArrayList<>();
    if (PublicParameters.isPublic(path)) {
      found.addAll(published.below(path, recursive, filters));
    }
    for (Structure parameter : parameters.all()) {
      String name = String.valueOf(parameter.text("Name"));
      String full = name.startsWith("/") ? name : "/" + name;
      if (full.startsWith(path)
          && (recursive || full.indexOf('/', path.length()) < 0)
          && ParameterFilters.matches(parameter, filters)) {
        found.add(view(name, Parameters.newest(parameter), false));
      }
    }
    Params page = page(input, "Parameters", found, PATH_PAGE);
    if (decrypts(input)) {
      List<Params> plain = new ArrayList<>();
      for (Object each : (List<?>) Objects.requireNonNull(page.get("Parameters"))) {
        String name = String.valueOf(((Map<?, ?>) each).get("Name"));
        Params one = lookUp(name, true);
        if (one != null) {
          plain.add(one);
        }
      }
      page = page.with("Parameters", plain);
    }
    return page;
  }

  private static Params description(String name, String arn, Structure version) {
    return Params.of(
        "Name", name,
        "ARN", arn,
        "Type", version.text("Type"),
        "KeyId", version.text("KeyId"),
        "LastModifiedDate", version.instant("LastModifiedDate"),
        "LastModifiedUser", version.text("LastModifiedUser"),
        "Description", version.text("Description"),
        "AllowedPattern", version.text("AllowedPattern"),
        "Version", version.longInteger("Version"),
        "Tier", version.text("Tier"),
        "Policies",
            policies(version.text("Policies")).isEmpty()
                ? null
                : policies(version.text("Policies")),
        "DataType", version.text("DataType"));
  }

  private static List<Params> policies(@Nullable String text) {
    List<Params> policies = new ArrayList<>();
    if (text != null) {
      try {
        if (Json.read(text) instanceof List<?> list) {
          for (Object each : list) {
            Object type = each instanceof Map<?, ?> map ? map.get("Type") : each;
            policies.add(
                Params.of(
                    "PolicyText",
                    each instanceof String plain ? plain : Json.write(each),
                    "PolicyType",
                    String.valueOf(type),
                    "PolicyStatus",
                    "Finished"));
          }
        }
      } catch (io.boto4j.error.Boto4jException | IllegalArgumentException e) {
        policies.clear();
      }
    }
    return policies;
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    List<Structure> filters = input.structures("ParameterFilters");
    List<Structure> old = input.structures("Filters");
    if (!filters.isEmpty() && !old.isEmpty()) {
      throw SsmErrors.validation(
          "You can use either Filters or ParameterFilters in a single request.");
    }
    ParameterFilters.check(filters, false);
    List<Params> found = new ArrayList<>();
    for (Structure parameter : parameters.all()) {
      if (ParameterFilters.matches(parameter, filters)
          && ParameterFilters.matchesOld(parameter, old)) {
        String name = String.valueOf(parameter.text("Name"));
        found.add(description(name, parameters.arn(name), Parameters.newest(parameter)));
      }
    }
    Params page = page(input, "Parameters", found, PATH_PAGE);
    // AWS finds out only with the next request that a full page was the last.
    int from = Integer.parseInt(Objects.requireNonNullElse(input.text("NextToken"), "0"));
    int most = Objects.requireNonNullElse(input.integer("MaxResults"), PATH_PAGE);
    return from + most == found.size()
        ? page.with("NextToken", String.valueOf(found.size()))
        : page;
  }

  private Map<String, ?> history(EngineCall call) {
    Structure input = call.input();
    checkMax(input, HISTORY_PAGE, "'", ".");
    String name = String.valueOf(input.text("Name"));
    Structure parameter = parameters.get(name);
    String stored = String.valueOf(parameter.text("Name"));
    List<Params> versions = new ArrayList<>();
    for (Structure version : parameter.structures("Versions")) {
      versions.add(
          description(stored, parameters.arn(stored), version)
              .without("ARN")
              .with(
                  "Value",
                  decrypts(input) ? secure.decrypt(stored, version) : version.text("Value"))
              .with("Labels", version.texts("Labels")));
    }
    return page(input, "Parameters", versions, HISTORY_PAGE);
  }
}
