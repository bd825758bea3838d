package io.boto4j.local.ssm;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.error.Boto4jException;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Documents with versions, in JSON or YAML. They are stored and shared, but not run. */
final class Documents {
  private final EngineContext context;
  private final MVMap<String, Object> map;

  Documents(EngineContext context) {
    this.context = context;
    this.map = context.store().map("documents");
  }

  void register(OperationTable table) {
    table.write("CreateDocument", this::create);
    table.read("GetDocument", this::get);
    table.read(
        "DescribeDocument",
        call -> {
          Structure document = require(call.input());
          return Params.of("Document", view(document, version(document, call.input())));
        });
    table.write("UpdateDocument", this::update);
    table.write("UpdateDocumentDefaultVersion", this::updateDefault);
    table.write("DeleteDocument", this::delete);
    table.read("ListDocuments", this::list);
    table.read("ListDocumentVersions", this::listVersions);
    table.read("DescribeDocumentPermission", this::permissions);
    table.write("ModifyDocumentPermission", this::modifyPermission);
  }

  @SuppressWarnings("unchecked") // Only this class writes the map.
  @Nullable Structure find(String name) {
    return map.get(name) instanceof Map<?, ?> document
        ? Structures.of((Map<String, ?>) document)
        : null;
  }

  private static EngineException invalid() {
    return new EngineException("InvalidDocument", "The specified document does not exist.");
  }

  private Structure require(Structure input) {
    Structure document = find(String.valueOf(input.text("Name")));
    if (document == null) {
      throw invalid();
    }
    return document;
  }

  /** The parsed content of the version that a request names. */
  Structure content(Map<String, ?> request) {
    Structure input = Structures.of(request);
    Structure version = version(require(input), input);
    return parse(String.valueOf(version.text("Content")), String.valueOf(version.text("Format")));
  }

  Structure edit(Structure document, Map<String, ?> members) {
    Map<String, Object> changed = new LinkedHashMap<>(document);
    changed.putAll(members);
    map.put(String.valueOf(document.text("Name")), changed);
    return Structures.of(changed);
  }

  private static EngineException content(String message) {
    return new EngineException("InvalidDocumentContent", message);
  }

  @SuppressWarnings("unchecked") // JSON objects have texts as keys.
  private static Structure parse(String content, String format) {
    if (!format.equals("JSON") && !format.equals("YAML")) {
      throw SsmErrors.validation("Invalid document format " + format);
    }
    Object json;
    try {
      json = format.equals("JSON") ? Json.read(content) : SimpleYaml.read(content);
    } catch (Boto4jException | IllegalArgumentException e) {
      throw content("The content for the document is not valid.");
    }
    if (!(json instanceof Map<?, ?> map) || map.get("schemaVersion") == null) {
      throw content("The content for the document is not valid.");
    }
    return Structures.of((Map<String, ?>) map);
  }

