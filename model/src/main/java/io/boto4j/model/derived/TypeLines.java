package io.boto4j.model.derived;

import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceLink;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the definitions of one type. */
final class TypeLines {
  private final List<ResourceCall> actions = new ArrayList<>();
  private final List<ResourceCall> batchActions = new ArrayList<>();
  private final List<ResourceLink> links = new ArrayList<>();
  private final List<ResourceCall> collections = new ArrayList<>();
  private final List<ResourceCall> waiters = new ArrayList<>();

  void action(ResourceCall action) {
    actions.add(action);
  }

  void batchAction(ResourceCall action) {
    batchActions.add(action);
  }

  void waiter(ResourceCall waiter) {
    waiters.add(waiter);
  }

  /** Adds a link unless there is one with its name. */
  void link(ResourceLink link) {
    if (links.stream().noneMatch(each -> each.name().equals(link.name()))) {
      links.add(link);
    }
  }

  /** Adds a collection; of two with one name, the one with data stays, or else the first. */
  void collection(ResourceCall collection) {
    for (int i = 0; i < collections.size(); i++) {
      if (collections.get(i).name().equals(collection.name())) {
        if (!hasData(collections.get(i)) && hasData(collection)) {
          collections.set(i, collection);
        }
        return;
      }
    }
    collections.add(collection);
  }

  private static boolean hasData(ResourceCall collection) {
    ResourceResult result = collection.result();
    return result != null && result.path() != null;
  }

  ResourceType type(
      String name,
      List<Identifier> identifiers,
      @Nullable String shape,
      @Nullable ResourceCall load,
      @Nullable String reason) {
    return new ResourceType(
        name,
        identifiers,
        shape,
        load,
        distinct(actions),
        distinct(batchActions),
        sorted(links, ResourceLink::name),
        sorted(collections, ResourceCall::name),
        distinct(waiters),
        reason);
  }

  /** Returns the service itself, without what is written for it already. */
  ResourceType root(ResourceType written) {
    return new ResourceType(
        ResourceType.SERVICE,
        List.of(),
        null,
        null,
        further(distinct(actions), written.actions(), ResourceCall::name),
        List.of(),
        further(sorted(links, ResourceLink::name), written.links(), ResourceLink::name),
        further(sorted(collections, ResourceCall::name), written.collections(), ResourceCall::name),
        List.of(),
        null);
  }

  private static <T> List<T> further(List<T> all, List<T> written, Function<T, String> name) {
    Set<String> names = new HashSet<>();
    written.forEach(each -> names.add(name.apply(each)));
    List<T> further = new ArrayList<>(all);
    further.removeIf(each -> names.contains(name.apply(each)));
    return further;
  }

  /** Returns the calls, under the names of their operations where shorter names are not unique. */
  private static List<ResourceCall> distinct(List<ResourceCall> calls) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (ResourceCall each : calls) {
      if (!seen.add(each.name())) {
        twice.add(each.name());
      }
    }
    List<ResourceCall> distinct = new ArrayList<>();
    for (ResourceCall each : calls) {
      String name = twice.contains(each.name()) ? each.operation() : each.name();
      distinct.add(
          new ResourceCall(
              name,
              each.operation(),
              each.parameters(),
              each.result(),
              each.path(),
              each.reason()));
    }
    return sorted(distinct, ResourceCall::name);
  }

  private static <T> List<T> sorted(List<T> definitions, Function<T, String> name) {
    List<T> sorted = new ArrayList<>(definitions);
    sorted.sort(Comparator.comparing(name));
    return sorted;
  }
}
