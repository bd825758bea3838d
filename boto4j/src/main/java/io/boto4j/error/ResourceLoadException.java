package io.boto4j.error;

/**
 * Thrown when the data of a resource is needed, and its type has no operation that gets it. Such a
 * resource has data only if it comes from a collection or an action.
 */
public final class ResourceLoadException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception with boto3's text.
   *
   * @param type the service and type, such as {@code sqs.Message}
   */
  public ResourceLoadException(String type) {
    super(type + " has no load method");
  }
}
