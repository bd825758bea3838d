package io.boto4j.typed.check;

import com.sun.source.util.TreePath;
import io.boto4j.Client;
import io.boto4j.error.Boto4jException;
import io.boto4j.internal.jmespath.PathType;
import io.boto4j.model.OperationModel;
import io.boto4j.typed.shape.Outputs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations that the paginators and waiters in a program call. */
final class Pollers extends Flow<Pollers.Poller> {
  /**
   * A paginator, its pages, or a waiter.
   *
   * @param client the client that calls it
   * @param operation the operation
   * @param resultKey the path to the items of a page, or null for a waiter
   */
  record Poller(Client client, OperationModel operation, @Nullable String resultKey) {
    PathType output() {
      return Outputs.of(client.model(), operation);
    }
  }

  Pollers(UnitCheck unit) {
    super(unit);
  }

  @Override
  @Nullable Found<Poller> ofCall(Call call) {
    TreePath receiver = call.receiver();
    if (receiver == null) {
      return null;
    }
    if (call.owner().equals(Api.CLIENT) && call.size() > 0) {
      return created(call, receiver);
    }
    boolean same =
        switch (call.owner()) {
          case Api.PAGINATOR, Api.WAITER -> !call.name().equals("await");
          default -> false;
        };
    return same ? find(receiver) : null;
  }

  private @Nullable Found<Poller> created(Call call, TreePath receiver) {
    Found<Client> client = unit.clients().of(receiver);
    String name = unit.constants().text(call.argument(0));
    if (client == null || name == null) {
      return null;
    }
    try {
      Poller poller =
          switch (call.name()) {
            case "paginator", "items" -> paginator(client.value(), name);
            case "waiter" -> call.size() == 1 ? waiter(client.value(), name) : null;
            default -> null;
          };
      return poller == null ? null : client.with(poller);
    } catch (Boto4jException e) {
      return null; // reported where it is created
    }
  }

  private static Poller paginator(Client client, String operation) {
    List<String> keys = client.paginator(operation).resultKeys();
    return new Poller(
        client,
        client.model().operation(client.paginator(operation).operation()),
        keys.isEmpty() ? "" : keys.get(0));
  }

  private static Poller waiter(Client client, String name) {
    return new Poller(client, client.model().operation(client.waiter(name).operation()), null);
  }
}
