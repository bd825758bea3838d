package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instances as the output has them: with their network interface and addresses. */
final class InstanceView {
  private InstanceView() {}

  static Params of(Ec2State state, Addresses addresses, Structure instance) {
    Params view = state.view(instance);
    String elastic = addresses.ofInstance(Resources.id(instance));
    if (elastic != null) {
      view =
          view.with("PublicIpAddress", elastic).with("PublicDnsName", publicName(state, elastic));
    }
    if (instance.text("SubnetId") == null) {
      return view.with("NetworkInterfaces", List.of());
    }
    return view.with(
        "NetworkInterfaces", List.of(networkInterface(state, instance, view, elastic)));
  }

  private static Params networkInterface(
      Ec2State state, Structure instance, Params view, @Nullable String elastic) {
    Object address = view.get("PublicIpAddress");
    Params association =
        Params.of(
            "IpOwnerId",
            elastic == null ? "amazon" : state.context.account(),
            "PublicDnsName",
            view.get("PublicDnsName"),
            "PublicIp",
            address);
    Params own =
        Params.of(
            "Association",
            address == null ? null : association,
            "Primary",
            true,
            "PrivateDnsName",
            instance.text("PrivateDnsName"),
            "PrivateIpAddress",
            instance.text("PrivateIpAddress"));
    return Params.of(
        "Association", address == null ? null : association,
        "Attachment",
            Params.of(
                "AttachTime",
                instance.instant("_launched"),
                "AttachmentId",
                instance.text("_attachment"),
                "DeleteOnTermination",
                true,
                "DeviceIndex",
                0,
                "Status",
                "attached",
                "NetworkCardIndex",
                0),
        "Description", "",
        "Groups", instance.structures("SecurityGroups"),
        "Ipv6Addresses", List.of(),
        "MacAddress", instance.text("_mac"),
        "NetworkInterfaceId", instance.text("_interface"),
        "OwnerId", state.context.account(),
        "PrivateDnsName", instance.text("PrivateDnsName"),
        "PrivateIpAddress", instance.text("PrivateIpAddress"),
        "PrivateIpAddresses", List.of(own),
        "SourceDestCheck", instance.bool("SourceDestCheck"),
        "Status", "in-use",
        "SubnetId", instance.text("SubnetId"),
        "VpcId", instance.text("VpcId"),
        "InterfaceType", "interface");
  }

  static String publicName(Ec2State state, String address) {
    String region = state.context.region();
    return "ec2-"
        + address.replace('.', '-')
        + (region.equals("us-east-1") ? ".compute-1" : "." + region + ".compute")
        + ".amazonaws.com";
  }

  static String privateName(Ec2State state, String address) {
    String region = state.context.region();
    return "ip-"
        + address.replace('.', '-')
        + (region.equals("us-east-1") ? ".ec2" : "." + region + ".compute")
        + ".internal";
  }
}
