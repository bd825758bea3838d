package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The states of resources of one kind, by the clock: each step takes the same short time.
 *
 * <p>The steps ahead are stored with the resource, so that they go on after a restart. A step waits
 * for the real database, if there is one. Without a delay, all steps are taken at once.
 */
final class Lifecycle {
  /** The state in which a resource is removed. */
  static final String DELETED = "deleted";

  private static final String NEXT = "Next";
  private static final String AT = "At";

  private final RdsState state;
  private final Resources resources;
  private final String statusMember;
  private final Listener listener;

  /** Receives the states that resources reach. */
  @FunctionalInterface
  interface Listener {
    /**
     * Acts on a state. Runs within the change.
     *
     * @param before the resource as it was before
     * @param status the state that it has reached
     * @return what must run after the change, or null
     */
    @Nullable Runnable reached(Structure before, String status);
  }

  /**
   * Creates the lifecycle of a kind of resources.
   *
   * @param statusMember the member that has the state
   * @param listener receives the states that resources reach
   */
  Lifecycle(RdsState state, Resources resources, String statusMember, Listener listener) {
    this.state = state;
    this.resources = resources;
    this.statusMember = statusMember;
    this.listener = listener;
  }

  /** Sets the state of a new or stored document and the states to follow. */
  void begin(Map<String, Object> document, String status, String... next) {
    Map<String, Object> local = new LinkedHashMap<>();
    if (document.get(Resources.LOCAL) instanceof Map<?, ?> before) {
      before.forEach((name, value) -> local.put((String) name, value));
    }
    local.put(NEXT, List.of(next));
    local.put(AT, state.now().plus(state.delay));
    document.put(statusMember, status);
    document.put(Resources.LOCAL, local);
  }

  /** Sets the state of a stored resource and the states to follow. */
  void begin(String name, String status, String... next) {
    Map<String, Object> document = new LinkedHashMap<>(resources.get(name));
    begin(document, status, next);
    resources.put(document);
  }

  /** Takes the steps of a resource when their time has come. Must be called outside of changes. */
  void run(String id) {
    Structure resource = resources.byId(id);
    if (resource == null || resource.list(Resources.LOCAL, NEXT).isEmpty()) {
      return;
    }
    Instant at = Objects.requireNonNullElse(resource.instant(Resources.LOCAL, AT), state.now());
    Duration wait = Duration.between(state.context.clock().instant(), at);
    if (wait.isNegative() || wait.isZero() || state.delay.isZero()) {
      step(id);
      run(id);
    } else {
      state.context.schedule(wait, () -> run(id));
    }
  }

  private void step(String id) {
    @Nullable String failure = state.databases == null ? null : state.databases.await(id);
    List<Runnable> after = new ArrayList<>();
    state.table.change(
        () -> {
          Structure resource = resources.byId(id);
          if (resource != null && !resource.texts(Resources.LOCAL, NEXT).isEmpty()) {
            Runnable action = step(resource, failure);
            if (action != null) {
              after.add(action);
            }
          }
          return true;
        });
    after.forEach(Runnable::run);
  }

  private @Nullable Runnable step(Structure resource, @Nullable String failure) {
    String name = resources.nameOf(resource);
    List<String> next = new ArrayList<>(resource.texts(Resources.LOCAL, NEXT));
    String status = next.remove(0);
    if (failure != null && !status.equals(DELETED)) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.ERROR, "The database of " + name + " failed: " + failure);
      status = "failed";
      next.clear();
    }
    if (status.equals(DELETED)) {
      resources.remove(name);
    } else {
      resources.edit(name, statusMember, status);
      resources.editLocal(name, Params.of(NEXT, next, AT, state.now().plus(state.delay)));
    }
    return listener.reached(resource, status);
  }

  /** Goes on with the steps of all resources, after a restart. */
  void resume() {
    for (Structure resource : resources.all()) {
      run(Resources.id(resource));
    }
  }
}
