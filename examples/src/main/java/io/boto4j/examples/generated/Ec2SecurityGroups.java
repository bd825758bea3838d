package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.ec2.AuthorizeSecurityGroupIngressRequest;
import io.boto4j.examples.generated.ec2.CreateSecurityGroupRequest;
import io.boto4j.examples.generated.ec2.DeleteSecurityGroupRequest;
import io.boto4j.examples.generated.ec2.DescribeSecurityGroupsRequest;
import io.boto4j.examples.generated.ec2.Ec2;
import io.boto4j.examples.generated.ec2.Filter;
import io.boto4j.examples.generated.ec2.IpPermission;
import io.boto4j.examples.generated.ec2.IpRange;

/** Creates a security group, opens two ports, and deletes it again. */
class Ec2SecurityGroups {
  public static void main(String[] args) {
    var ec2 = Ec2.of(Session.create().client("ec2"));
    var vpc = ec2.describeVpcs().vpcs().get(0).vpcId();
    var web = CreateSecurityGroupRequest.of("web servers", "web").vpcId(vpc);
    var id = ec2.createSecurityGroup(web).groupId();
    var everyone = IpPermission.of().ipProtocol("tcp").ipRanges(IpRange.of().cidrIp("0.0.0.0/0"));
    var opened = ec2.authorizeSecurityGroupIngress(AuthorizeSecurityGroupIngressRequest.of()
        .groupId(id)
        .ipPermissions(everyone.fromPort(80).toPort(80), everyone.fromPort(443).toPort(443)));
    System.out.println(Boolean.TRUE.equals(opened.return_()) ? "opened" : "not opened");

    var filter = Filter.of().name("group-name").values("web");
    for (var group : ec2.describeSecurityGroupsItems(DescribeSecurityGroupsRequest.of().filters(filter))) {
      for (var permission : group.ipPermissions()) {
        System.out.println(permission.ipProtocol() + " " + permission.fromPort() + " from "
            + String.join(", ", permission.ipRanges().stream().map(IpRange::cidrIp).toList()));
      }
    }
    try {
      ec2.createSecurityGroup(web);
    } catch (ServiceException e) {
      System.out.println(e.code());
    }
    ec2.deleteSecurityGroup(DeleteSecurityGroupRequest.of().groupId(id));
    try {
      ec2.deleteSecurityGroup(DeleteSecurityGroupRequest.of().groupId("sg-12345678"));
    } catch (ServiceException e) {
      System.out.println(e.getMessage());
    }
  }
}
