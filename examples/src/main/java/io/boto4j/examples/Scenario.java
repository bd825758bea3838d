package io.boto4j.examples;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.local.LocalAws;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The back end of a dashboard, on AWS inside this process: users in DynamoDB, a PostgreSQL
 * instance, a Lambda function that stops it, roles and permissions.
 */
final class Scenario {
  private final Narrator narrator;
  private final String region;
  private final boolean keep;

  /** The client of the function. */
  private @Nullable Client databases;

  Scenario(Narrator narrator, String region, boolean keep) {
    this.narrator = narrator;
    this.region = region;
    this.keep = keep;
  }

  void run() {
    try (LocalAws aws = narrator.timed("aws = LocalAws.builder()...start()", this::start)) {
      Session session = aws.session(region);
      narrator.result("DynamoDB, RDS, Lambda and IAM in this process: no account, no network");
      try (Client dynamodb = session.client("dynamodb");
          Client rds = session.client("rds");
          Client lambda = session.client("lambda");
          Client iam = session.client("iam");
          UsersTour users = new UsersTour(dynamodb, narrator, keep)) {
        databases = rds;
        users.run();
        new DatabaseTour(rds, narrator).run();
        new FunctionTour(lambda, rds, narrator).run();
        new PermissionsTour(
                iam,
                keys -> aws.sessionBuilder().region(region).credentials(keys).build(),
                narrator)
            .run();
        users.listTables();
      }
    }
  }

  private LocalAws start() {
    return LocalAws.builder()
        .region(region)
        .enforceIam(true)
        .lambda(
            FunctionTour.FUNCTION,
            event -> FunctionTour.nightlyStop(Objects.requireNonNull(databases), event))
        .start();
  }
}
