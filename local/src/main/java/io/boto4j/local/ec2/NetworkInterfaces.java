package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The network interfaces of instances. There are no others. */
final class NetworkInterfaces {
  private static final Filters FILTERS =
      new Filters()
          .on("attachment.attachment-id", "Attachment.AttachmentId")
          .on("attachment.instance-id", "Attachment.InstanceId")
          .on("attachment.status", "Attachment.Status")
          .on("availability-zone", "AvailabilityZone")
          .on("addresses.private-ip-address", "PrivateIpAddresses[].PrivateIpAddress")
          .on("association.public-ip", "Association.PublicIp")
          .on("description", "Description")
          .on("group-id", "Groups[].GroupId")
          .on("group-name", "Groups[].GroupName")
          .on("mac-address", "MacAddress")
          .on("network-interface-id", "NetworkInterfaceId")
          .on("owner-id", "OwnerId")
          .on("private-dns-name", "PrivateDnsName")
          .on("private-ip-address", "PrivateIpAddress")
          .on("status", "Status")
          .on("subnet-id", "SubnetId")
          .on("vpc-id", "VpcId");

  private final Ec2State state;
  private final Instances instances;

  NetworkInterfaces(Ec2State state, Instances instances) {
    this.state = state;
    this.instances = instances;
  }

  void register() {
    state.table.read("DescribeNetworkInterfaces", this::describe);
  }

  private Map<String, ?> describe(EngineCall call) {
    List<String> wanted = call.input().texts("NetworkInterfaceIds");
    wanted.forEach(Kind.NETWORK_INTERFACE::check);
    List<String> missing = new ArrayList<>(wanted);
    List<Structure> found = new ArrayList<>();
    for (Structure instance : instances.all()) {
      for (Structure each :
          Structures.of(instances.view(instance)).structures("NetworkInterfaces")) {
        String id = String.valueOf(each.text("NetworkInterfaceId"));
        missing.remove(id);
        if (wanted.isEmpty() || wanted.contains(id)) {
          found.add(Structures.of(view(instance, each)));
        }
      }
    }
    if (!missing.isEmpty()) {
      throw Kind.NETWORK_INTERFACE.notFound(missing);
    }
    return Pages.of(call.input(), "NetworkInterfaces", FILTERS.apply(call.input(), found));
  }

  private Params view(Structure instance, Structure networkInterface) {
    Params attachment =
        Params.copyOf(networkInterface.map("Attachment"))
            .with("InstanceId", Resources.id(instance))
            .with("InstanceOwnerId", state.context.account());
    return Params.copyOf(networkInterface)
        .with("Attachment", attachment)
        .with("AvailabilityZone", instance.text("Placement", "AvailabilityZone"))
        .with("RequesterManaged", false)
        .with("TagSet", List.of());
  }
}
