package io.boto4j.local.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.Structure;
import io.boto4j.local.delivery.HttpDelivery;
import io.boto4j.local.delivery.NearHosts;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.table.Table;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** API destinations: HTTP endpoints as targets. */
final class Destinations implements AutoCloseable {
  private static final int RETRIES = 3;
  private static final List<String> SETTINGS =
      List.of(
          "Description",
          "ConnectionArn",
          "InvocationEndpoint",
          "HttpMethod",
          "InvocationRateLimitPerSecond");
  private static final List<String> STATE =
      List.of("ApiDestinationArn", "ApiDestinationState", "CreationTime", "LastModifiedTime");

  private final EngineContext context;
  private final Connections connections;
  private final Table destinations;
  private final HttpDelivery http;

  Destinations(EngineContext context, Connections connections) {
    this.context = context;
    this.connections = connections;
    this.destinations = new Table(context.store(), "destinations");
    this.http = new HttpDelivery(context);
  }

  private Structure get(EngineCall call) {
    String name = Names.text(call.input(), "Name");
    Structure destination = destinations.get(name);
    if (destination == null) {
      throw EventsErrors.notFound("An api-destination '" + name + "' does not exist.");
    }
    return destination;
  }

  private void checkConnection(String arn) {
    if (connections.findByArn(arn) == null) {
      String[] parts = arn.split("/", -1);
      throw EventsErrors.notFound(
          "Connection '" + (parts.length > 1 ? parts[1] : arn) + "' does not exist.");
    }
  }

  synchronized Map<String, ?> create(EngineCall call) {
    String name = Names.text(call.input(), "Name");
    if (destinations.get(name) != null) {
      throw EventsErrors.exists("An api-destination '" + name + "' already exists.");
    }
    checkConnection(Names.text(call.input(), "ConnectionArn"));
    Map<String, Object> destination = new LinkedHashMap<>();
    destination.put("Name", name);
    destination.put(
        "ApiDestinationArn",
        Names.arn(context, "api-destination/" + name + "/" + UUID.randomUUID()));
    destination.put("ApiDestinationState", "ACTIVE");
    destination.put("InvocationRateLimitPerSecond", 300);
    destination.putAll(Names.members(call.input(), SETTINGS));
    destination.put("CreationTime", context.clock().instant());
    destination.put("LastModifiedTime", context.clock().instant());
    destinations.write(() -> destinations.put(name, destination));
    destination.keySet().retainAll(STATE);
    return destination;
  }

  synchronized Map<String, ?> update(EngineCall call) {
    Structure destination = get(call);
    String connection = call.input().text("ConnectionArn");
    if (connection != null) {
      checkConnection(connection);
    }
    Map<String, Object> changed = new LinkedHashMap<>(destination);
    changed.putAll(Names.members(call.input(), SETTINGS));
    changed.put("LastModifiedTime", context.clock().instant());
    destinations.write(() -> destinations.put(Names.text(destination, "Name"), changed));
    changed.keySet().retainAll(STATE);
    return changed;
  }

  Map<String, ?> describe(EngineCall call) {
    return get(call);
  }

  synchronized Map<String, ?> delete(EngineCall call) {
    Structure destination = get(call);
    destinations.write(() -> destinations.remove(Names.text(destination, "Name")));
    return Map.of();
  }

  Map<String, ?> list(EngineCall call) {
    List<Map<String, Object>> all = new ArrayList<>();
    List<String> members = new ArrayList<>(STATE);
    members.addAll(SETTINGS);
    members.remove("Description");
    members.add("Name");
    String connection = call.input().text("ConnectionArn");
    destinations
        .all(Names.text(call.input(), "NamePrefix"))
        .values()
        .forEach(
            destination -> {
              if (connection == null || connection.equals(destination.text("ConnectionArn"))) {
                all.add(Names.members(destination, members));
              }
            });
    return Names.page("ApiDestinations", all, call.input());
  }

  /** Sends an event to the endpoint of a destination, if it is near. */
  void send(String arn, Structure target, String input) {
    for (Structure destination : destinations.all("").values()) {
      if (!arn.equals(destination.text("ApiDestinationArn"))) {
        continue;
      }
      Structure connection = connections.findByArn(Names.text(destination, "ConnectionArn"));
      String url = url(Names.text(destination, "InvocationEndpoint"), target);
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Content-Type", "application/json; charset=utf-8");
      headers.put("User-Agent", "Amazon/EventBridge/ApiDestinations");
      Table.texts(target.map("HttpParameters"), "HeaderParameters").forEach(headers::put);
      if (connection != null) {
        authorize(connection.map("AuthParameters"), headers);
      }
      if (NearHosts.isNear(url)) {
        http.send(
            new HttpDelivery.Request(Names.text(destination, "HttpMethod"), url, input, headers),
            RETRIES,
            () -> {});
      }
      return;
    }
    throw new EngineException("RESOURCE_NOT_FOUND", "The API destination does not exist: " + arn);
  }

  private static String url(String endpoint, Structure target) {
    String url = endpoint;
    for (String value : target.texts("HttpParameters", "PathParameterValues")) {
      url = url.replaceFirst("\\*", java.util.regex.Matcher.quoteReplacement(encode(value)));
    }
    StringBuilder query = new StringBuilder();
    Table.texts(target.map("HttpParameters"), "QueryStringParameters")
        .forEach(
            (name, value) ->
                query
                    .append(query.isEmpty() ? "" : "&")
                    .append(encode(name))
                    .append('=')
                    .append(encode(value)));
    return query.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + query;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static void authorize(Structure parameters, Map<String, String> headers) {
    String key = parameters.text("ApiKeyAuthParameters", "ApiKeyName");
    String value = parameters.text("ApiKeyAuthParameters", "ApiKeyValue");
    if (key != null && value != null) {
      headers.put(key, value);
    }
    String user = parameters.text("BasicAuthParameters", "Username");
    String password = parameters.text("BasicAuthParameters", "Password");
    if (user != null && password != null) {
      headers.put(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
    }
    parameters
        .structures("InvocationHttpParameters", "HeaderParameters")
        .forEach(header -> headers.put(Names.text(header, "Key"), Names.text(header, "Value")));
  }

  @Override
  public void close() {
    http.close();
  }
}
