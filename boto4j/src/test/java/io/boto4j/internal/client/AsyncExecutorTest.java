package io.boto4j.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;

final class AsyncExecutorTest {
  @Test
  void pool_hasTheThreadsThatWereSet() {
    ExecutorService pool = AsyncExecutor.pool(2);
    try {
      assertThat(pool)
          .extracting(each -> ((ThreadPoolExecutor) each).getMaximumPoolSize())
          .isEqualTo(2);
    } finally {
      pool.shutdown();
    }
  }
}
