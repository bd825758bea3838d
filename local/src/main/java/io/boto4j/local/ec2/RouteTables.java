package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Route tables with their routes and associations. */
final class RouteTables {
  private static final String ASSOCIATION = "RouteTableAssociationId";
  private static final List<String> TARGETS =
      List.of(
          "GatewayId",
          "InstanceId",
          "NatGatewayId",
          "NetworkInterfaceId",
          "TransitGatewayId",
          "VpcPeeringConnectionId",
          "EgressOnlyInternetGatewayId");
  private static final Filters FILTERS =
      new Filters()
          .on("association.main", "Associations[].Main")
          .on("association.route-table-association-id", "Associations[].RouteTableAssociationId")
          .on("association.route-table-id", "Associations[].RouteTableId")
          .on("association.subnet-id", "Associations[].SubnetId")
          .on("owner-id", "OwnerId")
          .on("route-table-id", "RouteTableId")
          .on("route.destination-cidr-block", "Routes[].DestinationCidrBlock")
          .on("route.gateway-id", "Routes[].GatewayId")
          .on("route.instance-id", "Routes[].InstanceId")
          .on("route.origin", "Routes[].Origin")
          .on("route.state", "Routes[].State")
          .on("vpc-id", "VpcId");

  private final Ec2State state;

  RouteTables(Ec2State state) {
    this.state = state;
  }

  void register() {
    state.table.read(
        "DescribeRouteTables",
        call -> state.describe(call, Kind.ROUTE_TABLE, "RouteTableIds", "RouteTables", FILTERS));
    state.table.write("CreateRouteTable", this::create);
    state.table.write("DeleteRouteTable", this::delete);
    state.table.write("CreateRoute", this::createRoute);
    state.table.write("DeleteRoute", this::deleteRoute);
    state.table.write("AssociateRouteTable", this::associate);
    state.table.write("DisassociateRouteTable", this::disassociate);
  }

  static String create(Ec2State state, String vpc, Cidr block, boolean isMain) {
    String id = state.newId(Kind.ROUTE_TABLE);
    Params main =
        Params.of(
            "Main",
            true,
            ASSOCIATION,
            state.newId("rtbassoc-"),
            "RouteTableId",
            id,
            "AssociationState",
            Params.of("State", "associated"));
    state.add(
        Kind.ROUTE_TABLE,
        id,
        Params.of(
            "RouteTableId",
            id,
            "VpcId",
            vpc,
            "OwnerId",
            state.context.account(),
            "PropagatingVgws",
            List.of(),
            "Associations",
            isMain ? List.of(main) : List.of(),
            "Routes",
            List.of(
                Params.of(
                    "DestinationCidrBlock", block.toString(),
                    "GatewayId", "local",
                    "Origin", "CreateRouteTable",
                    "State", "active"))));
    return id;
  }

  static boolean isMain(Structure table) {
    return table.structures("Associations").stream()
        .anyMatch(each -> Boolean.TRUE.equals(each.bool("Main")));
  }

  /** The id of the main table of a VPC. */
  static String main(Ec2State state, String vpc) {
    return Resources.id(
        state
            .of(Kind.ROUTE_TABLE)
            .all(table -> vpc.equals(table.text("VpcId")) && isMain(table))
            .get(0));
  }

  static void addRoute(Ec2State state, String table, Params route) {
    List<Object> routes =
        new ArrayList<>(state.of(Kind.ROUTE_TABLE).require(table).structures("Routes"));
    routes.add(route);
    state.of(Kind.ROUTE_TABLE).edit(table, "Routes", routes);
  }

  /** Removes the associations of a subnet that is deleted. */
  static void forgetSubnet(Ec2State state, String subnet) {
    for (Structure table : state.of(Kind.ROUTE_TABLE).all()) {
      List<Structure> left =
          table.structures("Associations").stream()
              .filter(each -> !subnet.equals(each.text("SubnetId")))
              .toList();
      if (left.size() < table.structures("Associations").size()) {
        state.of(Kind.ROUTE_TABLE).edit(Resources.id(table), "Associations", left);
      }
    }
  }

  private Structure require(EngineCall call) {
    return state.of(Kind.ROUTE_TABLE).require(call.input().text("RouteTableId"));
  }

  private Map<String, ?> create(EngineCall call) {
    Structure vpc = state.of(Kind.VPC).require(call.input().text("VpcId"));
    Map<String, String> tags = Tags.only(call.input(), Kind.ROUTE_TABLE);
    Cidr block = Cidr.require(vpc.text("CidrBlock"), "cidrBlock");
    String id = create(state, Resources.id(vpc), block, false);
    state.tags.put(id, tags);
    return Params.of("RouteTable", state.view(state.of(Kind.ROUTE_TABLE).require(id)));
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure table = require(call);
    if (!table.structures("Associations").isEmpty()) {
      throw Ec2Errors.dependency("routeTable", Resources.id(table));
    }
    state.remove(Kind.ROUTE_TABLE, Resources.id(table));
    return Map.of();
  }

