package io.boto4j.local.sns;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Platform applications and their endpoints, which are apps on phones. */
final class Applications {
  private static final Set<String> PLATFORMS =
      Set.of(
          "ADM",
          "APNS",
          "APNS_SANDBOX",
          "APNS_VOIP",
          "APNS_VOIP_SANDBOX",
          "BAIDU",
          "FCM",
          "GCM",
          "MACOS",
          "MACOS_SANDBOX",
          "MPNS",
          "WNS");

  private final EngineContext context;
  private final Table applications;
  private final Table endpoints;
  private final Outbox outbox;

  Applications(EngineContext context, Outbox outbox) {
    this.context = context;
    this.outbox = outbox;
    this.applications = new Table(context.store(), "applications");
    this.endpoints = new Table(context.store(), "endpoints");
  }

  synchronized Map<String, ?> createApplication(EngineCall call) {
    String name = Objects.requireNonNullElse(call.input().text("Name"), "");
    String platform = Objects.requireNonNullElse(call.input().text("Platform"), "");
    if (!name.matches("[a-zA-Z0-9_.-]{1,256}")) {
      throw SnsErrors.parameter(
          "Name Reason: must be made up of only uppercase and lowercase ASCII letters, numbers,"
              + " underscores, hyphens, and periods, and must be between 1 and 256 characters"
              + " long");
    }
    if (!PLATFORMS.contains(platform)) {
      throw SnsErrors.parameter("Platform Reason: " + platform + " is not supported");
    }
    String arn = Arns.of(context, "app/" + platform + "/" + name);
    Structure existing = applications.get(arn);
    Map<String, String> attributes = Table.texts(call.input(), "Attributes");
    if (existing == null || !attributes.equals(Table.texts(existing, "attributes"))) {
      applications.write(() -> applications.put(arn, Map.of("attributes", attributes)));
    }
    return Map.of("PlatformApplicationArn", arn);
  }

  private String applicationArn(EngineCall call) {
    String arn =
        Arns.checked("PlatformApplicationArn", call.input().text("PlatformApplicationArn"));
    if (applications.get(arn) == null) {
      throw SnsErrors.notFound("PlatformApplication does not exist");
    }
    return arn;
  }

  private static Map<String, String> attributes(Table table, String arn) {
    Structure document = table.get(arn);
    return document == null ? Map.of() : Table.texts(document, "attributes");
  }

  Map<String, ?> getApplication(EngineCall call) {
    return Map.of("Attributes", attributes(applications, applicationArn(call)));
  }

  synchronized Map<String, ?> setApplication(EngineCall call) {
    String arn = applicationArn(call);
    Map<String, String> changed = new LinkedHashMap<>(attributes(applications, arn));
    changed.putAll(Table.texts(call.input(), "Attributes"));
    applications.write(() -> applications.put(arn, Map.of("attributes", changed)));
    return Map.of();
  }

  Map<String, ?> listApplications(EngineCall call) {
    List<Map<String, Object>> all =
        applications.all("").keySet().stream()
            .map(
                arn ->
                    Map.<String, Object>of(
                        "PlatformApplicationArn", arn, "Attributes", attributes(applications, arn)))
            .toList();
    return Table.page(
        "PlatformApplications", all, Tokens.read(call.input().text("NextToken")), Topics.PAGE);
  }

  /** Deletes an application and its endpoints. If it does not exist, the call succeeds. */
  synchronized Map<String, ?> deleteApplication(EngineCall call) {
    String arn =
        Arns.checked("PlatformApplicationArn", call.input().text("PlatformApplicationArn"));
    applications.write(
        () -> {
          applications.remove(arn);
          endpoints.all(endpointPrefix(arn)).keySet().forEach(endpoints::remove);
        });
    return Map.of();
  }

  private static String endpointPrefix(String applicationArn) {
    return applicationArn.replace(":app/", ":endpoint/") + "/";
  }

  synchronized Map<String, ?> createEndpoint(EngineCall call) {
    String application = applicationArn(call);
    String token = Objects.requireNonNullElse(call.input().text("Token"), "");
    if (token.isEmpty()) {
      throw SnsErrors.parameter("Token Reason: must not be empty");
    }
    String userData = Objects.requireNonNullElse(call.input().text("CustomUserData"), "");
    Map<String, String> attributes = new LinkedHashMap<>();
    if (!userData.isEmpty()) {
      attributes.put("CustomUserData", userData);
    }
    attributes.put("Enabled", "true");
    attributes.putAll(Table.texts(call.input(), "Attributes"));
    attributes.put("Token", token);
    for (Map.Entry<String, Structure> each :
        endpoints.all(endpointPrefix(application)).entrySet()) {
      if (!token.equals(each.getValue().text("attributes", "Token"))) {
        continue;
      }
      if (attributes.equals(Table.texts(each.getValue(), "attributes"))) {
        return Map.of("EndpointArn", each.getKey());
      }
      throw SnsErrors.parameter(
          "Token Reason: Endpoint "
              + each.getKey()
              + " already exists with the same Token, but different attributes.");
    }
    String arn = endpointPrefix(application) + UUID.randomUUID();
    endpoints.write(() -> endpoints.put(arn, Map.of("attributes", attributes)));
    return Map.of("EndpointArn", arn);
  }

  boolean hasEndpoint(String arn) {
    return endpoints.get(arn) != null;
  }

  private String endpointArn(EngineCall call) {
    String arn = Arns.checked("EndpointArn", call.input().text("EndpointArn"));
    if (!hasEndpoint(arn)) {
      throw SnsErrors.notFound("Endpoint does not exist");
    }
    return arn;
  }

  Map<String, ?> getEndpoint(EngineCall call) {
    return Map.of("Attributes", attributes(endpoints, endpointArn(call)));
  }

  synchronized Map<String, ?> setEndpoint(EngineCall call) {
    String arn = endpointArn(call);
    Map<String, String> changed = new LinkedHashMap<>(attributes(endpoints, arn));
    changed.putAll(Table.texts(call.input(), "Attributes"));
    endpoints.write(() -> endpoints.put(arn, Map.of("attributes", changed)));
    return Map.of();
  }

  Map<String, ?> listEndpoints(EngineCall call) {
    List<Map<String, Object>> all =
        endpoints.all(endpointPrefix(applicationArn(call))).keySet().stream()
            .map(
                arn ->
                    Map.<String, Object>of(
                        "EndpointArn", arn, "Attributes", attributes(endpoints, arn)))
            .toList();
    return Table.page("Endpoints", all, Tokens.read(call.input().text("NextToken")), Topics.PAGE);
  }

  synchronized Map<String, ?> deleteEndpoint(EngineCall call) {
    String arn = Arns.checked("EndpointArn", call.input().text("EndpointArn"));
    endpoints.write(() -> endpoints.remove(arn));
    return Map.of();
  }

  /** Publishes to one endpoint. */
  void publish(@Nullable String arn, String message) {
    String enabled = arn == null ? null : attributes(endpoints, arn).get("Enabled");
    if (arn == null || enabled == null) {
      throw SnsErrors.parameter("TargetArn Reason: No endpoint found for the target arn specified");
    }
    if (!enabled.equalsIgnoreCase("true")) {
      throw new EngineException("EndpointDisabledException", "Endpoint is disabled");
    }
    outbox.add("application", arn, message);
  }
}