  private Map<String, Object> newVersion(Structure input, String number, String format) {
    String content = String.valueOf(input.text("Content"));
    Structure json = parse(content, format);
    Object description = json.get("description");
    return new LinkedHashMap<>(
        Params.of(
            "DocumentVersion",
            number,
            "VersionName",
            input.text("VersionName"),
            "Content",
            content,
            "Format",
            format,
            "SchemaVersion",
            String.valueOf(json.get("schemaVersion")),
            "Description",
            description == null ? null : description.toString(),
            "TargetType",
            input.text("TargetType"),
            "CreatedDate",
            context.clock().instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private static String format(Structure input) {
    String format = input.text("DocumentFormat");
    return format == null ? "JSON" : format;
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("Name"));
    if (find(name) != null) {
      throw new EngineException("DocumentAlreadyExists", "The specified document already exists.");
    }
    String type = input.text("DocumentType");
    Params document =
        Params.of(
            "Name",
            name,
            "DocumentType",
            type == null ? "Command" : type,
            "Requires",
            input.structures("Requires"),
            "Default",
            "1",
            "Latest",
            "1",
            "Versions",
            List.of(newVersion(input, "1", format(input))),
            "Shared",
            List.of(),
            "Tags",
            input.structures("Tags"));
    map.put(name, new LinkedHashMap<>(document));
    Structure stored = Structures.of(document);
    return Params.of("DocumentDescription", view(stored, version(stored, "1")));
  }

  private static Structure version(Structure document, String number) {
    for (Structure version : document.structures("Versions")) {
      if (number.equals(version.text("DocumentVersion"))) {
        return version;
      }
    }
    throw invalid();
  }

  private static Structure version(Structure document, Structure input) {
    String number = input.text("DocumentVersion");
    String name = input.text("VersionName");
    if ("$LATEST".equals(number)) {
      return version(document, String.valueOf(document.text("Latest")));
    }
    if (name != null) {
      for (Structure version : document.structures("Versions")) {
        if (name.equals(version.text("VersionName"))
            && (number == null || number.equals(version.text("DocumentVersion")))) {
          return version;
        }
      }
      throw invalid();
    }
    if (number == null || number.equals("$DEFAULT")) {
      return version(document, String.valueOf(document.text("Default")));
    }
    return version(document, number);
  }

  private static String hash(String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A default value as descriptions show it: {@code True}, or lists with spaces. */
  private static String shown(Object value) {
    if (value instanceof Boolean bool) {
      return bool ? "True" : "False";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Json::write).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof String plain ? plain : Json.write(value);
  }

  private static List<Params> parameters(Structure version) {
    List<Params> list = new ArrayList<>();
    Structure json =
        parse(String.valueOf(version.text("Content")), String.valueOf(version.text("Format")));
    Structure parameters = json.map("parameters");
    for (String name : parameters.keySet()) {
      Structure parameter = parameters.map(name);
      Object value = parameter.get("default");
      list.add(
          Params.of(
              "Name",
              name,
              "Type",
              parameter.text("type"),
              "Description",
              parameter.text("description"),
              "DefaultValue",
              value == null ? null : shown(value)));
    }
    return list;
  }

  private Params view(Structure document, Structure version) {
    String content = String.valueOf(version.text("Content"));
    return Params.of(
        "Hash", hash(content),
        "HashType", "Sha256",
        "Name", document.text("Name"),
        "VersionName", version.text("VersionName"),
        "Owner", context.account(),
        "CreatedDate", version.instant("CreatedDate"),
        "Status", "Active",
        "DocumentVersion", version.text("DocumentVersion"),
        "Description", version.text("Description"),
        "Parameters", parameters(version),
        "PlatformTypes", List.of("Linux", "Windows", "MacOS"),
        "DocumentType", document.text("DocumentType"),
        "SchemaVersion", version.text("SchemaVersion"),
        "LatestVersion", document.text("Latest"),
        "DefaultVersion", document.text("Default"),
        "DocumentFormat", version.text("Format"),
        "TargetType", version.text("TargetType"),
        "Tags", document.structures("Tags"));
  }

  private static @Nullable List<Structure> requires(Structure document) {
    List<Structure> requires = document.structures("Requires");
    return requires.isEmpty() ? null : requires;
  }

  private Map<String, ?> get(EngineCall call) {
    Structure document = require(call.input());
    Structure version = version(document, call.input());
    String content = String.valueOf(version.text("Content"));
    String stored = String.valueOf(version.text("Format"));
    String wanted = Objects.requireNonNullElse(call.input().text("DocumentFormat"), "JSON");
    if (!wanted.equals(stored) && !stored.equals("TEXT")) {
      // JSON is YAML, too.
      content = Json.write(parse(content, stored));
    }
    return Params.of(
        "Name", document.text("Name"),
        "CreatedDate", version.instant("CreatedDate"),
        "VersionName", version.text("VersionName"),
        "DocumentVersion", version.text("DocumentVersion"),
        "Status", "Active",
        "Content", content,
        "DocumentType", document.text("DocumentType"),
        "DocumentFormat", stored.equals("TEXT") ? stored : wanted,
        "Requires", requires(document));
  }

  private Map<String, ?> update(EngineCall call) {
    Structure input = call.input();
    Structure document = require(input);
    String latest = String.valueOf(document.text("Latest"));
    String wanted = input.text("DocumentVersion");
    if (wanted != null && !wanted.equals("$LATEST") && !wanted.equals(latest)) {
      throw new EngineException(
          "InvalidDocumentVersion", "The document version is not valid or does not exist.");
    }
    String name = input.text("VersionName");
    String content = String.valueOf(input.text("Content"));
    for (Structure version : document.structures("Versions")) {
      if (name != null && name.equals(version.text("VersionName"))) {
        throw new EngineException(
            "DuplicateDocumentVersionName", "The specified version name is a duplicate.");
      }
      String target = input.text("TargetType");
      if (content.equals(version.text("Content"))
          && (target == null || target.equals(version.text("TargetType")))) {
        throw new EngineException(
            "DuplicateDocumentContent",
            "The content of the association document matches another document. Change the content"
                + " of the document and try again.");
      }
    }
    String number = String.valueOf(Integer.parseInt(latest) + 1);
    List<Object> versions = new ArrayList<>(document.structures("Versions"));
    versions.add(newVersion(input, number, format(input)));
    Structure now = edit(document, Map.of("Versions", versions, "Latest", number));
    return Params.of("DocumentDescription", view(now, version(now, number)));
  }

  private Map<String, ?> updateDefault(EngineCall call) {
    Structure document = require(call.input());
    String number = String.valueOf(call.input().text("DocumentVersion"));
    Structure version = version(document, number);
    edit(document, Map.of("Default", number));
    return Params.of(
        "Description",
        Params.of(
            "Name", document.text("Name"),
            "DefaultVersion", number,
            "DefaultVersionName", version.text("VersionName")));
  }

  private static EngineException operation(String message) {
    return new EngineException("InvalidDocumentOperation", message);
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure input = call.input();
    Structure document = require(input);
    if (!document.structures("Shared").isEmpty()) {
      throw operation("Must unshare document first before delete");
    }
    if ("ApplicationConfigurationSchema".equals(document.text("DocumentType"))
        && !Boolean.TRUE.equals(input.bool("Force"))) {
      throw operation(
          "You attempted to delete a document while it is still shared. You must stop sharing the"
              + " document before you can delete it.");
    }
    if (input.text("DocumentVersion") == null && input.text("VersionName") == null) {
      map.remove(String.valueOf(document.text("Name")));
      return Map.of();
    }
    String number = String.valueOf(version(document, input).text("DocumentVersion"));
    if (number.equals(document.text("Default"))) {
      throw operation("Default version of the document can't be deleted.");
    }
    List<Structure> left = new ArrayList<>(document.structures("Versions"));
    left.removeIf(version -> number.equals(version.text("DocumentVersion")));
    String latest = String.valueOf(left.get(left.size() - 1).text("DocumentVersion"));
    edit(document, Map.of("Versions", left, "Latest", latest));
    return Map.of();
  }

  private boolean matches(Structure document, Structure filter) {
    List<String> values = filter.texts("Values");
    String key = String.valueOf(filter.text("Key"));
    Structure version = version(document, String.valueOf(document.text("Default")));
    return switch (key) {
      case "Owner" -> values.contains("Self") || values.contains(context.account());
      case "Name" ->
          values.stream().anyMatch(v -> String.valueOf(document.text("Name")).startsWith(v));
      case "DocumentType" -> values.contains(document.text("DocumentType"));
      case "SchemaVersion" -> values.contains(version.text("SchemaVersion"));
      case "TargetType" -> values.contains(version.text("TargetType"));
      case "PlatformTypes" -> true;
      default -> {
        if (key.startsWith("tag:")) {
          yield document.structures("Tags").stream()
              .anyMatch(
                  tag ->
                      key.substring(4).equals(tag.text("Key"))
                          && values.contains(tag.text("Value")));
        }
        throw new EngineException("InvalidFilterKey", "The specified key is not valid.");
      }
    };
  }

  private Map<String, ?> list(EngineCall call) {
    Structure input = call.input();
    if (!input.structures("DocumentFilterList").isEmpty()) {
      throw SsmErrors.validation("DocumentFilterList is deprecated. Instead use Filters.");
    }
    List<Params> found = new ArrayList<>();
    for (String name : map.keySet()) {
      Structure document = find(name);
      if (document != null
          && input.structures("Filters").stream().allMatch(f -> matches(document, f))) {
        Structure version = version(document, String.valueOf(document.text("Default")));
        found.add(
            view(document, version)
                .without("Hash")
                .without("HashType")
                .without("Status")
                .without("Description")
                .without("Parameters")
                .without("LatestVersion")
                .without("DefaultVersion")
                .with("Requires", requires(document)));
      }
    }
    // The last page has an empty token.
    return Params.of("NextToken", "")
        .withAll(ParameterReads.page(input, "DocumentIdentifiers", found, 10));
  }

  private Map<String, ?> listVersions(EngineCall call) {
    Structure document = require(call.input());
    List<Params> versions = new ArrayList<>();
    for (Structure version : document.structures("Versions")) {
      String number = String.valueOf(version.text("DocumentVersion"));
      versions.add(
          Params.of(
              "Name", document.text("Name"),
              "DocumentVersion", number,
              "VersionName", version.text("VersionName"),
              "CreatedDate", version.instant("CreatedDate"),
              "IsDefaultVersion", number.equals(document.text("Default")),
              "DocumentFormat", version.text("Format"),
              "Status", "Active"));
    }
    return ParameterReads.page(call.input(), "DocumentVersions", versions, 10);
  }

  private Map<String, ?> permissions(EngineCall call) {
    List<Structure> shared = require(call.input()).structures("Shared");
    return Params.of(
        "AccountIds", shared.stream().map(each -> each.text("AccountId")).toList(),
        "AccountSharingInfoList",
            shared.stream()
                .map(
                    each ->
                        Params.of(
                            "AccountId", each.text("AccountId"),
                            "SharedDocumentVersion", each.text("Version")))
                .toList());
  }

  private static void checkAccounts(List<String> accounts, String member, String pattern) {
    for (String account : accounts) {
      if (!account.matches("(?i)all|[0-9]{12}")) {
        throw SsmErrors.validation(
            "Value '["
                + account
                + "]' at '"
                + member
                + "' failed to satisfy constraint: Member must satisfy regular expression pattern: "
                + pattern
                + ".");
      }
    }
    if (accounts.size() > 1 && accounts.contains("all")) {
      throw new EngineException(
          "DocumentPermissionLimit", "Accounts can either be all or a group of AWS accounts");
    }
  }

  private Map<String, ?> modifyPermission(EngineCall call) {
    Structure input = call.input();
    List<String> added = input.texts("AccountIdsToAdd");
    List<String> removed = input.texts("AccountIdsToRemove");
    String version = input.text("SharedDocumentVersion");
    if (version != null && !version.matches("[$](LATEST|DEFAULT|ALL)")) {
      throw SsmErrors.validation(
          "Value '"
              + version
              + "' at 'sharedDocumentVersion' failed to satisfy constraint: Member must satisfy"
              + " regular expression pattern: ([$]LATEST|[$]DEFAULT|[$]ALL).");
    }
    checkAccounts(added, "accountIdsToAdd", "(all|[0-9]{12}])");
    checkAccounts(removed, "accountIdsToRemove", "(?i)all|[0-9]{12}]");
    String type = String.valueOf(input.text("PermissionType"));
    if (!type.equals("Share")) {
      throw new EngineException(
          "InvalidPermissionType",
          "Value '"
              + type
              + "' at 'permissionType' failed to satisfy constraint: Member must satisfy enum value"
              + " set: [Share].");
    }
    Structure document = require(input);
    List<Object> shared = new ArrayList<>();
    for (Structure each : document.structures("Shared")) {
      String account = String.valueOf(each.text("AccountId"));
      boolean replaced = added.contains("all") || (!added.isEmpty() && account.equals("all"));
      if (!replaced
          && !added.contains(account)
          && !removed.contains("all")
          && !removed.contains(account)) {
        shared.add(each);
      }
    }
    for (String account : added) {
      shared.add(Map.of("AccountId", account, "Version", version == null ? "$DEFAULT" : version));
    }
    edit(document, Map.of("Shared", shared));
    return Map.of();
  }
}
