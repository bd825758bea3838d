package io.boto4j.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RefreshingTest {
  private static final int THREADS = 50;
  private static final Duration HOUR = Duration.ofHours(1);

  private final MutableClock clock = new MutableClock(Chains.NOW);
  private final AtomicInteger fetched = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();

  @Test
  void freshOnes_areFetchedOnceWhenFirstAskedFor() {
    RefreshingCredentials refreshing = living(HOUR);
    assertThat(fetched).hasValue(0);

    assertThat(refreshing.credentials().accessKeyId()).isEqualTo("k1");
    clock.advance(Duration.ofMinutes(44));
    assertThat(refreshing.credentials().accessKeyId()).isEqualTo("k1");
    assertThat(refreshing.credentials().source()).isEqualTo("test");
  }

  @Test
  void withoutExpiration_areFetchedOnce() {
    RefreshingCredentials refreshing =
        refreshing(() -> Credentials.of("k" + fetched.incrementAndGet(), "s"));
    refreshing.credentials();
    clock.advance(Duration.ofDays(10_000));

    assertThat(refreshing.credentials().accessKeyId()).isEqualTo("k1");
  }

  @Test
  void atFifteenMinutes_areFetchedAnew_notASecondBefore() {
    RefreshingCredentials refreshing = living(HOUR);
    refreshing.credentials();

    clock.advance(Duration.ofMinutes(45).minusSeconds(1));
    assertThat(refreshing.credentials().accessKeyId()).isEqualTo("k1");
    clock.advance(Duration.ofSeconds(1));
    assertThat(refreshing.credentials().accessKeyId()).isEqualTo("k2");
  }

  @Test
  void advisory_failing_onlyWarnsAndPauses() {
    RefreshingCredentials refreshing = failingAfterFirst();
    refreshing.credentials();
    clock.advance(Duration.ofMinutes(46));

    try (Logged logged = new Logged()) {
      assertThat(refreshing.credentials().accessKeyId()).isEqualTo("k1");
      assertThat(refreshing.credentials().accessKeyId()).isEqualTo("k1");
      assertThat(fetched).as("tries within the pause").hasValue(2);
      clock.advance(Duration.ofSeconds(10));
      assertThat(refreshing.credentials().accessKeyId()).isEqualTo("k1");

      assertThat(fetched).hasValue(3);
      assertThat(logged.lines())
          .hasSize(2)
          .first()
          .asString()
          .startsWith(
              "WARNING Refreshing credentials from test failed; the current credentials are used")
          .contains("IllegalStateException: no answer");
    }
  }

  @Test
  void advisory_failing_pausesForADuration_alsoIfTheClockIsSetBack() {
    RefreshingCredentials refreshing = failingAfterFirst();
    refreshing.credentials();
    clock.advance(Duration.ofMinutes(49));
    refreshing.credentials();
    assertThat(fetched).hasValue(2);

    clock.advance(Duration.ofMinutes(-3));
    refreshing.credentials();
    assertThat(fetched).hasValue(2);
    clock.advance(Duration.ofSeconds(10));
    refreshing.credentials();
    assertThat(fetched).hasValue(3);
  }

  @Test
  void mandatory_failing_isThrownAndTriedAgainByTheNextCall() {
    RefreshingCredentials refreshing = failingAfterFirst();
    refreshing.credentials();
    clock.advance(Duration.ofMinutes(50));

    assertThatThrownBy(refreshing::credentials).hasMessage("no answer");
    assertThatThrownBy(refreshing::credentials).hasMessage("no answer");
    assertThat(fetched).hasValue(3);
  }

  @Test
  void fetch_thatNeedsItsOwnResult_failsInsteadOfWaiting() {
    RefreshingCredentials[] itself = new RefreshingCredentials[1];
    itself[0] = refreshing(() -> itself[0].credentials());

    assertThatThrownBy(itself[0]::credentials)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The credentials from test were requested by a call that is needed to get them, perhaps"
                + " in an interceptor");
  }

  @Test
  void expiredAfterRefresh_isAnError() {
    RefreshingCredentials refreshing = living(Duration.ZERO);

    assertThatThrownBy(refreshing::credentials)
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessageStartingWith(
            "Error when retrieving credentials from test: Credentials were refreshed, but the"
                + " refreshed credentials are still expired: they expired at 2026-02-03T04:05:06Z");
  }

  @Test
  void shortLived_areNotFetchedByEveryCall() {
    RefreshingCredentials refreshing = living(Duration.ofMinutes(6));
    refreshing.credentials();
    refreshing.credentials();
    assertThat(fetched).hasValue(1);

    clock.advance(Duration.ofMinutes(3));
    refreshing.credentials();
    assertThat(fetched).as("at half their life").hasValue(2);
  }

  @Test
  void startingWith_isGivenOutUntilItIsToBeRenewed() {
    Credentials first = Credentials.of("first", "s").withExpiration(Chains.NOW.plus(HOUR));
    RefreshingCredentials refreshing = living(HOUR).startingWith(first);

    assertThat(refreshing.credentials()).isEqualTo(first.withSource("test"));
    clock.advance(Duration.ofMinutes(50));
    assertThat(refreshing.credentials().accessKeyId()).isEqualTo("k1");
  }

  @Test
  void firstFetch_fiftyThreads_isOne() throws Exception {
    CountDownLatch started = new CountDownLatch(THREADS);
    RefreshingCredentials refreshing =
        refreshing(
            () -> {
              awaitOthers(started);
              return next(HOUR);
            });

    List<Object> seen = runAll(refreshing, started);

    assertThat(fetched).hasValue(1);
    assertThat(seen).hasSize(THREADS).containsOnly(refreshing.credentials());
  }

  @Test
  void mandatory_fiftyThreads_allWaitAndShareTheFailure() throws Exception {
    CountDownLatch started = new CountDownLatch(THREADS);
    RuntimeException failure = new IllegalStateException("no answer");
    RefreshingCredentials refreshing =
        refreshing(
                () -> {
                  awaitOthers(started);
                  fetched.incrementAndGet();
                  throw failure;
                })
            .startingWith(
                Credentials.of("old", "s").withExpiration(Chains.NOW.plus(Duration.ofHours(1))));
    clock.advance(Duration.ofMinutes(55));

    List<Object> seen = runAll(refreshing, started);

    assertThat(fetched).hasValue(1);
    assertThat(seen).hasSize(THREADS).containsOnly(failure);
  }

  @Test
  void advisory_whileOneThreadFetches_othersGoOn() throws Exception {
    CountDownLatch fetching = new CountDownLatch(1);
    CountDownLatch othersAreDone = new CountDownLatch(1);
    RefreshingCredentials refreshing =
        refreshing(
                () -> {
                  fetching.countDown();
                  await(othersAreDone);
                  return next(HOUR);
                })
            .startingWith(Credentials.of("old", "s").withExpiration(Chains.NOW.plus(HOUR)));
    clock.advance(Duration.ofMinutes(46));
    List<Object> seen = Collections.synchronizedList(new ArrayList<>());
    Thread fetcher = new Thread(() -> seen.add(refreshing.credentials().accessKeyId()));
    fetcher.start();
    fetching.await();

    for (int i = 0; i < 100; i++) {
      assertThat(refreshing.credentials().accessKeyId()).isEqualTo("old");
    }
    othersAreDone.countDown();
    fetcher.join();

    assertThat(seen).containsExactly("k1");
    assertThat(refreshing.credentials().accessKeyId()).isEqualTo("k1");
    assertThat(fetched).hasValue(1);
  }

  @Test
  void interruptedWhileWaiting_saysSoAndKeepsTheFlag() throws Exception {
    CountDownLatch fetching = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    RefreshingCredentials refreshing =
        refreshing(
            () -> {
              fetching.countDown();
              await(end);
              return next(HOUR);
            });
    Thread fetcher = new Thread(refreshing::credentials);
    fetcher.start();
    fetching.await();
    List<Object> seen = Collections.synchronizedList(new ArrayList<>());
    Thread waiting =
        new Thread(
            () -> {
              seen.add(ask(refreshing));
              seen.add(Thread.currentThread().isInterrupted());
            });
    waiting.start();
    awaitWaiting(waiting);
    waiting.interrupt();
    waiting.join();
    end.countDown();
    fetcher.join();

    assertThat(seen.get(0)).isInstanceOf(CallInterruptedException.class);
    assertThat(seen.get(1)).isEqualTo(true);
  }

  @Test
  void interruptedFetch_isNotSharedWithThoseWhoWait() throws Exception {
    CountDownLatch started = new CountDownLatch(2);
    RefreshingCredentials refreshing =
        refreshing(
            () -> {
              if (fetched.get() == 0) {
                awaitOthers(started);
                fetched.incrementAndGet();
                throw new CallInterruptedException("stopped", null);
              }
              return next(HOUR);
            });

    List<Object> seen = runAll(refreshing, started);

    assertThat(seen).hasSize(2).hasAtLeastOneElementOfType(CallInterruptedException.class);
    assertThat(seen).hasAtLeastOneElementOfType(Credentials.class);
  }

  @Test
  void windows_nonsense_isRefused() {
    Duration second = Duration.ofSeconds(1);

    assertThatThrownBy(() -> new RefreshWindows(second, Duration.ofSeconds(2), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RefreshWindows(second, second, second.negated()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private RefreshingCredentials living(Duration lifetime) {
    return refreshing(() -> next(lifetime));
  }

  private RefreshingCredentials failingAfterFirst() {
    return refreshing(
        () -> {
          if (fetched.get() > 0) {
            fetched.incrementAndGet();
            throw new IllegalStateException("no answer");
          }
          return next(HOUR);
        });
  }

  private RefreshingCredentials refreshing(Supplier<Credentials> fetch) {
    return new RefreshingCredentials("test", fetch, clock);
  }

  private Credentials next(Duration lifetime) {
    return Credentials.of("k" + fetched.incrementAndGet(), "s")
        .withExpiration(clock.instant().plus(lifetime));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until all other threads are blocked. */
  private void awaitOthers(CountDownLatch started) {
    await(started);
    for (Thread thread : threads) {
      if (thread != Thread.currentThread()) {
        awaitWaiting(thread);
      }
    }
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private List<Object> runAll(RefreshingCredentials refreshing, CountDownLatch started)
      throws InterruptedException {
    List<Object> seen = Collections.synchronizedList(new ArrayList<>());
    long count = started.getCount();
    for (int i = 0; i < count; i++) {
      threads.add(
          new Thread(
              () -> {
                started.countDown();
                seen.add(ask(refreshing));
              }));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return seen;
  }

  private static Object ask(RefreshingCredentials refreshing) {
    try {
      return refreshing.credentials();
    } catch (RuntimeException e) {
      return e;
    }
  }
}
