package io.boto4j.typed.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.TestClients;
import io.boto4j.typed.Typed;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interfaces of several services, of none, and what cannot be bound at all. */
final class BoundServicesTest {
  @Service("dynamodb")
  private interface Names extends AutoCloseable {
    @Operation("ListTables")
    @Result("TableNames")
    List<String> tables();

    @Service("sqs")
    @Operation("ListQueues")
    @Result("QueueUrls")
    List<String> queues();

    @Override
    void close();
  }

  @Service("dynamodb")
  private interface OneService extends Closeable {
    @Operation("ListTables")
    Response tables();

    @Override
    void close();
  }

  private interface Base<T> {
    @Operation("ListTables")
    T tables();

    default T again() {
      tables();
      return tables();
    }
  }

  private interface Tables extends Base<Response> {}

  @Service("dynamo")
  @SuppressWarnings("UnusedMethod") // it cannot be bound
  private interface Unknown {
    @Operation("ListTables")
    Response tables();

    @Operation("DescribeLimits")
    Response limits();
  }

  private sealed interface Sealed permits Permitted {
    @Operation("ListTables")
    Response tables();
  }

  private non-sealed interface Permitted extends Sealed {}

  private static final class Recorder implements HttpTransport {
    private final List<String> hosts = new ArrayList<>();

    @Override
    public HttpResponse send(HttpRequest request) {
      String host = request.uri().getHost();
      hosts.add(host);
      String body =
          host.startsWith("sqs") ? "{\"QueueUrls\": [\"q\"]}" : "{\"TableNames\": [\"t\"]}";
      return HttpResponse.of(
          200, Headers.empty(), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private final Recorder recorder = new Recorder();
  private final Session session = TestClients.session(recorder);

  @Test
  void severalServices_haveAClientEach() {
    Names names = Typed.of(session, Names.class);
    assertThat(names.tables()).containsExactly("t");
    assertThat(names.queues()).containsExactly("q");
    assertThat(recorder.hosts)
        .containsExactly("dynamodb.eu-west-1.amazonaws.com", "sqs.eu-west-1.amazonaws.com");
    assertThat(names).hasToString("Typed[Names over dynamodb, sqs]");
  }

  @Test
  void close_closesTheClientsThatWereCreated() {
    Names names = Typed.of(session, Names.class);
    names.close();
    assertThatThrownBy(names::tables)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("This client of dynamodb is closed");
    assertThatThrownBy(names::queues).hasMessage("This client of sqs is closed");
  }

  @Test
  void clientOfTheUser_staysOpen() {
    Client client = session.client("dynamodb");
    OneService tables = Typed.of(client, OneService.class);
    tables.close();
    assertThat(tables.tables().texts("TableNames")).containsExactly("t");
  }

  @Test
  void genericInterface_hasTheTypesOfTheOneThatExtendsIt() {
    Tables tables = Typed.of(session.client("dynamodb"), Tables.class);
    assertThat(tables.tables().texts("TableNames")).containsExactly("t");
    assertThat(tables.again().metadata().retryAttempts()).isZero();
    assertThat(recorder.hosts).hasSize(3);
    assertThatThrownBy(() -> Typed.of(session.client("dynamodb"), Base.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Base cannot be bound to dynamodb:\n"
                + "  tables(): The type T has no value. Bind an interface that extends this one"
                + " with type arguments.");
  }

  @Test
  void service_differentFromTheClients_isAProblem() {
    assertThatThrownBy(() -> Typed.of(session.client("dynamodb"), Names.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Names cannot be bound to dynamodb:\n"
                + "  queues(): The service is sqs, but the client is for dynamodb. Pass a client for"
                + " sqs, or a Session.");
  }

  @Test
  void service_unknown_isReportedOnce() {
    assertThatThrownBy(() -> Typed.of(session, Unknown.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "Unknown cannot be bound:\n  Unknown: Unknown service: 'dynamo'. Did you mean dynamodb")
        .satisfies(thrown -> assertThat(thrown.getMessage().lines()).hasSize(2));
    assertThatThrownBy(() -> Typed.of(session, Tables.class))
        .hasMessage(
            "Tables cannot be bound:\n"
                + "  Tables: No service is given. Add @Service, or pass a Client.");
  }

  @Test
  void otherTypes_areProblems() {
    for (Class<?> each : List.of(String.class, Sealed.class, Override.class)) {
      assertThatThrownBy(() -> Typed.of(session, each))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              each.getSimpleName()
                  + " cannot be bound:\n  "
                  + each.getSimpleName()
                  + ": Only an interface that is not sealed can be bound.");
    }
    Response response = Typed.of(session.client("dynamodb"), Permitted.class).tables();
    assertThat(response.texts("TableNames")).containsExactly("t");
  }

  @Test
  void checkedInterface_isBoundAgainWithoutACheck() {
    Client client = session.client("dynamodb");
    BoundInterface bound = BoundInterface.of(Tables.class);
    Clients clients = new Clients.Given(client);
    assertThat(bound.bind(clients)).hasSize(1);
    assertThat(BoundInterface.of(Tables.class)).isSameAs(bound);
    assertThat(bound.isKnown(clients)).isTrue();
    assertThat(BoundInterface.of(Names.class).isKnown(clients)).isFalse();
  }
}
