package io.boto4j.benchmarks.run;

import java.nio.charset.StandardCharsets;

/** Responses in XML with the elements that the services send, the same in every run. */
public final class XmlDocuments {
  private XmlDocuments() {}

  /**
   * Returns a response of RDS's DescribeDBInstances.
   *
   * @param count the number of instances
   * @return the response
   */
  public static byte[] dbInstances(int count) {
    StringBuilder xml = new StringBuilder(count * 5_000);
    xml.append("<DescribeDBInstancesResponse xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\">")
        .append("\n  <DescribeDBInstancesResult>\n    <DBInstances>\n");
    for (int i = 0; i < count; i++) {
      dbInstance(xml, i == 0 ? "orders" : "orders-" + i);
    }
    xml.append("    </DBInstances>\n  </DescribeDBInstancesResult>\n  <ResponseMetadata>\n")
        .append("    <RequestId>9135fff3-8509-11e0-bd9b-a7b1ece36d51</RequestId>\n")
        .append("  </ResponseMetadata>\n</DescribeDBInstancesResponse>\n");
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void dbInstance(StringBuilder xml, String name) {
    xml.append("      <DBInstance>\n");
    for (String[] each :
        new String[][] {
          {"DBInstanceIdentifier", name},
          {"DBInstanceClass", "db.r6g.large"},
          {"Engine", "postgres"},
          {"DBInstanceStatus", "available"},
          {"MasterUsername", "app"},
          {"DBName", "orders"},
          {"AllocatedStorage", "200"},
          {"InstanceCreateTime", "2026-02-03T10:15:30.123Z"},
          {"PreferredBackupWindow", "03:00-04:00"},
          {"BackupRetentionPeriod", "7"},
          {"AvailabilityZone", "eu-west-1a"},
          {"PreferredMaintenanceWindow", "sun:05:00-sun:06:00"},
          {"LatestRestorableTime", "2026-11-22T10:10:00Z"},
          {"MultiAZ", "true"},
          {"EngineVersion", "16.4"},
          {"AutoMinorVersionUpgrade", "true"},
          {"LicenseModel", "postgresql-license"},
          {"Iops", "3000"},
          {"PubliclyAccessible", "false"},
          {"StorageType", "gp3"},
          {"DbInstancePort", "0"},
          {"StorageEncrypted", "true"},
          {"KmsKeyId", "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef"},
          {"DbiResourceId", "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
          {"CACertificateIdentifier", "rds-ca-rsa2048-g1"},
          {"CopyTagsToSnapshot", "true"},
          {"MonitoringInterval", "60"},
          {"PromotionTier", "1"},
          {"DBInstanceArn", "arn:aws:rds:eu-west-1:123456789012:db:" + name},
          {"IAMDatabaseAuthenticationEnabled", "true"},
          {"PerformanceInsightsEnabled", "true"},
          {"DeletionProtection", "true"},
          {"MaxAllocatedStorage", "1000"},
          {"CustomerOwnedIpEnabled", "false"},
          {"NetworkType", "IPV4"},
          {"StorageThroughput", "125"}
        }) {
      xml.append("        <").append(each[0]).append('>').append(each[1]);
      xml.append("</").append(each[0]).append(">\n");
    }
    xml.append("        <Endpoint><Address>")
        .append(name)
        .append(".c1.eu-west-1.rds.amazonaws.com</Address><Port>5432</Port>")
        .append("<HostedZoneId>Z29XKXDKYMONMX</HostedZoneId></Endpoint>\n")
        .append("        <VpcSecurityGroups><VpcSecurityGroupMembership>")
        .append("<VpcSecurityGroupId>sg-0123456789abcdef0</VpcSecurityGroupId>")
        .append("<Status>active</Status></VpcSecurityGroupMembership></VpcSecurityGroups>\n")
        .append("        <DBParameterGroups><DBParameterGroup>")
        .append("<DBParameterGroupName>default.postgres16</DBParameterGroupName>")
        .append("<ParameterApplyStatus>in-sync</ParameterApplyStatus>")
        .append("</DBParameterGroup></DBParameterGroups>\n")
        .append("        <DBSubnetGroup><DBSubnetGroupName>private</DBSubnetGroupName>")
        .append("<SubnetGroupStatus>Complete</SubnetGroupStatus><VpcId>vpc-0a1b2c3d</VpcId>")
        .append("<Subnets>");
    for (char zone = 'a'; zone <= 'c'; zone++) {
      xml.append("<Subnet><SubnetIdentifier>subnet-0")
          .append(zone)
          .append("1b2c3d</SubnetIdentifier><SubnetAvailabilityZone><Name>eu-west-1")
          .append(zone)
          .append("</Name></SubnetAvailabilityZone><SubnetStatus>Active</SubnetStatus></Subnet>");
    }
    xml.append("</Subnets></DBSubnetGroup>\n        <TagList><Tag><Key>team</Key>")
        .append("<Value>payments &amp; orders</Value></Tag><Tag><Key>env</Key>")
        .append("<Value>prod</Value></Tag></TagList>\n      </DBInstance>\n");
  }

  /**
   * Returns a response of EC2's DescribeInstances.
   *
   * @param count the number of instances, each in its own reservation
   * @return the response
   */
  public static byte[] instances(int count) {
    StringBuilder xml = new StringBuilder(count * 3_000);
    xml.append("<DescribeInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">")
        .append("<requestId>8f7724cf-496f-496e-8fe3-example</requestId><reservationSet>");
    for (int i = 0; i < count; i++) {
      instance(xml, Integer.toHexString(0x1000_0000 + i));
    }
    return xml.append("</reservationSet></DescribeInstancesResponse>")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void instance(StringBuilder xml, String id) {
    xml.append("<item><reservationId>r-0")
        .append(id)
        .append("</reservationId><ownerId>123456789012</ownerId><groupSet/><instancesSet><item>")
        .append("<instanceId>i-012345678")
        .append(id)
        .append("</instanceId><imageId>ami-0abcdef1234567890</imageId>")
        .append("<instanceState><code>16</code><name>running</name></instanceState>")
        .append("<privateDnsName>ip-10-0-0-12.eu-west-1.compute.internal</privateDnsName>")
        .append("<dnsName/><reason/><keyName>ops</keyName><amiLaunchIndex>0</amiLaunchIndex>")
        .append("<productCodes/><instanceType>m7g.large</instanceType>")
        .append("<launchTime>2026-11-01T08:00:00.000Z</launchTime>")
        .append("<placement><availabilityZone>eu-west-1a</availabilityZone><groupName/>")
        .append("<tenancy>default</tenancy></placement>")
        .append("<monitoring><state>disabled</state></monitoring>")
        .append("<subnetId>subnet-0a1b2c3d</subnetId><vpcId>vpc-0a1b2c3d</vpcId>")
        .append("<privateIpAddress>10.0.0.12</privateIpAddress>")
        .append("<sourceDestCheck>true</sourceDestCheck><groupSet><item>")
        .append("<groupId>sg-0123456789abcdef0</groupId><groupName>web</groupName></item>")
        .append("</groupSet><architecture>arm64</architecture>")
        .append("<rootDeviceType>ebs</rootDeviceType><rootDeviceName>/dev/xvda</rootDeviceName>")
        .append("<blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs>")
        .append("<volumeId>vol-0abcdef1234567890</volumeId><status>attached</status>")
        .append("<attachTime>2026-11-01T08:00:01.000Z</attachTime>")
        .append("<deleteOnTermination>true</deleteOnTermination></ebs></item>")
        .append("</blockDeviceMapping><virtualizationType>hvm</virtualizationType>")
        .append("<clientToken/><tagSet><item><key>Name</key><value>web-")
        .append(id)
        .append("</value></item><item><key>team</key><value>payments</value></item></tagSet>")
        .append("<hypervisor>xen</hypervisor><ebsOptimized>true</ebsOptimized>")
        .append("<enaSupport>true</enaSupport><cpuOptions><coreCount>2</coreCount>")
        .append("<threadsPerCore>1</threadsPerCore></cpuOptions>")
        .append("<metadataOptions><state>applied</state><httpTokens>required</httpTokens>")
        .append("<httpPutResponseHopLimit>2</httpPutResponseHopLimit>")
        .append("<httpEndpoint>enabled</httpEndpoint></metadataOptions>")
        .append("</item></instancesSet></item>");
  }
}
