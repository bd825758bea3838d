package io.boto4j.dashboard.cloud;

import io.boto4j.Client;
import io.boto4j.dynamodb.Table;
import io.boto4j.local.LocalAws;

/** The tables of the dashboard, on AWS inside the process. */
public final class LocalTables implements AutoCloseable {
  /** The names that the tests use. */
  public static final Names NAMES = new Names("dashboard", "dashboard-db", "nightly-stop");

  private final LocalAws aws = LocalAws.start();
  private final Client dynamodb = aws.session().client("dynamodb");

  /** Creates the tables. */
  public LocalTables() {
    new ProvisionTables(dynamodb, NAMES).run();
  }

  /** Returns a table. */
  public Table table(String name) {
    return Table.of(dynamodb, name);
  }

  /** Returns the AWS, whose clock can be advanced. */
  public LocalAws aws() {
    return aws;
  }

  @Override
  public void close() {
    dynamodb.close();
    aws.close();
  }
}
