package io.boto4j.typed.bind;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.typed.contract.Problem;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The handler of the calls of one instance of an annotated interface. */
public final class BoundInstance implements InvocationHandler {
  private static final Object[] NO_ARGUMENTS = {};

  private final Class<?> type;
  private final String services;
  private final Map<Method, BoundMethod> methods;
  private final DefaultMethods defaults = new DefaultMethods();

  /** The clients that {@code close()} closes. */
  private final List<Client> created;

  private BoundInstance(Class<?> type, Clients clients) {
    this.type = type;
    this.methods = BoundInterface.of(type).bind(clients);
    this.services = clients.names();
    this.created = clients.created();
  }

  /**
   * Makes an instance whose calls a client makes.
   *
   * @param <T> the interface
   * @param client the client
   * @param type the interface
   * @return the instance
   */
  public static <T> T of(Client client, Class<T> type) {
    return instance(new Clients.Given(client), type);
  }

  /**
   * Makes an instance whose calls the clients of a session make.
   *
   * @param <T> the interface
   * @param session the session
   * @param type the interface
   * @return the instance
   */
  public static <T> T of(Session session, Class<T> type) {
    return instance(new Clients.OfSession(session), type);
  }

  private static <T> T instance(Clients clients, Class<T> type) {
    String name = type.getSimpleName();
    if (!type.isInterface() || type.isAnnotation() || type.isSealed()) {
      Problem problem =
          new Problem(type, name, "Only an interface that is not sealed can be bound.");
      throw BoundInterface.exception(name, clients.names(), List.of(problem));
    }
    BoundInstance handler = new BoundInstance(type, clients);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    @Nullable Object[] arguments = given == null ? NO_ARGUMENTS : given;
    BoundMethod bound = methods.get(method);
    if (bound != null) {
      return bound.call(arguments);
    }
    return method.isDefault()
        ? defaults.call(proxy, method, arguments)
        : ofObject(proxy, method, arguments);
  }

  private @Nullable Object ofObject(Object proxy, Method method, @Nullable Object[] arguments) {
    return switch (method.getName()) {
      case "toString" -> toString();
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == arguments[0];
      default -> {
        for (Client each : created) {
          each.close();
        }
        yield null;
      }
    };
  }

  @Override
  public String toString() {
    return "Typed[" + type.getSimpleName() + " over " + services + "]";
  }
}
