package io.boto4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads of transfers. */
@Timeout(30)
final class WorkersTest {
  /** Work of one step, which completes with its thread. */
  private static final class OneStep implements Work {
    private final CompletableFuture<Thread> ran = new CompletableFuture<>();
    private boolean taken;

    @Override
    public @Nullable Runnable next() {
      if (taken) {
        return null;
      }
      taken = true;
      return () -> ran.complete(Thread.currentThread());
    }

    @Override
    public boolean isSmall() {
      return true;
    }
  }

  @Test
  void close_withoutWork_endsTheThreads() throws Exception {
    Workers workers = new Workers(2, true);
    OneStep work = new OneStep();
    workers.add(work);
    Thread thread = work.ran.get();

    workers.close();

    thread.join(TimeUnit.SECONDS.toMillis(5));
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void close_beforeWorkIsDone_doesIt() throws Exception {
    Workers workers = new Workers(2, true);
    workers.close();
    OneStep work = new OneStep();

    workers.add(work);

    assertThat(work.ran.get().getName()).startsWith("boto4j-s3-");
  }
}
