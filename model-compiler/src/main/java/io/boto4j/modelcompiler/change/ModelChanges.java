package io.boto4j.modelcompiler.change;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two sets of models. Immutable.
 *
 * @param services the number of services before and after
 * @param byService the differences of each service that changed, sorted by its name
 * @param endpoints the differences of {@code endpoints.json}
 */
public record ModelChanges(
    Counts services, Map<String, List<Change>> byService, List<Change> endpoints) {
  /**
   * The number of services.
   *
   * @param before the number before
   * @param after the number after
   */
  public record Counts(int before, int after) {}

  /**
   * Compares the newest API versions of all services.
   *
   * @param before creates loaders of the earlier models
   * @param after creates loaders of the later models
   * @return the differences
   */
  public static ModelChanges between(Supplier<ModelLoader> before, Supplier<ModelLoader> after) {
    Set<String> old = new TreeSet<>(before.get().services());
    Set<String> now = new TreeSet<>(after.get().services());
    Set<String> all = new TreeSet<>(old);
    all.addAll(now);
    Map<String, List<Change>> changes = new ConcurrentSkipListMap<>();
    // A loader keeps what it has read: with one per service, a model is collected when it is done.
    all.parallelStream()
        .forEach(
            service -> {
              List<Change> found = service(before.get().find(service), after.get().find(service));
              if (!found.isEmpty()) {
                changes.put(service, found);
              }
            });
    return new ModelChanges(
        new Counts(old.size(), now.size()),
        new TreeMap<>(changes),
        EndpointComparison.between(before.get().root("endpoints"), after.get().root("endpoints")));
  }

  private static List<Change> service(@Nullable ServiceModel before, @Nullable ServiceModel after) {
    if (before == null) {
      return after == null
          ? List.of()
          : List.of(Change.of("new service with " + after.operationNames().size() + " operations"));
    }
    return after == null
        ? List.of(Change.breaking("the service was removed"))
        : ServiceComparison.between(before, after);
  }

  /**
   * Returns the number of differences that may break a program.
   *
   * @return the number
   */
  public long breaking() {
    long breaking = endpoints.stream().filter(Change::breaking).count();
    for (List<Change> each : byService.values()) {
      breaking += each.stream().filter(Change::breaking).count();
    }
    return breaking;
  }

  /**
   * Prints the differences, one per line, under the name of their service.
   *
   * @param out the writer to print to
   */
  public void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%d services before, %d after; %d changed; %d changes may break a program%n",
        services.before(),
        services.after(),
        byService.size(),
        breaking());
    byService.forEach((service, changes) -> print(out, service, changes));
    if (!endpoints.isEmpty()) {
      print(out, "endpoints.json", endpoints);
    }
    out.flush();
  }

  private static void print(PrintWriter out, String heading, List<Change> changes) {
    out.println();
    out.println(heading);
    changes.forEach(change -> out.println("  " + change));
  }
}
