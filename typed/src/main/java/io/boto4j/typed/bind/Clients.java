package io.boto4j.typed.bind;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.error.UnknownServiceException;
import io.boto4j.model.ServiceModel;
import io.boto4j.typed.contract.Services;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The clients of the services that an interface names. */
abstract class Clients implements Services {
  /** Returns the client of a service, or null if it cannot be used. */
  abstract @Nullable Client find(@Nullable String declared);

  /** Returns the reason why a service cannot be used. */
  abstract String problem(@Nullable String declared);

  /** Returns the clients that were created for the instance, and are closed with it. */
  abstract List<Client> created();

  /** Returns the names of the services, for messages; empty before they are known. */
  abstract String names();

  @Override
  public final @Nullable ServiceModel of(@Nullable String declared, Consumer<String> problems) {
    Client client = find(declared);
    if (client == null) {
      problems.accept(problem(declared));
      return null;
    }
    return client.model();
  }

  /** One client, which the user has created. */
  static final class Given extends Clients {
    private final Client client;

    Given(Client client) {
      this.client = client;
    }

    @Override
    @Nullable Client find(@Nullable String declared) {
      return declared == null || declared.equals(client.service()) ? client : null;
    }

    @Override
    String problem(@Nullable String declared) {
      return "The service is "
          + declared
          + ", but the client is for "
          + client.service()
          + ". Pass a client for "
          + declared
          + ", or a Session.";
    }

    @Override
    List<Client> created() {
      return List.of();
    }

    @Override
    String names() {
      return client.service();
    }
  }

  /** Clients that a session creates, each once. */
  static final class OfSession extends Clients {
    private final Session session;
    private final Map<String, Client> clients = new TreeMap<>();

    /** The reasons for the absence of clients, by the name of a service. */
    private final Map<String, String> unknown = new TreeMap<>();

    OfSession(Session session) {
      this.session = session;
    }

    @Override
    @Nullable Client find(@Nullable String declared) {
      Client client = declared == null ? null : clients.get(declared);
      if (client == null && declared != null && !unknown.containsKey(declared)) {
        try {
          client = session.client(declared);
          clients.put(declared, client);
        } catch (UnknownServiceException e) {
          unknown.put(declared, String.valueOf(e.getMessage()));
        }
      }
      return client;
    }

    @Override
    String problem(@Nullable String declared) {
      return declared == null
          ? "No service is given. Add @Service, or pass a Client."
          : String.valueOf(unknown.get(declared));
    }

    @Override
    List<Client> created() {
      return List.copyOf(clients.values());
    }

    @Override
    String names() {
      return String.join(", ", clients.keySet());
    }
  }
}
