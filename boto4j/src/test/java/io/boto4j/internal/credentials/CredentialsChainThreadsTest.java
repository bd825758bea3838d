package io.boto4j.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.NoCredentialsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class CredentialsChainThreadsTest {
  private static final int THREADS = 8;

  private final AtomicInteger asked = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch started = new CountDownLatch(THREADS);

  @Test
  void staticCredentials_manyThreads_areLookedForOnce() throws Exception {
    Credentials credentials = Credentials.of("a", "b");
    List<Object> seen = runAll(chain(() -> Lookup.found(credentials)));

    assertThat(seen).hasSize(THREADS).containsOnly(credentials);
    assertThat(asked).hasValue(1);
  }

  @Test
  void failure_manyThreadsWaiting_isShared() throws Exception {
    CredentialsChain chain = chain(() -> Lookup.notFound("no"));
    List<Object> seen = runAll(chain);

    assertThat(seen)
        .hasSize(THREADS)
        .allSatisfy(failure -> assertThat(failure).isInstanceOf(NoCredentialsException.class));
    assertThat(asked).hasValue(1);

    assertThatThrownBy(chain::credentials).isInstanceOf(NoCredentialsException.class);
    assertThat(asked).as("the failure is kept for a second").hasValue(1);
  }

  @Test
  void provider_thatNeedsTheChain_failsInsteadOfWaiting() {
    CredentialsChain[] itself = new CredentialsChain[1];
    itself[0] = new CredentialsChain(order(() -> Lookup.found(itself[0].credentials())));

    assertThatThrownBy(itself[0]::credentials)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "The credentials were requested by a call that is needed to get them");
  }

  @Test
  void exception_manyThreadsWaiting_isShared() throws Exception {
    RuntimeException broken = new CredentialRetrievalException("test", "broken");
    List<Object> seen =
        runAll(
            chain(
                () -> {
                  throw broken;
                }));

    assertThat(seen).hasSize(THREADS).containsOnly(broken);
    assertThat(asked).hasValue(1);
  }

  @Test
  void renewingProvider_found_isAskedForEverySignature() {
    AtomicInteger renewed = new AtomicInteger();
    CredentialsProvider provider = () -> Credentials.of("a" + renewed.incrementAndGet(), "b");
    CredentialsChain chain = new CredentialsChain(order(() -> Lookup.found(provider)));

    assertThat(chain.credentials().accessKeyId()).isEqualTo("a1");
    assertThat(chain.credentials().accessKeyId()).isEqualTo("a2");
    assertThat(asked).hasValue(1);
  }

  @Test
  void providersBehindTheFirstFound_areNotEvenMade() {
    AtomicInteger made = new AtomicInteger();
    ChainOrder order =
        position -> {
          made.incrementAndGet();
          return order(() -> Lookup.found(Credentials.of("a", "b"))).provider(0);
        };

    assertThat(new CredentialsChain(order).credentials().accessKeyId()).isEqualTo("a");
    assertThat(made).hasValue(1);
  }

  /** Returns a chain with one provider, which returns only when all other threads wait for it. */
  private CredentialsChain chain(Supplier<Lookup> lookup) {
    return new CredentialsChain(
        order(
            () -> {
              if (asked.get() == 1) {
                awaitOthers();
              }
              return lookup.get();
            }));
  }

  private ChainOrder order(Supplier<Lookup> lookup) {
    return position -> position > 0 ? null : new OneProvider(lookup);
  }

  private void awaitOthers() {
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Thread thread : threads) {
      while (thread != Thread.currentThread() && thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
  }

  private List<Object> runAll(CredentialsChain chain) throws InterruptedException {
    List<Object> seen = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < THREADS; i++) {
      threads.add(new Thread(() -> seen.add(ask(chain))));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return seen;
  }

  private Object ask(CredentialsChain chain) {
    started.countDown();
    try {
      return chain.credentials();
    } catch (RuntimeException e) {
      return e;
    }
  }

  private final class OneProvider implements ChainedProvider {
    private final Supplier<Lookup> lookup;

    private OneProvider(Supplier<Lookup> lookup) {
      this.lookup = lookup;
    }

    @Override
    public String method() {
      return "test";
    }

    @Override
    public Lookup find() {
      asked.incrementAndGet();
      return lookup.get();
    }
  }
}
