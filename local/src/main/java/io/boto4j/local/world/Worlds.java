package io.boto4j.local.world;

import io.boto4j.Structures;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.EngineFactory;
import io.boto4j.local.engine.Partition;
import io.boto4j.local.engine.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All worlds of one process: the engines by account, region and service. Engines are created when
 * they are first called.
 */
public final class Worlds implements AutoCloseable {
  /** The region of engines that all regions share. */
  public static final String GLOBAL = "aws-global";

  private final Map<String, EngineFactory> factories = new LinkedHashMap<>();
  private final Map<Place, Engine> engines = new ConcurrentHashMap<>();
  private final LocalClock clock;
  private final Stores stores;
  private final RandomGenerator random = new Random();
  private volatile @Nullable String address;

  private record Place(String account, String region, String service) {}

  /**
   * Creates worlds without engines.
   *
   * @param clock the clock, which is closed with the worlds
   * @param stores the stores, which are closed with the worlds
   * @param factories creates the engines; of two for one service, the last
   */
  public Worlds(LocalClock clock, Stores stores, Collection<? extends EngineFactory> factories) {
    this.clock = clock;
    this.stores = stores;
    factories.forEach(factory -> this.factories.put(factory.service(), factory));
    wake();
  }

  /** Creates the engines that have state, because some have work to do before they are called. */
  private void wake() {
    for (String prefix : stores.prefixes()) {
      String[] place = prefix.split("/", 3);
      if (place.length == 3) {
        engine(place[0], place[1], place[2]);
      }
    }
  }

  /**
   * Copies the state of all engines. No call may be under way.
   *
   * @return the copy
   */
  public Stores.Content copy() {
    return stores.copy();
  }

  /**
   * Replaces the state of all engines. No call may be under way.
   *
   * @param content the copy of an earlier moment
   */
  public void replace(Stores.Content content) {
    change(() -> stores.replace(content));
  }

  /** Removes the state of all engines. No call may be under way. */
  public void clear() {
    change(stores::clear);
  }

  private void change(Runnable stored) {
    clock.forget();
    engines.values().forEach(Engine::close);
    engines.clear();
    stored.run();
    wake();
  }

  /**
   * Returns the services that have engines.
   *
   * @return the names, such as {@code dynamodb}
   */
  public Set<String> services() {
    return Collections.unmodifiableSet(factories.keySet());
  }

  /**
   * Returns the engine of a service.
   *
   * @param account the account, 12 digits
   * @param region the region of the call
   * @param service the service
   * @return the engine, or null if the service is not emulated
   */
  public @Nullable Engine engine(String account, String region, String service) {
    EngineFactory factory = factories.get(service);
    if (factory == null) {
      return null;
    }
    Place place = new Place(account, factory.isGlobal() ? global(region) : region, service);
    Engine engine = engines.get(place);
    if (engine == null) {
      synchronized (factory) {
        engine = engines.get(place);
        if (engine == null) {
          engine = factory.create(new Context(account, place.region, service));
          engines.put(place, engine);
        }
      }
    }
    return engine;
  }

  /** The region of engines that all regions of a partition share. */
  private static String global(String region) {
    return Partition.of(region) + "-global";
  }

  /**
   * Returns the clock of all worlds.
   *
   * @return the clock
   */
  public LocalClock clock() {
    return clock;
  }

  /**
   * Sets the address under which everyone reaches these worlds, for the links in what services
   * send.
   *
   * @param url the address of a door, without a slash at the end
   */
  public void reachedAt(String url) {
    address = url;
  }

  /** Closes the engines, the clock and the stores. */
  @Override
  public void close() {
    clock.close();
    engines.values().forEach(Engine::close);
    stores.close();
  }

  private final class Context implements EngineContext {
    private final String account;
    private final String region;
    private final String service;

    Context(String account, String region, String service) {
      this.account = account;
      this.region = region;
      this.service = service;
    }

    @Override
    public String account() {
      return account;
    }

    @Override
    public String region() {
      return region;
    }

    @Override
    public Clock clock() {
      return clock;
    }

    @Override
    public RandomGenerator random() {
      return random;
    }

    @Override
    public Store store() {
      return stores.of(account + "/" + region + "/" + service);
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
      clock.schedule(delay, task);
    }

    @Override
    public Map<String, ?> call(String other, String operation, Map<String, ?> input) {
      Engine engine = engine(other);
      if (engine == null || !engine.operations().contains(operation)) {
        throw new EngineException(
            "NotImplemented", "boto4j-local does not emulate " + other + ":" + operation);
      }
      String arn = "arn:aws:iam::" + account + ":root";
      return engine.call(
          new EngineCall(
              operation,
              Structures.of(input),
              new EngineCall.Caller("", arn, account),
              UUID.randomUUID().toString()));
    }

    @Override
    public @Nullable Engine engine(String other) {
      return Worlds.this.engine(account, region, other);
    }

    @Override
    public String endpoint(String other) {
      String url = address;
      return url == null ? EngineContext.super.endpoint(other) : url;
    }

    @Override
    public EngineContext world(String otherAccount, String otherRegion) {
      return new Context(otherAccount, otherRegion, service);
    }
  }
}
