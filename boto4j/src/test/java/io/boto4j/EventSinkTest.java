package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.CallInterruptedException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class EventSinkTest {
  private static final Map<String, ?> A = Map.of("A", Map.of());
  private static final Map<String, ?> B = Map.of("B", Map.of());

  @Test
  void events_sentBeforeItWasClosed_areStillTaken() {
    EventSink sink = new EventSink();
    sink.send(A);
    sink.send(B);
    sink.close();
    sink.close();
    assertThat(sink.iterator()).toIterable().containsExactly(A, B);
    assertThatThrownBy(() -> sink.send(A)).hasMessage("This sink is closed");
    assertThatThrownBy(sink::iterator).hasMessage("A sink can be used for one call only");
  }

  @Test
  void sink_full_letsItsSenderWait() {
    EventSink sink = new EventSink(1);
    sink.send(A);
    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> sink.send(B));
    Iterator<Map<String, ?>> events = sink.iterator();
    assertThat(events.next()).isEqualTo(A);
    second.join();
    assertThat(events.hasNext()).isTrue();
    assertThat(events.next()).isEqualTo(B);
    assertThatThrownBy(events::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void sink_abandoned_wakesItsSender() throws Exception {
    EventSink sink = new EventSink(1);
    sink.send(A);
    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> sink.send(B));
    ((AutoCloseable) sink.iterator()).close();
    assertThatThrownBy(
            () -> {
              second.get();
              sink.send(A);
            })
        .rootCause()
        .hasMessage("The call that uses this sink has ended");
  }

  @Test
  void sink_failed_failsItsReader() {
    EventSink sink = new EventSink();
    IllegalStateException why = new IllegalStateException("why");
    sink.send(A);
    sink.fail(why);
    assertThatThrownBy(() -> sink.iterator().hasNext()).isSameAs(why);
  }

  @Test
  void thread_interrupted_waitsNoLonger() {
    EventSink sink = new EventSink(1);
    Iterator<Map<String, ?>> events = sink.iterator();
    Thread.currentThread().interrupt();
    assertThatThrownBy(events::hasNext).isInstanceOf(CallInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    sink.send(A);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> sink.send(B)).isInstanceOf(CallInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void capacity_ofNone_isRefused() {
    assertThatThrownBy(() -> new EventSink(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
