package io.boto4j.benchmarks.contestants;

import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;

/** RDS's DescribeDBInstances by the AWS SDK for Java 2.x. */
public final class AwsSdkDescribeDbInstances {
  private AwsSdkDescribeDbInstances() {}

  /**
   * Prints the status of the first database instance.
   *
   * @param args the endpoint URL, and the HTTP client
   */
  public static void main(String[] args) {
    try (RdsClient rds = AwsSdkSettings.client(RdsClient.builder(), args)) {
      DescribeDbInstancesResponse response =
          rds.describeDBInstances(
              DescribeDbInstancesRequest.builder().dbInstanceIdentifier("orders").build());
      System.out.println(response.dbInstances().get(0).dbInstanceStatus());
    }
  }
}
