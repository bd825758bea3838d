package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.engine.Principals;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Identity providers: OpenID Connect and SAML. */
final class Providers {
  private static final Pattern VALID_UNTIL = Pattern.compile("validUntil=\"([^\"]+)\"");

  private final IamState state;

  Providers(IamState state) {
    this.state = state;
  }

  void register(OperationTable table) {
    table.write("CreateOpenIDConnectProvider", this::createOidc);
    table.read("GetOpenIDConnectProvider", this::getOidc);
    table.read(
        "ListOpenIDConnectProviders",
        call ->
            Params.of(
                "OpenIDConnectProviderList",
                state.oidcProviders.all().stream()
                    .map(each -> Params.of("Arn", each.text("Arn")))
                    .toList()));
    table.write(
        "DeleteOpenIDConnectProvider",
        call -> {
          // Deleting one that does not exist succeeds.
          state.oidcProviders.remove(arn(call));
          return Map.of();
        });
    table.write(
        "UpdateOpenIDConnectProviderThumbprint",
        call -> {
          requireOidc(call);
          List<String> thumbprints = call.input().texts("ThumbprintList");
          checkThumbprints(thumbprints);
          state.oidcProviders.edit(arn(call), "ThumbprintList", thumbprints);
          return Map.of();
        });
    table.write("AddClientIDToOpenIDConnectProvider", call -> clients(call, true));
    table.write("RemoveClientIDFromOpenIDConnectProvider", call -> clients(call, false));
    Tags.register(table, "OpenIDConnectProvider", "OpenIDConnectProviderArn", state.oidcProviders);
    table.write("CreateSAMLProvider", this::createSaml);
    table.read("GetSAMLProvider", this::getSaml);
    table.read(
        "ListSAMLProviders",
        call ->
            Params.of(
                "SAMLProviderList",
                state.samlProviders.all().stream()
                    .map(
                        each ->
                            Params.of(
                                "Arn", each.text("Arn"),
                                "ValidUntil", each.instant("ValidUntil"),
                                "CreateDate", each.instant("CreateDate")))
                    .toList()));
    table.write("UpdateSAMLProvider", this::updateSaml);
    table.write(
        "DeleteSAMLProvider",
        call -> {
          String arn = String.valueOf(requireSaml(call).text("Arn"));
          state.samlProviders.remove(arn);
          return Map.of();
        });
    Tags.register(table, "SAMLProvider", "SAMLProviderArn", state.samlProviders);
  }

  private static String arn(EngineCall call) {
    return String.valueOf(call.input().text("OpenIDConnectProviderArn"));
  }

  private Structure requireOidc(EngineCall call) {
    return state.oidcProviders.get(arn(call));
  }

  private static void checkThumbprints(List<String> thumbprints) {
    if (thumbprints.size() > 5) {
      throw IamErrors.invalidInput("Thumbprint list must contain fewer than 5 entries.");
    }
  }

