package io.boto4j.local;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.Structures;
import io.boto4j.credentials.Credentials;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.EngineFactory;
import io.boto4j.local.world.LocalClock;
import io.boto4j.local.world.Stores;
import io.boto4j.local.world.Worlds;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Engines behind clients, without the wire: the input of a client is checked against the model and
 * handed to the engine, and the engine's output is checked against the model.
 */
public final class EngineDoor implements AutoCloseable {
  public static final String ACCOUNT = "123456789012";
  public static final String REGION = "eu-west-1";

  private final Worlds worlds;

  /** Opens worlds in memory. */
  public EngineDoor(EngineFactory... factories) {
    this(Stores.open(null), factories);
  }

  /** Opens worlds over given stores. */
  public EngineDoor(Stores stores, EngineFactory... factories) {
    this.worlds = new Worlds(new LocalClock(), stores, List.of(factories));
  }

  /** The clock of the worlds, which can be advanced. */
  public LocalClock clock() {
    return worlds.clock();
  }

  /** Returns a client of an emulated service. */
  public Client client(String service) {
    Session session =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region(REGION)
            .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
            .build();
    Client client = session.client(service, c -> c.maxAttempts(1));
    return client.with(new Door(client, service));
  }

  @Override
  public void close() {
    worlds.close();
  }

  /** Leaves out the one count of which AWS returns 0, although the model has it as 1 and more. */
  private static Object checkable(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(EngineDoor::checkable).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>(map);
      copy.remove("NumberOfDecreasesToday");
      copy.replaceAll((name, each) -> each == null ? null : checkable(each));
      return copy;
    }
    return value;
  }

  private final class Door implements Interceptor {
    private final Client client;
    private final String service;

    Door(Client client, String service) {
      this.client = client;
      this.service = service;
    }

    @Override
    public Response answer(CallContext call, Map<String, ?> input) {
      Engine engine = Objects.requireNonNull(worlds.engine(ACCOUNT, REGION, service), service);
      if (!engine.operations().contains(call.operation())) {
        throw new AssertionError("not emulated: " + service + ":" + call.operation());
      }
      try {
        Map<String, ?> output =
            engine.call(
                new EngineCall(
                    call.operation(),
                    Structures.of(input),
                    new EngineCall.Caller(
                        "AKIDEXAMPLE", "arn:aws:iam::" + ACCOUNT + ":root", ACCOUNT),
                    UUID.randomUUID().toString()));
        Params members = Params.of();
        for (Map.Entry<String, ?> each : output.entrySet()) {
          members =
              members.with(
                  each.getKey(), each.getValue() == null ? null : checkable(each.getValue()));
        }
        return client.responses().response(call.operation(), members);
      } catch (EngineException e) {
        throw client
            .responses()
            .error(
                call.operation(),
                e.code(),
                e.serviceMessage(),
                e.status() == 0 ? 400 : e.status(),
                e.members());
      }
    }
  }
}
