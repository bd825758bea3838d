package io.boto4j.dashboard.cloud;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Service;
import java.util.Objects;

/** Creates the database, whose password nobody knows: RDS keeps it in Secrets Manager. */
final class ProvisionDatabase {
  private final Client rds;
  private final Names names;

  ProvisionDatabase(@Service("rds") Client rds, Names names) {
    this.rds = rds;
    this.names = names;
  }

  /** Creates the instance, and returns its ARN. */
  String run() {
    try {
      rds.call(
          "CreateDBInstance",
          Params.of("DBInstanceIdentifier", names.instance())
              .with("Engine", "postgres")
              .with("DBInstanceClass", "db.t4g.micro")
              .with("AllocatedStorage", 20)
              .with("StorageEncrypted", true)
              .with("DBName", Names.DATABASE)
              .with("MasterUsername", "dashboard")
              .with("ManageMasterUserPassword", true));
    } catch (ServiceException e) {
      e.rethrowUnless("DBInstanceAlreadyExistsFault");
    }
    return Objects.requireNonNull(new Database(rds, names.instance()).arn(), "DBInstanceArn");
  }
}
