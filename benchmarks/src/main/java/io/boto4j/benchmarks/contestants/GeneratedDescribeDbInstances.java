package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.benchmarks.typed.rds.DescribeDbInstancesRequest;
import io.boto4j.benchmarks.typed.rds.Rds;

/** RDS's DescribeDBInstances by generated types of boto4j. */
public final class GeneratedDescribeDbInstances {
  private GeneratedDescribeDbInstances() {}

  /**
   * Prints the status of the first database instance.
   *
   * @param args the endpoint URL
   */
  public static void main(String[] args) {
    try (Client client = LocalServer.session(args[0]).client("rds")) {
      Rds rds = Rds.of(client);
      DescribeDbInstancesRequest request =
          DescribeDbInstancesRequest.of().dbInstanceIdentifier("orders");
      System.out.println(rds.describeDbInstances(request).dbInstances().get(0).dbInstanceStatus());
    }
  }
}
