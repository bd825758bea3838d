package io.boto4j.local.events;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Connections: how API destinations authorize. Their secrets are secrets of Secrets Manager, too.
 */
final class Connections {
  /** The members that descriptions leave out. */
  private static final Set<String> SECRET = Set.of("Password", "ApiKeyValue", "ClientSecret");

  private static final List<String> STATE =
      List.of(
          "ConnectionArn",
          "ConnectionState",
          "CreationTime",
          "LastModifiedTime",
          "LastAuthorizedTime");

  private static final List<String> CREATED =
      List.of("ConnectionArn", "ConnectionState", "CreationTime", "LastModifiedTime");

  private final EngineContext context;
  private final Table connections;

  Connections(EngineContext context) {
    this.context = context;
    this.connections = new Table(context.store(), "connections");
  }

  @Nullable Structure findByArn(String arn) {
    for (Structure connection : connections.all("").values()) {
      if (arn.equals(connection.text("ConnectionArn"))) {
        return connection;
      }
    }
    return null;
  }

  private Structure get(EngineCall call) {
    String name = Names.text(call.input(), "Name");
    Structure connection = connections.get(name);
    if (connection == null) {
      throw EventsErrors.notFound("Connection '" + name + "' does not exist.");
    }
    return connection;
  }

  synchronized Map<String, ?> create(EngineCall call) {
    String name = Names.text(call.input(), "Name");
    if (connections.get(name) != null) {
      throw EventsErrors.exists("Connection " + name + " already exists.");
    }
    Map<String, Object> connection = new LinkedHashMap<>();
    String id = name + "/" + UUID.randomUUID();
    connection.put("Name", name);
    connection.put("ConnectionArn", Names.arn(context, "connection/" + id));
    connection.put("ConnectionState", "AUTHORIZED");
    connection.put("CreationTime", context.clock().instant());
    connection.put("LastModifiedTime", context.clock().instant());
    connection.put("LastAuthorizedTime", context.clock().instant());
    connection.putAll(
        Names.members(
            call.input(),
            List.of("Description", "AuthorizationType", "AuthParameters", "KmsKeyIdentifier")));
    connection.put("SecretArn", secret(id, call.input().map("AuthParameters")));
    connections.write(() -> connections.put(name, connection));
    connection.keySet().retainAll(CREATED);
    return connection;
  }

  /** Creates the secret, or only its name where Secrets Manager is not emulated. */
  private String secret(String id, Structure parameters) {
    String name = "events!connection/" + id;
    try {
      Map<String, ?> secret =
          context.call(
              "secretsmanager",
              "CreateSecret",
              Map.of(
                  "Name",
                  name,
                  "Description",
                  "Auth parameters for Eventbridge connection " + id,
                  "SecretString",
                  Json.write(SecretText.of(parameters)),
                  "Tags",
                  List.of(Map.of("Key", "aws:secretsmanager:owningService", "Value", "events"))));
      return String.valueOf(secret.get("ARN"));
    } catch (EngineException e) {
      return "arn:"
          + Names.partition(context.region())
          + ":secretsmanager:"
          + context.region()
          + ":"
          + context.account()
          + ":secret:"
          + name;
    }
  }

  synchronized Map<String, ?> update(EngineCall call) {
    Structure connection = get(call);
    Map<String, Object> changed = new LinkedHashMap<>(connection);
    changed.putAll(
        Names.members(call.input(), List.of("Description", "AuthorizationType", "AuthParameters")));
    changed.put("LastModifiedTime", context.clock().instant());
    changed.put("LastAuthorizedTime", context.clock().instant());
    connections.write(() -> connections.put(Names.text(connection, "Name"), changed));
    changed.keySet().retainAll(STATE);
    return changed;
  }

  synchronized Map<String, ?> delete(EngineCall call) {
    Structure connection = get(call);
    connections.write(() -> connections.remove(Names.text(connection, "Name")));
    try {
      context.call(
          "secretsmanager",
          "DeleteSecret",
          Map.of(
              "SecretId", Names.text(connection, "SecretArn"), "ForceDeleteWithoutRecovery", true));
    } catch (EngineException e) {
      // Secrets Manager is not emulated, or the secret was deleted before.
      return Names.members(connection, STATE);
    }
    return Names.members(connection, STATE);
  }

  Map<String, ?> describe(EngineCall call) {
    Map<String, Object> description = new LinkedHashMap<>(get(call));
    Object parameters = description.get("AuthParameters");
    if (parameters != null) {
      description.put("AuthParameters", Objects.requireNonNull(withoutSecrets(parameters)));
    }
    return description;
  }

  private static @Nullable Object withoutSecrets(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Connections::withoutSecrets).toList();
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    boolean isSecret = Boolean.TRUE.equals(map.get("IsValueSecret"));
    map.forEach(
        (name, each) -> {
          if (!SECRET.contains(String.valueOf(name)) && !(isSecret && "Value".equals(name))) {
            shown.put(String.valueOf(name), withoutSecrets(each));
          }
        });
    return shown;
  }

  Map<String, ?> list(EngineCall call) {
    List<Map<String, Object>> all = new ArrayList<>();
    List<String> members = new ArrayList<>(STATE);
    members.addAll(List.of("Name", "AuthorizationType", "StateReason"));
    String state = call.input().text("ConnectionState");
    connections
        .all(Names.text(call.input(), "NamePrefix"))
        .values()
        .forEach(
            connection -> {
              if (state == null || state.equals(connection.text("ConnectionState"))) {
                all.add(Names.members(connection, members));
              }
            });
    return Names.page("Connections", all, call.input());
  }

  synchronized Map<String, ?> deauthorize(EngineCall call) {
    Structure connection = get(call);
    Map<String, Object> changed = new LinkedHashMap<>(connection);
    changed.put("ConnectionState", "DEAUTHORIZED");
    changed.put("LastModifiedTime", context.clock().instant());
    changed.remove("AuthParameters");
    connections.write(() -> connections.put(Names.text(connection, "Name"), changed));
    changed.keySet().retainAll(STATE);
    return changed;
  }
}
