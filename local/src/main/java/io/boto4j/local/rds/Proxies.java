package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The control plane of DB proxies. Nothing listens on their endpoints. */
final class Proxies {
  private static final int IDLE_SECONDS = 1800;
  private static final int LONGEST_IDLE = 28800;

  private final RdsState state;

  Proxies(RdsState state) {
    this.state = state;
  }

  void register() {
    state.table.read("CreateDBProxy", this::create);
    state.table.read("DescribeDBProxies", this::describe);
    state.table.write("ModifyDBProxy", this::modify);
    state.table.write("DeleteDBProxy", this::delete);
  }

  static Structure require(RdsState state, @Nullable String name) {
    Structure found = state.proxies.find(name);
    if (found == null) {
      throw RdsErrors.fault(
          "DBProxyNotFoundFault",
          "The specified proxy name "
              + name
              + " doesn't correspond to a proxy owned by your Amazon Web Services account in the"
              + " specified Amazon Web Services Region.");
    }
    return found;
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = Identifiers.checked("DBProxyName", input.text("DBProxyName"));
    if (state.proxies.has(name)) {
      throw RdsErrors.fault(
          "DBProxyAlreadyExistsFault",
          "Cannot create the DBProxy because a DBProxy with the identifier "
              + name
              + " already exists.");
    }
    String family = String.valueOf(input.text("EngineFamily"));
    if (!List.of("MYSQL", "POSTGRESQL", "SQLSERVER").contains(family)) {
      throw RdsErrors.invalid("Provided EngineFamily is not valid.");
    }
    String vpc = vpc(input.texts("VpcSubnetIds"));
    Integer idle = input.integer("IdleClientTimeout");
    String id = "prx-" + state.newText(17).toLowerCase(Locale.ROOT);
    String zone = state.newText(12).toLowerCase(Locale.ROOT);
    List<String> groups = input.texts("VpcSecurityGroupIds");
    Map<String, Object> proxy = new LinkedHashMap<>();
    proxy.put("DBProxyName", name);
    proxy.put("DBProxyArn", state.arn("db-proxy", id));
    proxy.put("Status", "available");
    proxy.put("EngineFamily", family);
    proxy.put("VpcId", vpc);
    proxy.put("VpcSecurityGroupIds", groups.isEmpty() ? List.of("sg-00000000") : groups);
    proxy.put("VpcSubnetIds", input.texts("VpcSubnetIds"));
    proxy.put("Auth", auth(input));
    RdsState.copy(input, proxy, List.of("RoleArn", "DefaultAuthScheme", "EndpointNetworkType"));
    proxy.put(
        "Endpoint", name + ".proxy-" + zone + "." + state.context.region() + ".rds.amazonaws.com");
    proxy.put("RequireTLS", Boolean.TRUE.equals(input.bool("RequireTLS")));
    proxy.put(
        "IdleClientTimeout",
        idle == null ? IDLE_SECONDS : Math.max(1, Math.min(LONGEST_IDLE, idle)));
    proxy.put("DebugLogging", Boolean.TRUE.equals(input.bool("DebugLogging")));
    proxy.put("CreatedDate", state.now());
    proxy.put("UpdatedDate", state.now());
    proxy.put("TagList", RdsState.tags(input));
    proxy.put(Resources.LOCAL, Params.of("Id", id));
    state.table.change(
        () -> {
          state.proxies.put(proxy);
          ProxyTargets.create(state, name);
          return true;
        });
    return Params.of("DBProxy", state.proxies.view(state.proxies.get(name)));
  }

  private static List<Object> auth(Structure input) {
    List<Object> auth = new ArrayList<>();
    for (Structure each : input.structures("Auth")) {
      auth.add(Params.copyOf(each));
    }
    return auth;
  }

  /** Returns the VPC of subnets, which must be one. */
  private String vpc(List<String> subnets) {
    String vpc = "vpc-00000000";
    String first = null;
    List<Structure> known;
    try {
      known =
          Structures.of(state.context.call("ec2", "DescribeSubnets", Map.of("SubnetIds", subnets)))
              .structures("Subnets");
    } catch (EngineException e) {
      return vpc;
    }
    for (Structure subnet : known) {
      if (subnets.contains(String.valueOf(subnet.text("SubnetId")))) {
        vpc = String.valueOf(subnet.text("VpcId"));
        if (first != null && !first.equals(vpc)) {
          throw RdsErrors.fault(
              "InvalidSubnet",
              "The requested subnet "
                  + subnet.text("SubnetId")
                  + " is invalid, or multiple subnets were requested that are not all in a common"
                  + " VPC.");
        }
        first = vpc;
      }
    }
    return vpc;
  }

  private Map<String, ?> describe(EngineCall call) {
    String name = call.input().text("DBProxyName");
    List<Structure> found = name == null ? state.proxies.all() : List.of(require(state, name));
    return Pages.of(call.input(), "DBProxies", found, state.proxies::nameOf, state.proxies::view);
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure input = call.input();
    Structure proxy = require(state, input.text("DBProxyName"));
    Map<String, Object> changes = new LinkedHashMap<>();
    RdsState.copy(
        input,
        changes,
        List.of("RequireTLS", "IdleClientTimeout", "DebugLogging", "RoleArn", "DefaultAuthScheme"));
    if (!input.list("Auth").isEmpty()) {
      changes.put("Auth", auth(input));
    }
    if (!input.list("SecurityGroups").isEmpty()) {
      changes.put("VpcSecurityGroupIds", input.texts("SecurityGroups"));
    }
    changes.put("UpdatedDate", state.now());
    String name = state.proxies.nameOf(proxy);
    return Params.of("DBProxy", state.proxies.view(state.proxies.edit(name, changes)));
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure proxy = require(state, call.input().text("DBProxyName"));
    String name = state.proxies.nameOf(proxy);
    state.proxies.remove(name);
    state.targetGroups.remove(name);
    return Params.of("DBProxy", state.proxies.view(proxy).with("Status", "deleting"));
  }
}
