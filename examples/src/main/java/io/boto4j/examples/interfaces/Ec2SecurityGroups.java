package io.boto4j.examples.interfaces;

import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.util.List;

/** Creates a security group, opens two ports, and deletes it again. */
class Ec2SecurityGroups {
  record NewGroup(String groupName, String description, String vpcId) {}

  record Range(String cidrIp) {}

  record Permission(String ipProtocol, int fromPort, int toPort, List<Range> ipRanges) {}

  record Filter(String name, List<String> values) {}

  @Service("ec2")
  interface Ec2 {
    @Operation("DescribeVpcs") @Result("Vpcs[0].VpcId") String firstVpc();

    @Operation("CreateSecurityGroup") @Result("GroupId") String create(NewGroup group);

    @Operation("AuthorizeSecurityGroupIngress") @Result("Return")
    boolean open(@Param("GroupId") String id, @Param("IpPermissions") Permission... permissions);

    @Operation("DescribeSecurityGroups") @Result("SecurityGroups[].IpPermissions[]")
    Iterable<Permission> permissions(@Param("Filters") Filter... filters);

    @Operation("DeleteSecurityGroup") void delete(@Param("GroupId") String id);
  }

  public static void main(String[] args) {
    var ec2 = Typed.of(Session.create(), Ec2.class);
    var web = new NewGroup("web", "web servers", ec2.firstVpc());
    var id = ec2.create(web);
    var everyone = List.of(new Range("0.0.0.0/0"));
    var opened = ec2.open(id, new Permission("tcp", 80, 80, everyone), new Permission("tcp", 443, 443, everyone));
    System.out.println(opened ? "opened" : "not opened");

    for (var permission : ec2.permissions(new Filter("group-name", List.of("web")))) {
      System.out.println(permission.ipProtocol() + " " + permission.fromPort() + " from "
          + String.join(", ", permission.ipRanges().stream().map(Range::cidrIp).toList()));
    }
    try {
      ec2.create(web);
    } catch (ServiceException e) {
      System.out.println(e.code());
    }
    ec2.delete(id);
    try {
      ec2.delete("sg-12345678");
    } catch (ServiceException e) {
      System.out.println(e.getMessage());
    }
  }
}
