package io.boto4j.examples.boto3;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.util.Map;

/** Stores a secret as JSON, reads its parts, and reports why a secret cannot be read. */
class SecretsManagerSecret {
  static final Client secrets = Session.create().client("secretsmanager", c -> c.region("us-west-2"));

  static Structure read(String name) {
    var secret = secrets.call("GetSecretValue", Params.of("SecretId", name));
    return Json.read(secret.text("SecretString"), Structure.class);
  }

  public static void main(String[] args) {
    secrets.call("CreateSecret", Params.of("Name", "database", "SecretString",
        Json.write(Map.of("username", "ada", "password", "not-a-secret", "port", 5432))));
    var database = read("database");
    System.out.println(database.text("username") + " on port " + (database.integer("port") + 1));

    secrets.call("CreateSecret", Params.of("Name", "key", "SecretBinary", new byte[] {1, 2, 3}));
    var key = secrets.call("GetSecretValue", Params.of("SecretId", "key"));
    System.out.println(key.bytes("SecretBinary").length + " bytes");

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
