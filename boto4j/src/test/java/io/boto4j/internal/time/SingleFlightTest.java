package io.boto4j.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.CallInterruptedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SingleFlightTest {
  private static final int THREADS = 50;

  private final AtomicInteger attempts = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Object> seen = Collections.synchronizedList(new ArrayList<>());
  private final SingleFlight<String> flight = new SingleFlight<>("keys");

  @Test
  void result_isForThoseWhoArriveLater_whatIsPresent() {
    assertThat(flight.get(() -> null, () -> "made")).isEqualTo("made");
    assertThat(flight.get(() -> "there", SingleFlightTest::unexpected)).isEqualTo("there");
    assertThat(flight.tryGet(() -> "there", SingleFlightTest::unexpected)).isEqualTo("there");
  }

  @Test
  void failure_ofOneThreadAlone_isTriedAgainAtOnce() {
    for (int i = 1; i <= 3; i++) {
      assertThatThrownBy(() -> flight.get(() -> null, this::fail)).hasMessage("attempt " + i);
    }
  }

  /** 50 threads with two calls each made 40 to 139 attempts before. */
  @Test
  void failure_thatThreadsWaitedFor_isTheirsAndIsKept() throws Exception {
    SingleFlight<String> keeping = new SingleFlight<>("keys", Long.MAX_VALUE / 2);
    Supplier<String> failing =
        () -> {
          awaitAllOthers();
          return fail();
        };

    run(
        () -> {
          seen.add(ask(keeping, failing));
          seen.add(ask(keeping, failing));
        });

    assertThat(seen).hasSize(2 * THREADS).containsOnly("attempt 1");
  }

  @Test
  void failure_thatIsNoLongerKept_isFollowedByAnAttempt() throws Exception {
    SingleFlight<String> forgetting = new SingleFlight<>("keys", /* keepNanos= */ 0);

    run(
        () ->
            seen.add(
                ask(
                    forgetting,
                    () -> {
                      awaitAllOthers();
                      return fail();
                    })));

    assertThat(seen).hasSize(THREADS).containsOnly("attempt 1");
    assertThat(ask(forgetting, this::fail)).isEqualTo("attempt 2");
  }

  @Test
  void interruptedAttempt_isNotSharedWithThoseWhoWait() throws Exception {
    Supplier<String> attempt =
        () -> {
          awaitAllOthers();
          if (attempts.incrementAndGet() == 1) {
            throw new CallInterruptedException("stopped", null);
          }
          return "made";
        };

    run(() -> seen.add(ask(flight, attempt)));

    assertThat(seen).containsOnlyOnce("stopped").contains("made").hasSize(THREADS);
  }

  /** Calls that began together are interrupted at nearly the same time. */
  @Test
  void attemptThatHangs_untilAllAreInterrupted_isTheOnlyOne() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Supplier<String> hanging =
        () -> {
          attempts.incrementAndGet();
          begun.countDown();
          await(new CountDownLatch(1));
          throw new AssertionError();
        };
    for (int i = 0; i < THREADS; i++) {
      threads.add(new Thread(() -> seen.add(ask(flight, hanging))));
      threads.get(i).start();
      if (i == 0) {
        begun.await();
      }
    }
    TimeUnit.MILLISECONDS.sleep(1000);
    for (Thread thread : threads) {
      thread.interrupt();
      TimeUnit.MILLISECONDS.sleep(1);
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(attempts).hasValue(1);
    assertThat(seen).hasSize(THREADS);
  }

  /** A provider of the user's own may hide that it was interrupted. */
  @Test
  void interruptedAttempt_thatThrowsAnotherException_isNotShared() throws Exception {
    Supplier<String> attempt =
        () -> {
          awaitAllOthers();
          if (attempts.incrementAndGet() == 1) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped");
          }
          return "made";
        };

    run(() -> seen.add(ask(flight, attempt)));

    assertThat(seen).containsOnlyOnce("stopped").contains("made").hasSize(THREADS);
  }

  @Test
  void errorInAnAttempt_isNotSharedWithThoseWhoWait() throws Exception {
    Supplier<String> attempt =
        () -> {
          awaitAllOthers();
          if (attempts.incrementAndGet() == 1) {
            throw new AssertionError("broken");
          }
          return "made";
        };

    run(
        () -> {
          try {
            seen.add(flight.get(() -> null, attempt));
          } catch (AssertionError e) {
            seen.add("error");
          }
        });

    assertThat(seen).containsOnlyOnce("error").contains("made").hasSize(THREADS);
  }

  @Test
  void tryGet_whileAnotherThreadMakesAnAttempt_returnsAtOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread other =
        new Thread(
            () ->
                flight.get(
                    () -> null,
                    () -> {
                      begun.countDown();
                      await(end);
                      return "made";
                    }));
    other.start();
    begun.await();

    assertThat(flight.tryGet(() -> null, SingleFlightTest::unexpected)).isNull();
    end.countDown();
    other.join();
    assertThat(flight.tryGet(() -> null, () -> "next")).isEqualTo("next");
  }

  @Test
  void attempt_thatNeedsItsOwnResult_failsInsteadOfWaiting() {
    assertThatThrownBy(
            () ->
                flight.get(() -> null, () -> flight.get(() -> null, SingleFlightTest::unexpected)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The keys were requested by a call that is needed to get them, perhaps in an"
                + " interceptor");
  }

  @Test
  void interruptedWhileWaiting_saysSoAndKeepsTheFlag() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread other =
        new Thread(
            () ->
                flight.get(
                    () -> null,
                    () -> {
                      begun.countDown();
                      await(end);
                      return "made";
                    }));
    other.start();
    begun.await();
    Thread waiting =
        new Thread(
            () -> {
              seen.add(ask(flight, SingleFlightTest::unexpected));
              seen.add(Thread.currentThread().isInterrupted());
            });
    waiting.start();
    waiting.interrupt();
    waiting.join();
    end.countDown();
    other.join();

    assertThat(seen).containsExactly("Interrupted while waiting for keys", true);
  }

  private String fail() {
    throw new IllegalStateException("attempt " + attempts.incrementAndGet());
  }

  private static String unexpected() {
    throw new AssertionError("an attempt was made");
  }

  private static String ask(SingleFlight<String> flight, Supplier<String> attempt) {
    try {
      return flight.get(() -> null, attempt);
    } catch (RuntimeException e) {
      return e.getMessage();
    }
  }

  private void run(Runnable work) throws InterruptedException {
    for (int i = 0; i < THREADS; i++) {
      threads.add(new Thread(work));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Waits until all other threads wait for this one, or are done. */
  private void awaitAllOthers() {
    for (Thread thread : threads) {
      while (thread != Thread.currentThread()
          && thread.getState() != Thread.State.WAITING
          && thread.getState() != Thread.State.TERMINATED) {
        Thread.onSpinWait();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException("stopped", e);
    }
  }
}
