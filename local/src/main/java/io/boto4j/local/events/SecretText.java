package io.boto4j.local.events;

import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text that EventBridge writes in the secret of a connection. */
final class SecretText {
  private SecretText() {}

  static Map<String, Object> of(Structure parameters) {
    Map<String, Object> secret = new LinkedHashMap<>();
    put(secret, "username", parameters.text("BasicAuthParameters", "Username"));
    put(secret, "password", parameters.text("BasicAuthParameters", "Password"));
    put(secret, "api_key_name", parameters.text("ApiKeyAuthParameters", "ApiKeyName"));
    put(secret, "api_key_value", parameters.text("ApiKeyAuthParameters", "ApiKeyValue"));
    put(secret, "client_id", parameters.text("OAuthParameters", "ClientParameters", "ClientID"));
    put(
        secret,
        "client_secret",
        parameters.text("OAuthParameters", "ClientParameters", "ClientSecret"));
    put(
        secret,
        "authorization_endpoint",
        parameters.text("OAuthParameters", "AuthorizationEndpoint"));
    put(secret, "http_method", parameters.text("OAuthParameters", "HttpMethod"));
    Structure more = parameters.structure("InvocationHttpParameters");
    if (more != null) {
      Map<String, Object> http = new LinkedHashMap<>();
      values(http, "header_parameters", more.structures("HeaderParameters"));
      values(http, "query_string_parameters", more.structures("QueryStringParameters"));
      values(http, "body_parameters", more.structures("BodyParameters"));
      secret.put("invocation_http_parameters", http);
    }
    return secret;
  }

  private static void put(Map<String, Object> secret, String name, @Nullable String value) {
    if (value != null) {
      secret.put(name, value);
    }
  }

  private static void values(Map<String, Object> http, String name, List<Structure> parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    List<Map<String, Object>> values = new ArrayList<>();
    for (Structure parameter : parameters) {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("key", Names.text(parameter, "Key"));
      value.put("value", Names.text(parameter, "Value"));
      value.put("is_value_secret", Boolean.TRUE.equals(parameter.bool("IsValueSecret")));
      values.add(value);
    }
    http.put(name, values);
  }
}
