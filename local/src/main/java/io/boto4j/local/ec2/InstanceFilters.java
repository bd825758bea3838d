package io.boto4j.local.ec2;

/** The filters of lists of instances. */
final class InstanceFilters {
  private InstanceFilters() {}

  static Filters ofInstances() {
    return new Filters()
        .on("architecture", "Architecture")
        .on("availability-zone", "Placement.AvailabilityZone")
        .on("block-device-mapping.attach-time", "BlockDeviceMappings[].Ebs.AttachTime")
        .on(
            "block-device-mapping.delete-on-termination",
            "BlockDeviceMappings[].Ebs.DeleteOnTermination")
        .on("block-device-mapping.device-name", "BlockDeviceMappings[].DeviceName")
        .on("block-device-mapping.status", "BlockDeviceMappings[].Ebs.Status")
        .on("block-device-mapping.volume-id", "BlockDeviceMappings[].Ebs.VolumeId")
        .on("client-token", "ClientToken")
        .on("dns-name", "PublicDnsName")
        .on("group-id", "SecurityGroups[].GroupId")
        .on("group-name", "SecurityGroups[].GroupName")
        .on("hypervisor", "Hypervisor")
        .on("iam-instance-profile.arn", "IamInstanceProfile.Arn")
        .on("iam-instance-profile.id", "IamInstanceProfile.Id")
        .on("image-id", "ImageId")
        .on("instance-id", "InstanceId")
        .on("instance-state-code", "State.Code")
        .on("instance-state-name", "State.Name")
        .on("instance-type", "InstanceType")
        .on("instance.group-id", "SecurityGroups[].GroupId")
        .on("instance.group-name", "SecurityGroups[].GroupName")
        .on("ip-address", "PublicIpAddress")
        .on("key-name", "KeyName")
        .on("launch-index", "AmiLaunchIndex")
        .on("launch-time", "LaunchTime")
        .on("monitoring-state", "Monitoring.State")
        .on(
            "network-interface.addresses.private-ip-address",
            "NetworkInterfaces[].PrivateIpAddress")
        .on("network-interface.network-interface-id", "NetworkInterfaces[].NetworkInterfaceId")
        .on("network-interface.private-dns-name", "NetworkInterfaces[].PrivateDnsName")
        .on("network-interface.private-ip-address", "NetworkInterfaces[].PrivateIpAddress")
        .on("network-interface.subnet-id", "NetworkInterfaces[].SubnetId")
        .on("network-interface.vpc-id", "NetworkInterfaces[].VpcId")
        .on("owner-id", "NetworkInterfaces[].OwnerId")
        .on("placement-group-name", "Placement.GroupName")
        .on("platform", "Platform")
        .on("private-dns-name", "PrivateDnsName")
        .on("private-ip-address", "PrivateIpAddress")
        .on("reason", "StateTransitionReason")
        .on("reservation-id", "\"_reservation\"")
        .on("root-device-name", "RootDeviceName")
        .on("root-device-type", "RootDeviceType")
        .on("source-dest-check", "SourceDestCheck")
        .on("state-reason-code", "StateReason.Code")
        .on("state-reason-message", "StateReason.Message")
        .on("subnet-id", "SubnetId")
        .on("tenancy", "Placement.Tenancy")
        .on("virtualization-type", "VirtualizationType")
        .on("vpc-id", "VpcId");
  }

  static Filters ofStatuses() {
    return new Filters()
        .on("availability-zone", "AvailabilityZone")
        .on("instance-state-code", "InstanceState.Code")
        .on("instance-state-name", "InstanceState.Name")
        .on("instance-status.reachability", "InstanceStatus.Details[].Status")
        .on("instance-status.status", "InstanceStatus.Status")
        .on("system-status.reachability", "SystemStatus.Details[].Status")
        .on("system-status.status", "SystemStatus.Status");
  }
}
