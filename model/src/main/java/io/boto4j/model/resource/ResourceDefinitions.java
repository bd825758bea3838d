package io.boto4j.model.resource;

import io.boto4j.model.ModelException;
import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The resources of a service: those of boto3 or derived ones, and those of users' files.
 *
 * <p>Immutable.
 *
 * @param service the service, such as {@code s3}
 * @param apiVersion the API version of the service's model
 * @param root the service itself, whose actions and collections need no other resource
 * @param types the other types by their names, in order
 */
public record ResourceDefinitions(
    String service, String apiVersion, ResourceType root, Map<String, ResourceType> types) {
  /**
   * Creates definitions, with copies of the collections.
   *
   * @param service the service, such as {@code s3}
   * @param apiVersion the API version of the service's model
   * @param root the service itself, whose actions and collections need no other resource
   * @param types the other types by their names, in order
   */
  public ResourceDefinitions {
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  /**
   * Returns definitions without any type.
   *
   * @param model the service
   * @return the definitions, whose service has nothing either
   */
  public static ResourceDefinitions empty(ServiceModel model) {
    List<ResourceCall> none = List.of();
    ResourceType root =
        new ResourceType(
            ResourceType.SERVICE, List.of(), null, null, none, none, List.of(), none, none, null);
    return new ResourceDefinitions(model.name(), model.apiVersion(), root, Map.of());
  }

  /**
   * Reads definitions in the text format of {@code docs/resources.md}.
   *
   * @param origin the file, for messages
   * @param text the text
   * @return the definitions, not checked against a model
   * @throws ModelException if the text is malformed
   */
  public static ResourceDefinitions parse(String origin, String text) {
    return DefinitionParser.parse(origin, text);
  }

  /**
   * Returns these definitions with those of a file: its types replace types of the same name, and
   * what it defines for the service itself is added to what is there.
   *
   * @param added the further definitions
   * @return the combined definitions
   */
  public ResourceDefinitions with(ResourceDefinitions added) {
    Map<String, ResourceType> all = new LinkedHashMap<>(types);
    all.putAll(added.types);
    ResourceType more = added.root;
    ResourceType combined =
        new ResourceType(
            root.name(),
            root.identifiers(),
            root.shape(),
            root.load(),
            both(root.actions(), more.actions()),
            both(root.batchActions(), more.batchActions()),
            both(root.links(), more.links()),
            both(root.collections(), more.collections()),
            both(root.waiters(), more.waiters()),
            root.reason());
    return new ResourceDefinitions(service, apiVersion, combined, all);
  }

  /**
   * Returns what does not fit a model: operations, members, paths, identifiers, shapes, waiters and
   * types that do not exist.
   *
   * @param model the service's model
   * @return one sentence per problem; empty if everything fits
   */
  public List<String> problems(ServiceModel model) {
    return DefinitionCheck.problems(this, model);
  }

  /**
   * Returns the problem that these definitions belong to another service or version than a model.
   *
   * @param model the service's model
   * @return one sentence, or nothing
   */
  public List<String> problemsOfService(ServiceModel model) {
    return DefinitionCheck.ofService(this, model);
  }

  /** Returns the definitions in the text format of {@code docs/resources.md}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("service ");
    text.append(service).append(' ').append(apiVersion).append('\n').append(root.members());
    for (ResourceType type : types.values()) {
      text.append('\n').append(type);
    }
    return text.toString();
  }

  private static <T> List<T> both(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
