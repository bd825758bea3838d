package io.boto4j.dashboard.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.local.LocalAws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DatabaseWatchTest {
  private static final Names NAMES = LocalTables.NAMES;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final LocalAws aws = LocalAws.builder().stateDelay(Duration.ofMillis(300)).start();
  private final Client rds = aws.session().client("rds");
  private final Database database = new Database(rds, NAMES.instance());
  private final DatabaseWatch watch = new DatabaseWatch(database, PAUSE, aws.clock());
  private final BlockingQueue<Progress> published = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    watch.close();
    rds.close();
    aws.close();
  }

  /** Waits for a report, and returns all up to it. */
  private List<Progress> until(Predicate<Progress> wanted) throws InterruptedException {
    List<Progress> all = new ArrayList<>();
    do {
      Progress next = published.poll(30, TimeUnit.SECONDS);
      assertThat(next).as("a report after " + all).isNotNull();
      all.add(next);
    } while (!wanted.test(all.get(all.size() - 1)));
    return all;
  }

  @Test
  void start_whileTheDatabaseIsCreated_publishesEachPoll() throws InterruptedException {
    watch.listen(published::add);
    new ProvisionDatabase(rds, NAMES).run();

    watch.start();

    List<Progress> all = until(Progress::canStop);
    assertThat(all.get(0).status()).isEqualTo("creating");
    assertThat(all.get(0).polls()).isEqualTo(1);
    assertThat(all.get(0).isChanging()).isTrue();
    assertThat(watch.current().status()).isEqualTo("available");
  }

  @Test
  void start_withoutDatabase_publishesTheProblem() throws InterruptedException {
    watch.listen(published::add);

    watch.start();

    Progress last = until(progress -> progress.problem() != null).get(0);
    assertThat(last.problem()).contains("Waiter Settled failed");
    assertThat(last.isChanging()).isFalse();
  }

  @Test
  void start_whenCallsFail_publishesTheProblem() throws InterruptedException {
    watch.listen(published::add);
    aws.faults().fail("rds", 1.0, "AccessDenied", "Not today");

    watch.start();

    assertThat(until(progress -> progress.problem() != null)).hasSize(1);
  }
}
