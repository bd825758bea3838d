package io.boto4j.local;

import io.boto4j.Client;
import io.boto4j.Session;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * AWS inside the process for tests of JUnit 5.13 and later: parameters of type {@link LocalAws},
 * {@link Session} and {@link Client}, the last with {@link ServiceClient}.
 *
 * <pre>{@code
 * @ExtendWith(LocalAwsExtension.class)
 * class OrdersTest {
 *   @Test
 *   void order_paid_isPublished(LocalAws aws, @ServiceClient("sns") Client sns) { … }
 * }
 * }</pre>
 *
 * <p>Each test has an AWS of its own, which its {@code @BeforeEach} methods share. One for all
 * tests of a class, or one that is built in another way, is a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LocalAwsExtension AWS =
 *     LocalAwsExtension.perClass(builder -> builder.enforceIam(true));
 * }</pre>
 *
 * <p>AWS starts when a parameter is resolved for the first time, and is closed after the test or
 * the class. A constructor and {@code @BeforeAll} methods receive parameters only if the class
 * shares one AWS.
 */
public final class LocalAwsExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(LocalAwsExtension.class);

  private final Consumer<? super LocalAws.Builder> settings;
  private final boolean shared;

  /** Creates an extension with a new AWS for each test, as {@code @ExtendWith} does. */
  public LocalAwsExtension() {
    this(builder -> {}, /* shared= */ false);
  }

  private LocalAwsExtension(Consumer<? super LocalAws.Builder> settings, boolean shared) {
    this.settings = settings;
    this.shared = shared;
  }

  /**
   * Returns an extension with a new AWS for each test.
   *
   * @param settings sets up the builder of each
   * @return the extension, for a field with {@code @RegisterExtension}
   */
  public static LocalAwsExtension perTest(Consumer<? super LocalAws.Builder> settings) {
    return new LocalAwsExtension(Objects.requireNonNull(settings, "settings"), /* shared= */ false);
  }

  /**
   * Returns an extension with one AWS for all tests of a class.
   *
   * @param settings sets up its builder
   * @return the extension, for a static field with {@code @RegisterExtension}
   */
  public static LocalAwsExtension perClass(Consumer<? super LocalAws.Builder> settings) {
    return new LocalAwsExtension(Objects.requireNonNull(settings, "settings"), /* shared= */ true);
  }

  /** The AWS of a test or class, and the clients that were handed out. */
  private record Running(LocalAws aws, Session session, Map<String, Client> clients)
      implements AutoCloseable {
    static Running start(Consumer<? super LocalAws.Builder> settings) {
      LocalAws.Builder builder = LocalAws.builder();
      settings.accept(builder);
      LocalAws aws = builder.start();
      return new Running(aws, aws.session(), new ConcurrentHashMap<>());
    }

    Client client(String service) {
      return clients.computeIfAbsent(service, session::client);
    }

    @Override
    public void close() {
      clients.values().forEach(Client::close);
      aws.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == LocalAws.class
        || type == Session.class
        || (type == Client.class && parameter.isAnnotated(ServiceClient.class));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running = running(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == LocalAws.class) {
      return running.aws;
    }
    if (type == Session.class) {
      return running.session;
    }
    return running.client(
        parameter
            .findAnnotation(ServiceClient.class)
            .map(ServiceClient::value)
            .orElseThrow(() -> new ParameterResolutionException("@ServiceClient is missing")));
  }

  private Running running(ExtensionContext context) {
    ExtensionContext owner = shared ? ofClass(context) : context;
    if (!shared && context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "Each test has an AWS of its own, so there is none for "
              + context.getDisplayName()
              + ": share one with LocalAwsExtension.perClass(…)");
    }
    ExtensionContext.Store store = owner.getStore(NAMESPACE);
    synchronized (this) {
      Running running = store.get(this, Running.class);
      if (running == null) {
        running = Running.start(settings);
        store.put(this, running);
      }
      return running;
    }
  }

  /** Returns the context of the outermost test class. */
  private static ExtensionContext ofClass(ExtensionContext context) {
    ExtensionContext owner = context;
    while (owner.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
      owner = owner.getParent().orElseThrow();
    }
    return owner;
  }
}
