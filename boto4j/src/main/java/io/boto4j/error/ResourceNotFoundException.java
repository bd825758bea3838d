package io.boto4j.error;

/**
 * Thrown when a resource is loaded and the response does not contain it. Most services report a
 * missing resource as a {@link ServiceException} instead.
 */
public final class ResourceNotFoundException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param resource the resource, such as {@code ec2.Tag(resource_id='i-1', key='a', value='b')}
   * @param operation the operation whose response does not contain it
   */
  public ResourceNotFoundException(String resource, String operation) {
    super(resource + " does not exist: it is not in the response of " + operation);
  }
}
