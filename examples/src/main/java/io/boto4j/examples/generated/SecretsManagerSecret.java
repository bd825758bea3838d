package io.boto4j.examples.generated;

import io.boto4j.Json;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.secretsmanager.CreateSecretRequest;
import io.boto4j.examples.generated.secretsmanager.GetSecretValueRequest;
import io.boto4j.examples.generated.secretsmanager.SecretsManager;

/** Stores a secret as JSON, reads its parts, and reports why a secret cannot be read. */
class SecretsManagerSecret {
  record Database(String username, String password, int port) {}

  static final SecretsManager secrets =
      SecretsManager.of(Session.create().client("secretsmanager", c -> c.region("us-west-2")));

  static Database read(String name) {
    return Json.read(secrets.getSecretValue(GetSecretValueRequest.of(name)).secretString(), Database.class);
  }

  public static void main(String[] args) {
    secrets.createSecret(CreateSecretRequest.of("database")
        .secretString(Json.write(new Database("ada", "not-a-secret", 5432))));
    var database = read("database");
    System.out.println(database.username() + " on port " + (database.port() + 1));

    secrets.createSecret(CreateSecretRequest.of("key").secretBinary(new byte[] {1, 2, 3}));
    var key = secrets.getSecretValue(GetSecretValueRequest.of("key"));
    System.out.println(key.secretBinary().length + " bytes");

    try {
      read("nothing");
    } catch (ServiceException e) {
      System.out.println(switch (e.code()) {
        case "ResourceNotFoundException" -> "There is no such secret";
        case "DecryptionFailure" -> "The secret cannot be decrypted: " + e.message();
        case "InvalidRequestException", "InvalidParameterException" -> "The request is invalid: " + e.message();
        default -> throw e;
      });
    }
  }
}
