package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.UnknownServiceException;
import io.boto4j.http.HttpResponse;
import io.boto4j.model.ModelException;
import io.boto4j.model.ModelOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@link Session#reloadModels()}: all models change at once, or none. */
@SuppressWarnings("boto4j") // models that the test writes
@Timeout(60)
final class ReloadModelsTest {
  @TempDir Path folder;

  private final Recorder recorder = new Recorder();

  private Session session() {
    return Sessions.with(recorder).dataPath(folder).build();
  }

  /** Writes a version of everything that models consist of; its number is in each file. */
  private void write(int number) throws IOException {
    MadeUpService.write(
        folder,
        MadeUpService.NAME,
        MadeUpService.VERSION,
        MadeUpService.model(MadeUpService.VERSION)
            .replace("\"targetPrefix\": \"MadeUp\"", "\"targetPrefix\": \"V" + number + "\""),
        false);
    Files.writeString(
        folder.resolve(MadeUpService.NAME).resolve(MadeUpService.VERSION).resolve("waiters-2.json"),
        "{\"version\": 2, \"waiters\": {\"W" + number + "\": {}}}");
    Files.writeString(
        folder.resolve("partitions.json"),
        "{\"partitions\": [{\"id\": \"p"
            + number
            + "\", \"regions\": {\"eu-west-1\": {}}, \"outputs\": {\"name\": \"p"
            + number
            + "\", \"dnsSuffix\": \"v"
            + number
            + ".test\"}}]}");
  }

  private static String seenBy(Client client) {
    return client.model().metadata().text("targetPrefix")
        + " "
        + String.join(",", client.waiters())
        + " "
        + client.partition();
  }

  @Test
  void reload_changedFiles_areThoseOfClientsCreatedAfterwards() throws IOException {
    write(1);
    Session session = session();
    Session ofRole = session.assumeRole("arn:aws:iam::123456789012:role/r");
    Client before = session.client(MadeUpService.NAME);

    write(2);
    assertThat(seenBy(session.client(MadeUpService.NAME))).isEqualTo("V1 W1 p1");
    session.reloadModels();

    assertThat(seenBy(before)).isEqualTo("V1 W1 p1");
    assertThat(seenBy(before.with(new Interceptor() {}))).isEqualTo("V1 W1 p1");
    assertThat(seenBy(session.client(MadeUpService.NAME))).isEqualTo("V2 W2 p2");
    assertThat(seenBy(before.with(c -> c.region("eu-west-1")))).isEqualTo("V2 W2 p2");
    assertThat(seenBy(ofRole.client(MadeUpService.NAME))).isEqualTo("V2 W2 p2");
  }

