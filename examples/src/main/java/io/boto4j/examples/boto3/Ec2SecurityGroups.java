package io.boto4j.examples.boto3;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import java.util.List;
import java.util.Map;

/** Creates a security group, opens two ports, and deletes it again. */
class Ec2SecurityGroups {
  public static void main(String[] args) {
    var ec2 = Session.create().client("ec2");
    var vpc = ec2.call("DescribeVpcs").search("Vpcs[0].VpcId", String.class);
    var web = Params.of("GroupName", "web", "Description", "web servers", "VpcId", vpc);
    var id = ec2.call("CreateSecurityGroup", web).text("GroupId");
    var everyone = List.of(Map.of("CidrIp", "0.0.0.0/0"));
    var opened = ec2.call("AuthorizeSecurityGroupIngress", Params.of("GroupId", id, "IpPermissions", List.of(
        Map.of("IpProtocol", "tcp", "FromPort", 80, "ToPort", 80, "IpRanges", everyone),
        Map.of("IpProtocol", "tcp", "FromPort", 443, "ToPort", 443, "IpRanges", everyone))));
    System.out.println(Boolean.TRUE.equals(opened.bool("Return")) ? "opened" : "not opened");

    var filters = List.of(Map.of("Name", "group-name", "Values", List.of("web")));
    for (var group : ec2.items("DescribeSecurityGroups", Params.of("Filters", filters))) {
      for (var permission : group.structures("IpPermissions")) {
        System.out.println(permission.text("IpProtocol") + " " + permission.integer("FromPort") + " from "
            + String.join(", ", permission.searchAll("IpRanges[].CidrIp", String.class)));
      }
    }
    try {
      ec2.call("CreateSecurityGroup", web);
    } catch (ServiceException e) {
      System.out.println(e.code());
    }
    ec2.call("DeleteSecurityGroup", Params.of("GroupId", id));
    try {
      ec2.call("DeleteSecurityGroup", Params.of("GroupId", "sg-12345678"));
    } catch (ServiceException e) {
      System.out.println(e.getMessage());
    }
  }
}