  private Map<String, ?> createOidc(EngineCall call) {
    Structure input = call.input();
    String url = String.valueOf(input.text("Url"));
    List<String> clients = input.texts("ClientIDList");
    List<String> thumbprints = input.texts("ThumbprintList");
    checkConstraints(url, clients, thumbprints);
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw IamErrors.validation("Invalid Open ID Connect Provider URL");
    }
    if (uri.getScheme() == null || uri.getRawAuthority() == null) {
      throw IamErrors.validation("Invalid Open ID Connect Provider URL");
    }
    checkThumbprints(thumbprints);
    checkClients(clients.size());
    List<Map<String, String>> tags = Tags.checked(input);
    String place = uri.getRawAuthority() + uri.getRawPath();
    String arn = state.arn("oidc-provider/", "", place);
    if (state.oidcProviders.has(arn)) {
      throw IamErrors.alreadyExists("Unknown");
    }
    state.oidcProviders.put(
        arn,
        Params.of(
            "Arn", arn,
            "Url", place,
            "ClientIDList", clients,
            "ThumbprintList", thumbprints,
            "CreateDate", state.now(),
            "Tags", tags));
    return Params.of("OpenIDConnectProviderArn", arn, "Tags", tags.isEmpty() ? null : tags);
  }

  private static void checkClients(int number) {
    if (number > 100) {
      throw IamErrors.limit("Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100");
    }
  }

  private static void checkConstraints(String url, List<String> clients, List<String> thumbprints) {
    List<String> problems = new ArrayList<>();
    String failed = "\" failed to satisfy constraint: ";
    if (clients.stream().anyMatch(client -> client.length() > 255)) {
      problems.add(
          "Value \""
              + clients
              + "\" at \"clientIDList"
              + failed
              + "Member must satisfy constraint: [Member must have length less than or equal to 255,"
              + " Member must have length greater than or equal to 1]");
    }
    if (thumbprints.stream().anyMatch(thumbprint -> thumbprint.length() > 40)) {
      problems.add(
          "Value \""
              + thumbprints
              + "\" at \"thumbprintList"
              + failed
              + "Member must satisfy constraint: [Member must have length less than or equal to 40,"
              + " Member must have length greater than or equal to 40]");
    }
    if (url.length() > 255) {
      problems.add(
          "Value \""
              + url
              + "\" at \"url"
              + failed
              + "Member must have length less than or equal to 255");
    }
    PasswordPolicy.report(problems);
  }

  private Map<String, ?> getOidc(EngineCall call) {
    Structure provider = requireOidc(call);
    return Params.copyOf(provider).without("Arn").with("Tags", provider.structures("Tags"));
  }

  private Map<String, ?> clients(EngineCall call, boolean add) {
    List<String> clients = new ArrayList<>(requireOidc(call).texts("ClientIDList"));
    String client = String.valueOf(call.input().text("ClientID"));
    clients.remove(client);
    if (add) {
      clients.add(client);
      checkClients(clients.size());
    }
    state.oidcProviders.edit(arn(call), "ClientIDList", clients);
    return Map.of();
  }

  private Structure requireSaml(EngineCall call) {
    return state.samlProviders.get(call.input().text("SAMLProviderArn"));
  }

  /** The end that the metadata has; a hundred years from now if it has none. */
  private Instant validUntil(@Nullable String metadata) {
    Matcher matcher = VALID_UNTIL.matcher(String.valueOf(metadata));
    if (matcher.find()) {
      try {
        return Instant.parse(matcher.group(1));
      } catch (DateTimeParseException e) {
        return state.now().plus(Duration.ofDays(36_500));
      }
    }
    return state.now().plus(Duration.ofDays(36_500));
  }

  private Map<String, ?> createSaml(EngineCall call) {
    Structure input = call.input();
    String arn = state.arn("saml-provider/", "", String.valueOf(input.text("Name")));
    List<Map<String, String>> tags = Tags.checked(input);
    if (state.samlProviders.has(arn)) {
      throw IamErrors.alreadyExists("SAMLProvider " + input.text("Name") + " already exists.");
    }
    String metadata = input.text("SAMLMetadataDocument");
    String key = input.text("AddPrivateKey");
    state.samlProviders.put(
        arn,
        Params.of(
            "Arn",
            arn,
            "SAMLProviderUUID",
            state.newId("ASPA") + state.newText(Principals.ALPHABET, 3),
            "SAMLMetadataDocument",
            metadata,
            "CreateDate",
            state.now(),
            "ValidUntil",
            validUntil(metadata),
            "AssertionEncryptionMode",
            input.text("AssertionEncryptionMode"),
            "Keys",
            key == null ? List.of() : List.of(privateKey()),
            "Tags",
            tags));
    return Params.of("SAMLProviderArn", arn, "Tags", tags.isEmpty() ? null : tags);
  }

  private Params privateKey() {
    return Params.of(
        "KeyId",
        state.newId("ASPK") + state.newText(Principals.ALPHABET, 3),
        "Timestamp",
        state.now());
  }

  private Map<String, ?> getSaml(EngineCall call) {
    Structure provider = requireSaml(call);
    return Params.of(
        "SAMLProviderUUID", provider.text("SAMLProviderUUID"),
        "SAMLMetadataDocument", provider.text("SAMLMetadataDocument"),
        "CreateDate", provider.instant("CreateDate"),
        "ValidUntil", provider.instant("ValidUntil"),
        "Tags", provider.structures("Tags"),
        "AssertionEncryptionMode", provider.text("AssertionEncryptionMode"),
        "PrivateKeyList", provider.structures("Keys"));
  }

  private Map<String, ?> updateSaml(EngineCall call) {
    Structure provider = requireSaml(call);
    Structure input = call.input();
    Map<String, Object> changed = new HashMap<>();
    String metadata = input.text("SAMLMetadataDocument");
    if (metadata != null) {
      changed.put("SAMLMetadataDocument", metadata);
      changed.put("ValidUntil", validUntil(metadata));
    }
    String mode = input.text("AssertionEncryptionMode");
    if (mode != null) {
      changed.put("AssertionEncryptionMode", mode);
    }
    List<Object> keys = new ArrayList<>(provider.structures("Keys"));
    String gone = input.text("RemovePrivateKey");
    if (gone != null) {
      keys.removeIf(key -> key instanceof Map<?, ?> map && gone.equals(map.get("KeyId")));
    }
    if (input.text("AddPrivateKey") != null) {
      keys.add(privateKey());
    }
    changed.put("Keys", keys);
    String arn = String.valueOf(provider.text("Arn"));
    state.samlProviders.edit(arn, changed);
    return Params.of("SAMLProviderArn", arn);
  }
}