  @Test
  void reload_duringACall_leavesTheCallItsModel() throws Exception {
    write(1);
    Session session = session();
    CountDownLatch sent = new CountDownLatch(1);
    CountDownLatch reloaded = new CountDownLatch(1);
    recorder.answer(
        request -> {
          sent.countDown();
          await(reloaded);
          return Recorder.response(200, "{\"re-named\": \"back\"}");
        });
    Client client = session.client(MadeUpService.NAME);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<Response> call = threads.submit(() -> client.call("Echo", Map.of("Text", "t")));
      await(sent);
      Files.delete(
          folder
              .resolve(MadeUpService.NAME)
              .resolve(MadeUpService.VERSION)
              .resolve("service-2.json"));
      session.reloadModels();
      reloaded.countDown();

      assertThat(call.get(30, TimeUnit.SECONDS).text("Renamed")).isEqualTo("back");
      assertThat(client.call("Echo").text("Renamed")).isEqualTo("back");
      assertThatThrownBy(() -> session.client(MadeUpService.NAME))
          .isInstanceOf(UnknownServiceException.class);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void reload_whileOthersCreateClients_showsEachAllOldOrAllNew() throws Exception {
    write(0);
    Session session = session();
    session.reloadModels();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    CountDownLatch started = new CountDownLatch(3);
    CountDownLatch done = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<Boolean>> all =
          List.of(
              threads.submit(() -> look(session, seen, started, done)),
              threads.submit(() -> look(session, seen, started, done)),
              threads.submit(() -> look(session, seen, started, done)));
      await(started);
      for (int i = 1; i <= 25; i++) {
        write(i);
        session.reloadModels();
        assertThat(seenBy(session.client(MadeUpService.NAME)))
            .isEqualTo("V" + i + " W" + i + " p" + i);
      }
      done.countDown();
      for (Future<Boolean> each : all) {
        assertThat(each.get(30, TimeUnit.SECONDS)).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(seen).isNotEmpty().allMatch(each -> each.matches("V(\\d+) W\\1 p\\1"));
  }

  private static boolean look(
      Session session, Set<String> seen, CountDownLatch started, CountDownLatch done) {
    boolean more = true;
    while (more) {
      more = done.getCount() > 0;
      seen.add(seenBy(session.client(MadeUpService.NAME)));
      started.countDown();
    }
    return true;
  }

  @Test
  void reload_brokenFile_throwsAndKeepsTheOldModels() throws IOException {
    write(1);
    Session session = session();
    session.reloadModels();

    write(2);
    Files.writeString(folder.resolve("unrelated.json"), "{\"smithy\": \"2.0\"");
    assertThatThrownBy(session::reloadModels)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("unrelated.json")
        .hasMessageContaining("at byte 16");
    assertThat(seenBy(session.client(MadeUpService.NAME))).isEqualTo("V1 W1 p1");

    Files.delete(folder.resolve("unrelated.json"));
    session.reloadModels();
    assertThat(seenBy(session.client(MadeUpService.NAME))).isEqualTo("V2 W2 p2");
  }

  @Test
  void reload_brokenResources_throws() throws IOException {
    Path file = folder.resolve("sts/2011-06-15/resources.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "service sts 2011-06-15\ntype Role(Arn)\n  do A = Nothing()\n");

    assertThatThrownBy(session()::reloadModels)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("resources.txt");
  }

  @Test
  void reload_withoutAnyFolder_changesNothing() {
    Session session = Sessions.with(recorder).build();
    List<ModelOrigin> before = session.models();

    session.reloadModels();

    assertThat(session.models()).isEqualTo(before);
    assertThat(session.client("dynamodb").operations()).contains("PutItem");
  }

  @Test
  void unknownService_besideABrokenFile_namesTheFile() throws IOException {
    Files.writeString(folder.resolve("broken.json"), "{\"smithy\": \"2.0\"");
    Session session = session();

    assertThat(session.client("dynamodb").operations()).contains("PutItem");
    assertThat(session.services()).contains("dynamodb");
    assertThatThrownBy(() -> session.client("ledger"))
        .isInstanceOf(UnknownServiceException.class)
        .hasMessageContaining("These files of the data path are left out:\n  Not a model file: ")
        .hasMessageContaining("broken.json");
  }

  @Test
  void models_ofTheClassPath_nameTheirJar() {
    Session session = Sessions.with(recorder).build();

    assertThat(session.models()).hasSize(session.services().size()).isUnmodifiable();
    ModelOrigin origin = session.client("dynamodb").model().origin();
    assertThat(session.models()).contains(origin);
    assertThat(origin.source()).isNotEmpty();
    assertThat(session.client("dynamodb").explain("ListTables", Map.of()).toString())
        .contains("\nModel: dynamodb 2012-08-10 from " + origin.source());
  }

  @Test
  void credentials_ofARole_areGottenWithTheNewModels() throws IOException {
    recorder.answer(
        request ->
            Recorder.body(request).contains("AssumeRole")
                ? assumed()
                : Recorder.response(200, "{}"));
    Session session = session();
    Session ofRole = session.assumeRole("arn:aws:iam::123456789012:role/r");
    Files.writeString(
        folder.resolve("partitions.json"),
        "{\"partitions\": [{\"id\": \"aws\", \"regions\": {\"eu-west-1\": {}}, \"outputs\":"
            + " {\"name\": \"aws\", \"dnsSuffix\": \"new.test\", \"dualStackDnsSuffix\":"
            + " \"new.test\", \"supportsFIPS\": true, \"supportsDualStack\": true}}]}");

    session.reloadModels();
    ofRole.client("dynamodb").call("ListTables");

    assertThat(recorder.requests()).hasSize(2);
    assertThat(recorder.requests().get(0).uri()).hasHost("sts.eu-west-1.new.test");
    assertThat(recorder.requests().get(1).uri()).hasHost("dynamodb.eu-west-1.new.test");
  }

  private static HttpResponse assumed() {
    return Recorder.response(
        200,
        "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>A</AccessKeyId>"
            + "<SecretAccessKey>S</SecretAccessKey><SessionToken>T</SessionToken>"
            + "<Expiration>2026-02-03T05:05:06Z</Expiration></Credentials></AssumeRoleResult>"
            + "</AssumeRoleResponse>");
  }
}
