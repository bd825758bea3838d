package io.boto4j.resource;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.model.resource.ResourceType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a resource: boto3's {@code meta}.
 *
 * @param serviceName the service, such as {@code s3}
 * @param identifiers the names of the identifiers in snake case
 * @param client the client that makes the calls
 * @param data the data at this moment; null if it is not loaded
 * @param resourceModel the definition of the type
 */
public record ResourceMeta(
    String serviceName,
    List<String> identifiers,
    Client client,
    @Nullable Structure data,
    ResourceType resourceModel) {
  /**
   * Creates the facts.
   *
   * @param serviceName the service, such as {@code s3}
   * @param identifiers the names of the identifiers in snake case
   * @param client the client that makes the calls
   * @param data the data at this moment; null if it is not loaded
   * @param resourceModel the definition of the type
   */
  public ResourceMeta {
    identifiers = List.copyOf(identifiers);
  }

  /** Returns boto3's text, without the data. */
  @Override
  public String toString() {
    return "ResourceMeta('" + serviceName + "', identifiers=" + identifiers + ")";
  }
}
