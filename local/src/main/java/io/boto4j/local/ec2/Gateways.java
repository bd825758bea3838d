package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.List;
import java.util.Map;

/** Internet gateways, each attached to one VPC at most. */
final class Gateways {
  private static final Filters FILTERS =
      new Filters()
          .on("attachment.state", "Attachments[].State")
          .on("attachment.vpc-id", "Attachments[].VpcId")
          .on("internet-gateway-id", "InternetGatewayId")
          .on("owner-id", "OwnerId");

  private final Ec2State state;

  Gateways(Ec2State state) {
    this.state = state;
  }

  void register() {
    state.table.read(
        "DescribeInternetGateways",
        call ->
            state.describe(
                call, Kind.INTERNET_GATEWAY, "InternetGatewayIds", "InternetGateways", FILTERS));
    state.table.write("CreateInternetGateway", this::create);
    state.table.write("DeleteInternetGateway", this::delete);
    state.table.write("AttachInternetGateway", this::attach);
    state.table.write("DetachInternetGateway", this::detach);
  }

  static boolean isAttached(Structure gateway, String vpc) {
    return gateway.structures("Attachments").stream()
        .anyMatch(each -> vpc.equals(each.text("VpcId")));
  }

  private Structure require(EngineCall call) {
    return state.of(Kind.INTERNET_GATEWAY).require(call.input().text("InternetGatewayId"));
  }

  private Map<String, ?> create(EngineCall call) {
    Map<String, String> tags = Tags.only(call.input(), Kind.INTERNET_GATEWAY);
    String id = state.newId(Kind.INTERNET_GATEWAY);
    Structure gateway =
        state.add(
            Kind.INTERNET_GATEWAY,
            id,
            Params.of(
                "InternetGatewayId", id,
                "OwnerId", state.context.account(),
                "Attachments", List.of()));
    state.tags.put(id, tags);
    return Params.of("InternetGateway", state.view(gateway));
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure gateway = require(call);
    if (!gateway.structures("Attachments").isEmpty()) {
      throw Ec2Errors.dependency("internetGateway", Resources.id(gateway));
    }
    state.remove(Kind.INTERNET_GATEWAY, Resources.id(gateway));
    return Map.of();
  }

  private Map<String, ?> attach(EngineCall call) {
    Structure gateway = require(call);
    String vpc = Resources.id(state.of(Kind.VPC).require(call.input().text("VpcId")));
    if (!gateway.structures("Attachments").isEmpty()) {
      throw Ec2Errors.of(
          "Resource.AlreadyAssociated",
          "resource " + Resources.id(gateway) + " is already attached to network " + vpc);
    }
    if (state.of(Kind.INTERNET_GATEWAY).any(other -> isAttached(other, vpc))) {
      throw Ec2Errors.invalidValue("Network " + vpc + " already has an internet gateway attached");
    }
    state
        .of(Kind.INTERNET_GATEWAY)
        .edit(
            Resources.id(gateway),
            "Attachments",
            List.of(Params.of("State", "available", "VpcId", vpc)));
    return Map.of();
  }

  private Map<String, ?> detach(EngineCall call) {
    Structure gateway = require(call);
    String vpc = Resources.id(state.of(Kind.VPC).require(call.input().text("VpcId")));
    if (!isAttached(gateway, vpc)) {
      throw Ec2Errors.of(
          "Gateway.NotAttached",
          "resource " + Resources.id(gateway) + " is not attached to network " + vpc);
    }
    boolean mapped =
        state
            .of(Kind.INSTANCE)
            .any(
                each ->
                    vpc.equals(each.text("VpcId"))
                        && each.text("PublicIpAddress") != null
                        && !InstanceStates.isGone(each));
    if (mapped) {
      throw Ec2Errors.of(
          "DependencyViolation",
          "Network "
              + vpc
              + " has some mapped public address(es). Please unmap those public address(es) before"
              + " detaching the gateway.");
    }
    state.of(Kind.INTERNET_GATEWAY).edit(Resources.id(gateway), "Attachments", List.of());
    return Map.of();
  }
}
