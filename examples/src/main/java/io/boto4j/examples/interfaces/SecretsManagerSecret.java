package io.boto4j.examples.interfaces;

import io.boto4j.Json;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Typed;

/** Stores a secret as JSON, reads its parts, and reports why a secret cannot be read. */
class SecretsManagerSecret {
  record Database(String username, String password, int port) {}

  interface Secrets {
    @Operation("CreateSecret") void create(@Param("Name") String name, @Param("SecretString") String secret);

    @Operation("CreateSecret") void create(@Param("Name") String name, @Param("SecretBinary") byte[] secret);

    @Operation("GetSecretValue") @Result("SecretString") String text(@Param("SecretId") String id);

    @Operation("GetSecretValue") @Result("SecretBinary") byte[] bytes(@Param("SecretId") String id);
  }

  public static void main(String[] args) {
    var secrets = Typed.of(Session.create().client("secretsmanager", c -> c.region("us-west-2")), Secrets.class);
    secrets.create("database", Json.write(new Database("ada", "not-a-secret", 5432)));
    var database = Json.read(secrets.text("database"), Database.class);
    System.out.println(database.username() + " on port " + (database.port() + 1));

    secrets.create("key", new byte[] {1, 2, 3});
    System.out.println(secrets.bytes("key").length + " bytes");

    try {
      secrets.text("nothing");
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
