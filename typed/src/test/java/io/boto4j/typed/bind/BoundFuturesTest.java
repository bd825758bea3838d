package io.boto4j.typed.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.CallOptions;
import io.boto4j.Response;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.testing.Stubber;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.TestClients;
import io.boto4j.typed.Typed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Calls on another thread, and options of calls, by methods of an interface. */
final class BoundFuturesTest {
  private interface Tables {
    @Operation("ListTables")
    CompletableFuture<Response> page();

    @Operation("ListTables")
    @Result("TableNames")
    CompletableFuture<List<String>> names(
        @Param("Limit") int limit, Consumer<? super CallOptions.Builder> options);

    @Operation("DeleteTable")
    CompletionStage<Void> delete(@Param("TableName") String table);

    @Operation("ListTables")
    Response call(Consumer<CallOptions.Builder> options);
  }

  private final Stubber stubber = Stubber.of(TestClients.of("dynamodb"));
  private final Tables tables = Typed.of(stubber.client(), Tables.class);

  @Test
  void future_completesWithTheValue() throws Exception {
    stubber.addResponse("ListTables", Map.of("TableNames", List.of("aaa")));
    assertThat(tables.page().get().texts("TableNames")).containsExactly("aaa");
    stubber.addResponse("ListTables", Map.of("TableNames", List.of("bbb")), Map.of("Limit", 3));
    assertThat(tables.names(3, o -> {}).get()).containsExactly("bbb");
    stubber.addResponse("DeleteTable", Map.of(), Map.of("TableName", "ttt"));
    assertThat(tables.delete("ttt").toCompletableFuture().get()).isNull();
  }

  @Test
  void failure_isTheExceptionOfTheCall() {
    stubber.addError("ListTables", "InternalServerError", "no", 400);
    CompletableFuture<List<String>> names = tables.names(1, o -> {});
    assertThatThrownBy(names::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ServiceException.class);
    assertThatThrownBy(names::join).hasCauseInstanceOf(ServiceException.class);
  }

  @Test
  void cancel_interruptsTheCall() throws Exception {
    Waiting transport = new Waiting();
    Tables waiting = Typed.of(TestClients.session(transport).client("dynamodb"), Tables.class);
    CompletableFuture<List<String>> names = waiting.names(1, o -> {});
    assertThat(transport.begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(names.cancel(true)).isTrue();
    assertThat(transport.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(names::get).isInstanceOf(CancellationException.class);
  }

  @Test
  void options_reachTheCall() {
    List<String> seen = new CopyOnWriteArrayList<>();
    HttpTransport transport =
        request -> {
          seen.add(String.valueOf(request.headers().first("x-mine")));
          throw new IOException("down");
        };
    Tables down = Typed.of(TestClients.session(transport).client("dynamodb"), Tables.class);
    assertThatThrownBy(() -> down.call(o -> o.maxAttempts(2).header("x-mine", "1")))
        .isInstanceOf(Boto4jException.class);
    assertThat(seen).containsExactly("1", "1");
    assertThatThrownBy(() -> down.names(1, o -> o.maxAttempts(1)).get())
        .hasCauseInstanceOf(Boto4jException.class);
    assertThat(seen).hasSize(3);
  }

  /** A transport whose call ends when it is interrupted. */
  private static final class Waiting implements HttpTransport {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
        throw new AssertionError("The latch never opens");
      } catch (InterruptedException e) {
        interrupted.countDown();
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }
}
