package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Passwords of master users that RDS keeps in Secrets Manager. Not to be used within changes. */
final class MasterSecrets {
  /** The member of a new secret that has the password. */
  static final String PASSWORD = "Password";

  /** The member of a stored secret that has the time from which on it is active. */
  static final String ACTIVE_AT = "ActiveAt";

  private static final String DEFAULT_KEY = "alias/aws/secretsmanager";

  private final RdsState state;

  MasterSecrets(RdsState state) {
    this.state = state;
  }

  /**
   * Creates the secret of an instance or cluster.
   *
   * @param kind {@code db} or {@code cluster}
   * @param arn the ARN of the instance or cluster
   * @param user the name of the user
   * @param wantedKey the key that encrypts, or null
   * @return the secret as it is stored with the resource, and its password
   */
  Params create(String kind, String arn, @Nullable String user, @Nullable String wantedKey) {
    String password = state.newText(28);
    String name = "rds!" + kind + "-" + UUID.randomUUID();
    String key = key(wantedKey);
    Map<String, ?> created =
        state.context.call(
            "secretsmanager",
            "CreateSecret",
            Params.of(
                "Name",
                name,
                "Description",
                "The secret associated with the primary RDS DB "
                    + (kind.equals("db") ? "instance" : "cluster")
                    + ": "
                    + arn,
                "KmsKeyId",
                wantedKey,
                "SecretString",
                "{\"username\":\""
                    + (user == null ? "admin" : user)
                    + "\",\"password\":\""
                    + password
                    + "\"}",
                "Tags",
                List.of(
                    Params.of("Key", "aws:secretsmanager:owningService", "Value", "rds"),
                    Params.of(
                        "Key",
                        "aws:rds:primary"
                            + (kind.equals("db") ? "DBInstance" : "DBCluster")
                            + "Arn",
                        "Value",
                        arn))));
    return Params.of(
        "SecretArn",
        created.get("ARN"),
        "KmsKeyId",
        key,
        ACTIVE_AT,
        state.now().plus(state.delay),
        PASSWORD,
        password);
  }

  private String key(@Nullable String wanted) {
    String name = wanted == null ? DEFAULT_KEY : wanted;
    try {
      Map<String, ?> described = state.context.call("kms", "DescribeKey", Map.of("KeyId", name));
      String arn = Structures.of(described).text("KeyMetadata", "Arn");
      return arn == null ? name : arn;
    } catch (EngineException e) {
      return name;
    }
  }

  /** Returns a stored secret as descriptions have it. */
  Params view(Structure secret, @Nullable String status) {
    Instant at = secret.instant(ACTIVE_AT);
    boolean active = at == null || !state.context.clock().instant().isBefore(at);
    String before = secret.text("SecretStatus");
    String now = status == null ? (before == null ? "creating" : before) : status;
    return Params.of(
        "SecretArn", secret.text("SecretArn"),
        "SecretStatus", active && status == null ? "active" : now,
        "KmsKeyId", secret.text("KmsKeyId"));
  }

  /** Rotates the secret of a resource, and returns the new password. */
  String rotate(Structure resource) {
    String password = state.newText(28);
    String user = resource.text("MasterUsername");
    state.context.call(
        "secretsmanager",
        "PutSecretValue",
        Params.of(
            "SecretId",
            resource.text("MasterUserSecret", "SecretArn"),
            "SecretString",
            "{\"username\":\""
                + (user == null ? "admin" : user)
                + "\",\"password\":\""
                + password
                + "\"}"));
    return password;
  }

  /** Deletes the secret of a resource, if there is one. */
  void delete(Structure resource) {
    String arn = resource.text("MasterUserSecret", "SecretArn");
    if (arn != null) {
      try {
        state.context.call(
            "secretsmanager",
            "DeleteSecret",
            Params.of("SecretId", arn, "ForceDeleteWithoutRecovery", true));
      } catch (EngineException e) {
        // The user has deleted it already.
        System.getLogger("io.boto4j.local").log(System.Logger.Level.DEBUG, e.serviceMessage());
      }
    }
  }
}
