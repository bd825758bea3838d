package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.Name;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Typed;

/** RDS's DescribeDBInstances by an interface that boto4j binds. */
public final class InterfaceDescribeDbInstances {
  private InterfaceDescribeDbInstances() {}

  /** The operation. */
  interface Databases {
    @Operation("DescribeDBInstances")
    @Result("DBInstances[0]")
    DbInstance instance(@Param("DBInstanceIdentifier") String id);
  }

  /** A database instance. */
  record DbInstance(@Name("DBInstanceStatus") String status) {}

  /**
   * Prints the status of the first database instance.
   *
   * @param args the endpoint URL
   */
  public static void main(String[] args) {
    try (Client client = LocalServer.session(args[0]).client("rds")) {
      System.out.println(Typed.of(client, Databases.class).instance("orders").status());
    }
  }
}
