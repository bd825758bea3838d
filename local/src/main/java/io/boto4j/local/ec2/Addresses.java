package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Elastic IP addresses. */
final class Addresses {
  private static final Filters FILTERS =
      new Filters()
          .on("allocation-id", "AllocationId")
          .on("association-id", "AssociationId")
          .on("domain", "Domain")
          .on("instance-id", "InstanceId")
          .on("network-border-group", "NetworkBorderGroup")
          .on("network-interface-id", "NetworkInterfaceId")
          .on("private-ip-address", "PrivateIpAddress")
          .on("public-ip", "PublicIp");

  private final Ec2State state;

  Addresses(Ec2State state) {
    this.state = state;
  }

  void register() {
    state.table.read("DescribeAddresses", this::describe);
    state.table.write("AllocateAddress", this::allocate);
    state.table.write("ReleaseAddress", this::releaseAddress);
    state.table.write("AssociateAddress", this::associate);
    state.table.write("DisassociateAddress", this::disassociate);
  }

  /** A public address that belongs to nobody here. */
  static String newAddress(Ec2State state) {
    return "54."
        + (144 + state.context.random().nextInt(112))
        + "."
        + state.context.random().nextInt(256)
        + "."
        + (1 + state.context.random().nextInt(254));
  }

  /** The elastic address of an instance, or null. */
  @Nullable String ofInstance(String instance) {
    List<Structure> found =
        state.of(Kind.ADDRESS).all(each -> instance.equals(each.text("InstanceId")));
    return found.isEmpty() ? null : found.get(0).text("PublicIp");
  }

  /** Ends the associations of an instance. */
  void release(String instance) {
    state
        .of(Kind.ADDRESS)
        .all(each -> instance.equals(each.text("InstanceId")))
        .forEach(this::disassociate);
  }

  private Map<String, ?> describe(EngineCall call) {
    List<String> addresses = call.input().texts("PublicIps");
    addresses.forEach(this::byAddress);
    Params all = state.describe(call, Kind.ADDRESS, "AllocationIds", "Addresses", FILTERS);
    if (addresses.isEmpty()) {
      return all;
    }
    List<Structure> wanted =
        Structures.of(all).structures("Addresses").stream()
            .filter(each -> addresses.contains(String.valueOf(each.text("PublicIp"))))
            .toList();
    return all.with("Addresses", wanted);
  }

  private Structure byAddress(String address) {
    List<Structure> found =
        state.of(Kind.ADDRESS).all(each -> address.equals(each.text("PublicIp")));
    if (found.isEmpty()) {
      throw Ec2Errors.of("InvalidAddress.NotFound", "Address '" + address + "' not found.");
    }
    return found.get(0);
  }

  private Structure require(Structure input) {
    String id = input.text("AllocationId");
    String address = input.text("PublicIp");
    if (id == null && address == null) {
      throw Ec2Errors.missing("AllocationId");
    }
    return id == null ? byAddress(String.valueOf(address)) : state.of(Kind.ADDRESS).require(id);
  }

  private Map<String, ?> allocate(EngineCall call) {
    Map<String, String> tags = Tags.only(call.input(), Kind.ADDRESS);
    String id = state.newId(Kind.ADDRESS);
    Params address =
        Params.of(
            "AllocationId",
            id,
            "PublicIp",
            newAddress(state),
            "Domain",
            "vpc",
            "PublicIpv4Pool",
            "amazon",
            "NetworkBorderGroup",
            state.context.region());
    state.add(Kind.ADDRESS, id, address);
    state.tags.put(id, tags);
    return address;
  }

  private Map<String, ?> releaseAddress(EngineCall call) {
    Structure address = require(call.input());
    if (address.text("AssociationId") != null) {
      throw Ec2Errors.of(
          "InvalidIPAddress.InUse", "Address " + address.text("PublicIp") + " is in use.");
    }
    state.remove(Kind.ADDRESS, Resources.id(address));
    return Map.of();
  }

  private Map<String, ?> associate(EngineCall call) {
    Structure input = call.input();
    if (input.text("InstanceId") == null) {
      throw Ec2Errors.of(
          "MissingParameter", "Invalid request, expect InstanceId/NetworkId parameter.");
    }
    Structure address = require(input);
    Structure instance = state.of(Kind.INSTANCE).require(input.text("InstanceId"));
    if (address.text("AssociationId") != null
        && Boolean.FALSE.equals(input.bool("AllowReassociation"))) {
      throw Ec2Errors.of(
          "Resource.AlreadyAssociated",
          "resource "
              + Resources.id(address)
              + " is already associated with associate-id "
              + address.text("AssociationId"));
    }
    if (InstanceStates.isGone(instance)) {
      throw Ec2Errors.of(
          "InvalidInstanceID",
          "The instance '"
              + Resources.id(instance)
              + "' is not in a valid state for this operation.");
    }
    release(Resources.id(instance));
    String association = state.newId("eipassoc-");
    state
        .of(Kind.ADDRESS)
        .edit(
            Resources.id(address),
            Params.of(
                "AssociationId", association,
                "InstanceId", Resources.id(instance),
                "NetworkInterfaceId", instance.text("_interface"),
                "NetworkInterfaceOwnerId", state.context.account(),
                "PrivateIpAddress", instance.text("PrivateIpAddress")));
    return Params.of("AssociationId", association);
  }

  private void disassociate(Structure address) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String member :
        List.of(
            "AssociationId",
            "InstanceId",
            "NetworkInterfaceId",
            "NetworkInterfaceOwnerId",
            "PrivateIpAddress")) {
      members.put(member, null);
    }
    state.of(Kind.ADDRESS).edit(Resources.id(address), members);
  }

  private Map<String, ?> disassociate(EngineCall call) {
    String id = call.input().text("AssociationId");
    String ip = call.input().text("PublicIp");
    if (id == null && ip == null) {
      throw Ec2Errors.missing("AssociationId");
    }
    if (id == null) {
      disassociate(byAddress(String.valueOf(ip)));
      return Map.of();
    }
    List<Structure> found =
        state.of(Kind.ADDRESS).all(each -> id.equals(each.text("AssociationId")));
    if (found.isEmpty()) {
      throw Ec2Errors.of(
          "InvalidAssociationID.NotFound", "The association ID '" + id + "' does not exist");
    }
    disassociate(found.get(0));
    return Map.of();
  }
}
