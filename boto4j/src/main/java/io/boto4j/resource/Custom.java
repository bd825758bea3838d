package io.boto4j.resource;

import io.boto4j.Client;
import io.boto4j.Structure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service's resources do besides their definitions: the methods that boto3 injects. The
 * defaults add nothing.
 */
interface Custom {
  /** For services without anything of their own. */
  Custom NONE = new Custom() {};

  /**
   * Returns the custom code of a service.
   *
   * @param service the service, such as {@code s3}
   */
  static Custom of(String service) {
    return switch (service) {
      case "dynamodb" -> new DynamoDbCustom();
      case "ec2" -> new Ec2Custom();
      case "s3" -> new S3Custom();
      default -> NONE;
    };
  }

  /** Returns the client that the resources use instead of a plain one. */
  default Client client(Client plain) {
    return plain;
  }

  /** Tells whether a type has a load operation of its own. */
  default boolean loads(String type) {
    return false;
  }

  /**
   * Loads a resource of a type that {@link #loads}.
   *
   * @return the data, or null if the resource does not exist
   */
  default @Nullable Structure load(Resource resource, Map<String, ?> parameters) {
    throw new IllegalStateException(resource + " has no custom load operation");
  }

  /** Returns the names of the actions that a type has besides its definition, in snake case. */
  default List<String> actions(String type) {
    return List.of();
  }

  /**
   * Carries out an action of this service's own.
   *
   * @param action the name in snake case
   * @return the result, or null if there is no such action
   */
  default @Nullable ActionResult run(Resource resource, String action, Map<String, ?> parameters) {
    return null;
  }
}
