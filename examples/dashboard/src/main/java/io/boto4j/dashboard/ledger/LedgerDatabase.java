package io.boto4j.dashboard.ledger;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Name;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.dashboard.cloud.Names;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Connects to the database, at the address and with the password that AWS keeps. */
public final class LedgerDatabase implements AutoCloseable {
  private static final String SECONDS = "5";

  private final Client rds;
  private final Client secrets;
  private final String instance;
  private final String sslMode;

  private record Instance(
      Endpoint endpoint,
      @Name("MasterUsername") String user,
      @Name("MasterUserSecret") @Nullable Secret secret) {}

  private record Endpoint(String address, int port) {}

  private record Secret(String secretArn) {}

  /**
   * Creates it without connecting.
   *
   * @param session the session whose clients it uses
   * @param instance the identifier of the instance
   * @param sslMode PostgreSQL's mode: {@code require} on AWS
   */
  public LedgerDatabase(Session session, String instance, String sslMode) {
    rds = session.client("rds");
    secrets = session.client("secretsmanager");
    this.instance = instance;
    this.sslMode = sslMode;
  }

  /**
   * Connects. RDS changes the password every week, so it is read each time.
   *
   * @return the connection, which the caller closes
   * @throws SQLException if PostgreSQL is not there, or refuses
   */
  public Connection connect() throws SQLException {
    Instance found =
        Objects.requireNonNull(
            rds.call("DescribeDBInstances", Params.of("DBInstanceIdentifier", instance))
                .search("DBInstances[0]", Instance.class));
    Properties properties = new Properties();
    properties.setProperty("user", found.user());
    properties.setProperty("password", password(found.secret()));
    properties.setProperty("sslmode", sslMode);
    properties.setProperty("connectTimeout", SECONDS);
    properties.setProperty("socketTimeout", SECONDS);
    Endpoint at = found.endpoint();
    return DriverManager.getConnection(
        "jdbc:postgresql://" + at.address() + ":" + at.port() + "/" + Names.DATABASE, properties);
  }

  private String password(@Nullable Secret secret) throws SQLException {
    if (secret == null) {
      throw new SQLException("RDS does not manage the password of " + instance);
    }
    Structure value = secrets.call("GetSecretValue", Params.of("SecretId", secret.secretArn()));
    Object json = Json.read(Objects.requireNonNull(value.text("SecretString"), "SecretString"));
    return json instanceof Map<?, ?> members ? String.valueOf(members.get("password")) : "";
  }

  @Override
  public void close() {
    rds.close();
    secrets.close();
  }
}
