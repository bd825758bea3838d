package io.boto4j.model.smithy;

import io.boto4j.model.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service of a Smithy model in botocore's terms: the content of each file that botocore has for a
 * service.
 *
 * @param serviceId the id of the service, such as {@code API Gateway}: botocore's {@code serviceId}
 * @param apiVersion the API version, such as {@code 2012-08-10}
 * @param service the content of {@code service-2.json}
 * @param paginators the content of {@code paginators-1.json}; empty without paginators
 * @param waiters the content of {@code waiters-2.json}; empty without waiters
 * @param examples the content of {@code examples-1.json}; empty without examples
 * @param endpointRules the rule set or decision diagram of its endpoints, for {@link
 *     io.boto4j.model.rules.EndpointRuleCompiler}; null without either
 */
public record SmithyService(
    String serviceId,
    String apiVersion,
    Map<String, Object> service,
    Map<String, Object> paginators,
    Map<String, Object> waiters,
    Map<String, Object> examples,
    @Nullable Map<String, Object> endpointRules) {
  /**
   * Reads the services of a model.
   *
   * @param origin the file, for messages
   * @param json the model in Smithy's JSON AST
   * @return the services of the model, usually one; unmodifiable
   * @throws ModelException if the content is not a Smithy model, or uses a protocol, an
   *     authentication scheme or a rule function that boto4j does not know
   */
  public static List<SmithyService> read(String origin, byte[] json) {
    return all(ServiceReader.openAll(origin, json, null));
  }

  /**
   * Reads the services of a model that have a protocol, as if they had no other.
   *
   * @param origin the file, for messages
   * @param json the model in Smithy's JSON AST
   * @param protocol the id of the protocol's trait, such as {@code aws.protocols#restJson1}
   * @return the services with the protocol; unmodifiable
   * @throws ModelException as {@link #read(String, byte[])}, and if no service has the protocol
   * @throws IllegalArgumentException if boto4j does not know the protocol
   */
  public static List<SmithyService> read(String origin, byte[] json, String protocol) {
    Protocol known = Protocol.of(protocol);
    if (known == null) {
      throw new IllegalArgumentException("boto4j does not know the protocol " + protocol);
    }
    return all(ServiceReader.openAll(origin, json, known));
  }

  /**
   * Returns the name of the folder that botocore usually gives a service: its id in lower case,
   * with hyphens for spaces. Some services have another.
   *
   * @param serviceId the id, such as {@code API Gateway}
   * @return the name, such as {@code api-gateway}
   */
  public static String folder(String serviceId) {
    return Identifiers.folder(serviceId);
  }

  private static List<SmithyService> all(List<ServiceReader> readers) {
    List<SmithyService> services = new ArrayList<>();
    for (ServiceReader each : readers) {
      services.add(
          new SmithyService(
              each.serviceId(),
              each.version(),
              each.service(),
              each.paginators(),
              each.waiters(),
              each.examples(),
              each.endpointRules()));
    }
    return List.copyOf(services);
  }
}
