package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.engine.Principals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The access keys of users, and of the root user. */
final class AccessKeys {
  private static final int MAX = 2;
  private static final String SECRET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** The owner of root's keys, which no user can be called. */
  private static final String ROOT = "<root_account>";

  private final IamState state;

  AccessKeys(IamState state) {
    this.state = state;
  }

  void register(OperationTable table) {
    table.write("CreateAccessKey", this::create);
    table.read("ListAccessKeys", this::list);
    table.write("UpdateAccessKey", this::update);
    table.write("DeleteAccessKey", this::delete);
    table.read("GetAccessKeyLastUsed", this::lastUsed);
  }

  private String owner(EngineCall call) {
    if (call.input().text("UserName") == null && call.caller().arn().endsWith(":root")) {
      return ROOT;
    }
    String name = state.userName(call);
    state.users.get(name);
    return name;
  }

  /** The keys of a user, the oldest first. */
  List<Structure> of(String user) {
    List<Structure> keys =
        new ArrayList<>(state.accessKeys.all(key -> user.equals(key.text("UserName"))));
    keys.sort(Comparator.comparing(key -> String.valueOf(key.instant("Order"))));
    return keys;
  }

  private Map<String, ?> create(EngineCall call) {
    String owner = owner(call);
    if (of(owner).size() >= MAX) {
      throw IamErrors.limit("Cannot exceed quota for AccessKeysPerUser: " + MAX);
    }
    Params key =
        Params.of(
            "UserName", owner,
            "AccessKeyId",
                Principals.newId("AKIA", state.context.account(), 20, state.context.random()),
            "Status", "Active",
            "SecretAccessKey", state.newText(SECRET, 40),
            "CreateDate", state.now());
    state.accessKeys.put(
        String.valueOf(key.get("AccessKeyId")),
        Params.copyOf(key).with("Order", state.context.clock().instant()));
    return Params.of("AccessKey", key);
  }

  private Map<String, ?> list(EngineCall call) {
    return Pages.of(
        call.input(),
        "AccessKeyMetadata",
        of(owner(call)),
        key -> key.instant("Order") + "/" + key.text("AccessKeyId"),
        key ->
            Params.of(
                "UserName", key.text("UserName"),
                "AccessKeyId", key.text("AccessKeyId"),
                "Status", key.text("Status"),
                "CreateDate", key.instant("CreateDate")));
  }

  private String requireKey(EngineCall call) {
    String id = String.valueOf(call.input().text("AccessKeyId"));
    if (call.input().text("UserName") == null && call.caller().arn().endsWith(":root")) {
      // A tool that signs with any credentials may clean up the keys of users as well.
      state.accessKeys.get(id);
      return id;
    }
    String owner = owner(call);
    Structure key = state.accessKeys.get(id);
    if (!owner.equals(key.text("UserName"))) {
      throw IamErrors.noSuchEntity("The Access Key with id " + id + " cannot be found");
    }
    return id;
  }

  private Map<String, ?> update(EngineCall call) {
    String id = requireKey(call);
    state.accessKeys.edit(id, "Status", call.input().text("Status"));
    return Map.of();
  }

  private Map<String, ?> delete(EngineCall call) {
    state.accessKeys.remove(requireKey(call));
    return Map.of();
  }

  private Map<String, ?> lastUsed(EngineCall call) {
    Structure key = state.accessKeys.get(call.input().text("AccessKeyId"));
    Structure used = key.structure("LastUsed");
    return Params.of(
        "UserName",
        key.text("UserName"),
        "AccessKeyLastUsed",
        used == null ? Map.of("ServiceName", "N/A", "Region", "N/A") : used);
  }

  /** The holder of a key. */
  Principals.@Nullable Principal find(String id) {
    Structure key = state.accessKeys.find(id);
    if (key == null) {
      return null;
    }
    String owner = String.valueOf(key.text("UserName"));
    Structure user = state.users.find(owner);
    String account = state.context.account();
    return new Principals.Principal(
        id,
        String.valueOf(key.text("SecretAccessKey")),
        null,
        null,
        "Active".equals(key.text("Status")),
        account,
        user == null ? state.arn("root", "", "") : String.valueOf(user.text("Arn")),
        user == null ? account : String.valueOf(user.text("UserId")));
  }

  /** AWS updates the last use every few minutes; here at least every minute. */
  private boolean isNews(@Nullable Structure used, String service, String region) {
    Instant last = used == null ? null : used.instant("LastUsedDate");
    return used == null
        || last == null
        || !service.equals(used.text("ServiceName"))
        || !region.equals(used.text("Region"))
        || last.plusSeconds(60).isBefore(state.now());
  }

  void used(String id, String service, String region) {
    Structure key = state.accessKeys.find(id);
    if (key != null && isNews(key.structure("LastUsed"), service, region)) {
      state.accessKeys.edit(
          id,
          "LastUsed",
          Map.of("LastUsedDate", state.now(), "ServiceName", service, "Region", region));
    }
  }
}
