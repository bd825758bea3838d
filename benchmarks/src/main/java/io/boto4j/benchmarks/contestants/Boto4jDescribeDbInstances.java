package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.Response;
import java.util.Map;

/** RDS's DescribeDBInstances by boto4j. */
public final class Boto4jDescribeDbInstances {
  private Boto4jDescribeDbInstances() {}

  /**
   * Prints the status of the first database instance.
   *
   * @param args the endpoint URL
   */
  public static void main(String[] args) {
    try (Client rds = LocalServer.session(args[0]).client("rds")) {
      Response response = rds.call("DescribeDBInstances", Map.of("DBInstanceIdentifier", "orders"));
      System.out.println(response.structures("DBInstances").get(0).text("DBInstanceStatus"));
    }
  }
}
