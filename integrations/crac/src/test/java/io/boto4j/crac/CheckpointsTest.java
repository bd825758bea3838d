package io.boto4j.crac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.local.LocalAws;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.crac.CheckpointException;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.crac.RestoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions before a checkpoint and after a restore. */
@Timeout(60)
final class CheckpointsTest {
  private static LocalAws aws;

  private final ByHand context = new ByHand();

  /** A context whose checkpoints are made by the test. */
  private static final class ByHand extends Context<Resource> {
    private final List<WeakReference<Resource>> resources = new ArrayList<>();

    @Override
    public void register(Resource resource) {
      resources.add(new WeakReference<>(resource));
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> caller) throws CheckpointException {
      for (WeakReference<Resource> each : resources) {
        try {
          each.get().beforeCheckpoint(this);
        } catch (Exception e) {
          CheckpointException failed = new CheckpointException();
          failed.addSuppressed(e);
          throw failed;
        }
      }
    }

    @Override
    public void afterRestore(Context<? extends Resource> caller) throws RestoreException {
      for (WeakReference<Resource> each : resources) {
        try {
          each.get().afterRestore(this);
        } catch (Exception e) {
          RestoreException failed = new RestoreException();
          failed.addSuppressed(e);
          throw failed;
        }
      }
    }
  }

  @BeforeAll
  static void start() {
    aws = LocalAws.start();
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  private static final class Counting implements CredentialsProvider {
    private final AtomicInteger fetched = new AtomicInteger();
    private volatile Credentials cached;

    @Override
    public Credentials credentials() {
      Credentials held = cached;
      if (held == null) {
        fetched.incrementAndGet();
        held = Credentials.of("AKIDEXAMPLE", "secret");
        cached = held;
      }
      return held;
    }

    @Override
    public void forget() {
      cached = null;
    }
  }

  private static Session session(CountingDoor door, CredentialsProvider credentials) {
    return Session.builder()
        .environment(Map.of("AWS_EC2_METADATA_DISABLED", "true"))
        .systemProperties(Map.of())
        .home(Path.of("no-such-home"))
        .region("us-east-1")
        .credentials(credentials)
        .config(c -> c.endpointUrl(door.uri().toString()))
        .build();
  }

  @Test
  void checkpoint_connections_areClosedAndCredentialsFetchedAgain() throws Exception {
    try (CountingDoor door = CountingDoor.to(aws.endpoint())) {
      Counting credentials = new Counting();
      Session session = session(door, credentials);
      Checkpoints.register(session, context);
      Client dynamodb = session.client("dynamodb");
      dynamodb.call("ListTables");
      session.client("sqs").call("ListQueues");
      assertThat(door.open()).isEqualTo(2);

      context.beforeCheckpoint(context);

      door.awaitClosed();
      assertThat(credentials.cached).isNull();
      context.afterRestore(context);
      dynamodb.call("ListTables");
      assertThat(door.total()).isEqualTo(3);
      assertThat(credentials.fetched).hasValue(2);
    }
  }

  @Test
  void checkpoint_streamOpen_failsAndNamesTheHost() throws Exception {
    try (CountingDoor door = CountingDoor.to(aws.endpoint())) {
      Session session = session(door, Credentials.of("AKIDEXAMPLE", "secret"));
      Checkpoints.register(session, context);
      Client s3 = session.client("s3", c -> c.endpointUrl(door.uri().toString()));
      s3.call("CreateBucket", Map.of("Bucket", "checkpoint"));
      s3.call("PutObject", Map.of("Bucket", "checkpoint", "Key", "k", "Body", new byte[1 << 20]));
      try (var body =
          s3.call("GetObject", Map.of("Bucket", "checkpoint", "Key", "k")).stream("Body")) {
        assertThat(body.read()).isZero();

        assertThatThrownBy(() -> context.beforeCheckpoint(context))
            .isInstanceOf(CheckpointException.class)
            .satisfies(
                e ->
                    assertThat(e.getSuppressed()[0])
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("1 connection in use, to 127.0.0.1:"));
      }
      context.beforeCheckpoint(context);
      door.awaitClosed();
    }
  }

  @Test
  void register_twice_isDoneOnce() {
    Session session = aws.session();

    Checkpoints.register(session, context);
    Checkpoints.register(session, context);

    assertThat(context.resources).hasSize(1);
  }

  @Test
  void register_contextRefersWeakly_resourceLivesAsLongAsTheSession() throws Exception {
    Session session = aws.session();
    Checkpoints.register(session, context);

    collectGarbage();

    assertThat(context.resources.get(0).get()).isNotNull();
    assertThat(context.resources.get(0).get().toString())
        .isEqualTo("Checkpoints.register(" + session + ")");
  }

  @Test
  void register_sessionDropped_isGarbage() throws Exception {
    WeakReference<Session> dropped = registered();

    collectGarbage();

    assertThat(dropped.get()).isNull();
  }

  private WeakReference<Session> registered() {
    Session session = aws.session();
    Checkpoints.register(session, context);
    return new WeakReference<>(session);
  }

  /** Returns once the collector has cleared a weak reference. */
  private static void collectGarbage() throws InterruptedException {
    WeakReference<Object> witness = new WeakReference<>(new Object());
    while (witness.get() != null) {
      System.gc();
    }
  }

  @Test
  void register_globalContextWithoutCheckpoints_hasNoEffect() throws Exception {
    Checkpoints.register(aws.session());

    assertThatThrownBy(Core::checkpointRestore).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void suspendAndResume_withoutAContext_keepTheSessionUsable() {
    Session session = aws.session();
    Client dynamodb = session.client("dynamodb");

    session.suspend();
    session.resume();
    assertThat(dynamodb.call("ListTables").list("TableNames")).isEmpty();
  }

  @Test
  void register_null_isRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> Checkpoints.register(null, context))
        .withMessage("session");
  }
}
