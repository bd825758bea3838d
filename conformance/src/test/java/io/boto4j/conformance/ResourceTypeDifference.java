package io.boto4j.conformance;

import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceLink;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.model.resource.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The differences between two definitions of a type: boto3's and boto4j's. */
final class ResourceTypeDifference {
  /** By the kind and name of the definition; those that are the same have null. */
  private final Map<String, @Nullable String> found = new LinkedHashMap<>();

  private ResourceTypeDifference() {}

  /**
   * Compares two definitions.
   *
   * @param theirs boto3's definition
   * @param ours boto4j's definition
   * @param types boto3's types, to which the service leads even without a link
   */
  static Map<String, @Nullable String> of(
      ResourceType theirs, ResourceType ours, Map<String, ResourceType> types) {
    ResourceTypeDifference difference = new ResourceTypeDifference();
    difference.add("identifiers", theirs.identifiers(), ours.identifiers());
    difference.add("shape", theirs.shape(), ours.shape());
    ResourceCall load = ours.load();
    boolean derived = load != null && load.reason() != null;
    difference.add("load", theirs.load(), derived ? null : load);
    difference.calls("action", theirs.actions(), ours.actions());
    difference.calls("batch action", theirs.batchActions(), ours.batchActions());
    difference.calls("collection", theirs.collections(), ours.collections());
    difference.calls("waiter", theirs.waiters(), ours.waiters());
    difference.named("link", links(theirs, types), links(ours, types), ResourceLink::name);
    return difference.found;
  }

  private static List<ResourceLink> links(ResourceType type, Map<String, ResourceType> types) {
    return type.links().stream()
        .filter(each -> each.reason() == null)
        .filter(each -> !type.name().equals(ResourceType.SERVICE) || !isImplicit(each, types))
        .toList();
  }

  /** Returns whether a link of the service is the one that it has to every type. */
  private static boolean isImplicit(ResourceLink link, Map<String, ResourceType> types) {
    ResourceType to = types.get(link.name());
    if (to == null || !link.result().type().equals(to.name())) {
      return false;
    }
    List<Binding> open =
        to.identifiers().stream()
            .map(each -> new Binding(each.name(), new Source(Source.Kind.INPUT, "")))
            .toList();
    return link.result().identifiers().equals(open);
  }

  private void calls(String kind, List<ResourceCall> theirs, List<ResourceCall> ours) {
    named(
        kind,
        theirs,
        ours.stream().filter(each -> each.reason() == null).toList(),
        ResourceCall::name);
  }

  private <T> void named(String kind, List<T> theirs, List<T> ours, Function<T, String> name) {
    Map<String, T> left = new LinkedHashMap<>();
    Map<String, T> right = new LinkedHashMap<>();
    theirs.forEach(each -> left.put(name.apply(each), each));
    ours.forEach(each -> right.put(name.apply(each), each));
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    for (String each : names) {
      add(kind + " " + each, left.get(each), right.get(each));
    }
  }

  private void add(String what, @Nullable Object theirs, @Nullable Object ours) {
    String left = String.valueOf(theirs);
    String right = String.valueOf(ours);
    found.put(what, left.equals(right) ? null : "boto3 has " + left + ", boto4j " + right);
  }
}