  private static boolean leadsTo(Structure route, @Nullable String destination) {
    return destination != null && destination.equals(route.text("DestinationCidrBlock"));
  }

  private Map<String, ?> createRoute(EngineCall call) {
    Structure input = call.input();
    Structure table = require(call);
    String destination =
        Cidr.require(input.text("DestinationCidrBlock"), "destinationCidrBlock").toString();
    if (table.structures("Routes").stream().anyMatch(route -> leadsTo(route, destination))) {
      throw Ec2Errors.of(
          "RouteAlreadyExists", "The route identified by " + destination + " already exists.");
    }
    Params route = Params.of("DestinationCidrBlock", destination);
    for (String target : TARGETS) {
      route = route.with(target, input.text(target));
    }
    if (route.size() == 1) {
      throw Ec2Errors.missing("gatewayId");
    }
    String gateway = input.text("GatewayId");
    if (gateway != null && gateway.startsWith("igw-")) {
      state.of(Kind.INTERNET_GATEWAY).require(gateway);
    }
    if (input.text("InstanceId") != null) {
      state.of(Kind.INSTANCE).require(input.text("InstanceId"));
    }
    addRoute(
        state, Resources.id(table), route.with("Origin", "CreateRoute").with("State", "active"));
    return Params.of("Return", true);
  }

  private Map<String, ?> deleteRoute(EngineCall call) {
    Structure table = require(call);
    String destination = call.input().text("DestinationCidrBlock");
    List<Structure> left =
        table.structures("Routes").stream().filter(route -> !leadsTo(route, destination)).toList();
    if (left.size() == table.structures("Routes").size()) {
      throw Ec2Errors.of(
          "InvalidRoute.NotFound",
          "no route with destination-cidr-block "
              + destination
              + " in route table "
              + Resources.id(table));
    }
    state.of(Kind.ROUTE_TABLE).edit(Resources.id(table), "Routes", left);
    return Map.of();
  }

  private Map<String, ?> associate(EngineCall call) {
    Structure table = require(call);
    Structure subnet = state.of(Kind.SUBNET).require(call.input().text("SubnetId"));
    String id = Resources.id(subnet);
    if (!Objects.equals(table.text("VpcId"), subnet.text("VpcId"))) {
      throw Ec2Errors.invalidValue(
          "Route table "
              + Resources.id(table)
              + " and subnet "
              + id
              + " belong to different networks");
    }
    for (Structure other : state.of(Kind.ROUTE_TABLE).all()) {
      for (Structure each : other.structures("Associations")) {
        if (id.equals(each.text("SubnetId"))) {
          throw Ec2Errors.of(
              "Resource.AlreadyAssociated",
              "the specified association for route table "
                  + Resources.id(table)
                  + " conflicts with an existing association");
        }
      }
    }
    String association = state.newId("rtbassoc-");
    List<Object> all = new ArrayList<>(table.structures("Associations"));
    all.add(
        Params.of(
            "Main",
            false,
            ASSOCIATION,
            association,
            "RouteTableId",
            Resources.id(table),
            "SubnetId",
            id,
            "AssociationState",
            Params.of("State", "associated")));
    state.of(Kind.ROUTE_TABLE).edit(Resources.id(table), "Associations", all);
    return Params.of(
        "AssociationId", association, "AssociationState", Params.of("State", "associated"));
  }

  private Map<String, ?> disassociate(EngineCall call) {
    String id = String.valueOf(call.input().text("AssociationId"));
    for (Structure table : state.of(Kind.ROUTE_TABLE).all()) {
      for (Structure each : table.structures("Associations")) {
        if (!id.equals(each.text(ASSOCIATION))) {
          continue;
        }
        if (Boolean.TRUE.equals(each.bool("Main"))) {
          throw Ec2Errors.invalidValue(
              "cannot disassociate the main route table association " + id);
        }
        List<Structure> left =
            table.structures("Associations").stream()
                .filter(other -> !id.equals(other.text(ASSOCIATION)))
                .toList();
        state.of(Kind.ROUTE_TABLE).edit(Resources.id(table), "Associations", left);
        return Map.of();
      }
    }
    throw Ec2Errors.of(
        "InvalidAssociationID.NotFound", "The association ID '" + id + "' does not exist");
  }
}
