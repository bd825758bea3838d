package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.UnknownServiceException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Service models of the user, in the folders that botocore searches. */
@SuppressWarnings("boto4j") // models that the test writes
final class DataPathTest {
  @TempDir Path folder;

  private final Recorder recorder = new Recorder();

  private void assertCallable(Session session) {
    assertThat(session.services()).contains(MadeUpService.NAME, "dynamodb");

    recorder.answer(200, "{\"re-named\": \"back\"}");
    Response answer =
        session.client(MadeUpService.NAME).call("echo", Map.of("Text", "t", "Renamed", "r"));

    assertThat(answer).isEqualTo(Map.of("Renamed", "back"));
    assertThat(recorder.last().uri()).hasHost("made-up.eu-west-1.amazonaws.com");
    assertThat(recorder.last().headers().first("X-Amz-Target")).isEqualTo("MadeUp.Echo");
    assertThat(recorder.last().headers().first("Content-Type"))
        .isEqualTo("application/x-amz-json-1.1");
    String body = Recorder.compactBody(recorder.last());
    assertThat(body).contains("\"Text\":\"t\"").contains("\"re-named\":\"r\"");
  }

  @Test
  void dataPath_inCode_isCallable() {
    assertCallable(Sessions.with(recorder).dataPath(MadeUpService.in(folder)).build());
  }

  @Test
  void dataPath_s3WithoutFactsAboutRegions_hasTheRegionThatIsSet() {
    String model = MadeUpService.model("2026-01-01").replace("Made Up", "S3");
    MadeUpService.write(folder, MadeUpService.NAME, "2026-01-01", model, false);
    Session session = Sessions.with(recorder).region("us-east-1").dataPath(folder).build();

    recorder.answer(200, "{}");
    session.client(MadeUpService.NAME).call("Nothing");

    assertThat(recorder.last().headers().first("Authorization")).contains("/us-east-1/made-up/");
  }

  @Test
  void dataPath_zipped_isCallable() {
    MadeUpService.write(
        folder, MadeUpService.NAME, "2026-01-01", MadeUpService.model("2026-01-01"), true);

    assertCallable(Sessions.with(recorder).dataPath(folder).build());
  }

  @Test
  void dataPath_ofEnvironment_isCallable() {
    MadeUpService.in(folder.resolve("second"));
    String path =
        folder.resolve("absent")
            + File.pathSeparator
            + File.pathSeparator
            + folder.resolve("second");

    assertCallable(Sessions.with(recorder).environment(Map.of("AWS_DATA_PATH", path)).build());
  }

  @Test
  void dataPath_ofEnvironmentWithTilde_isBelowHome() {
    MadeUpService.in(folder.resolve("mine"));

    assertCallable(
        Sessions.with(recorder)
            .home(folder)
            .environment(Map.of("AWS_DATA_PATH", "~/mine"))
            .build());
  }

  @Test
  void dataPath_ofProfile_isCallable() throws IOException {
    MadeUpService.in(folder.resolve("mine"));
    Files.createDirectories(folder.resolve(".aws"));
    Files.write(
        folder.resolve(".aws").resolve("config"),
        List.of("[default]", "data_path = " + folder.resolve("mine")));

    assertCallable(Sessions.with(recorder).home(folder).build());
  }

  @Test
  void dataPath_belowHome_isCallable() {
    MadeUpService.in(folder.resolve(".aws").resolve("models"));

    assertCallable(Sessions.with(recorder).home(folder).build());
  }

  @Test
  void apiVersion_ofSeveral_isTheNewestUnlessChosen() {
    for (String version : List.of("2025-05-05", "2026-01-01", "2020-12-31")) {
      MadeUpService.write(
          folder,
          MadeUpService.NAME,
          version,
          MadeUpService.model(version),
          version.startsWith("2025"));
    }
    Session session = Sessions.with(recorder).dataPath(folder).build();

    assertThat(session.client(MadeUpService.NAME).model().apiVersion()).isEqualTo("2026-01-01");
    assertThat(
            session
                .client(MadeUpService.NAME, c -> c.apiVersion("2025-05-05"))
                .model()
                .apiVersion())
        .isEqualTo("2025-05-05");
    assertThatThrownBy(() -> session.client(MadeUpService.NAME, c -> c.apiVersion("2024-01-01")))
        .isInstanceOf(UnknownServiceException.class)
        .hasMessage(
            "Unknown API version of madeup: '2024-01-01'. Valid versions are: 2020-12-31,"
                + " 2025-05-05, 2026-01-01");
  }

  @Test
  void dataPath_sameServiceAndVersionAsBuiltIn_winsOverIt() {
    MadeUpService.write(folder, "dynamodb", "2012-08-10", MadeUpService.model("2012-08-10"), false);
    Session session = Sessions.with(recorder).dataPath(folder).build();

    assertThat(session.client("dynamodb").operations())
        .containsExactly("Echo", "Nothing", "InHost");
    assertThat(Sessions.client("dynamodb", recorder).operations()).contains("PutItem");
  }

  @Test
  void dataPath_olderVersionThanBuiltIn_isNotTheDefault() {
    MadeUpService.write(folder, "dynamodb", "2001-01-01", MadeUpService.model("2001-01-01"), false);
    Session session = Sessions.with(recorder).dataPath(folder).build();

    assertThat(session.client("dynamodb").operations()).contains("PutItem");
    assertThat(session.client("dynamodb", c -> c.apiVersion("2001-01-01")).operations())
        .doesNotContain("PutItem");
  }

  @Test
  void dataPath_severalFolders_firstWins() {
    Path first = folder.resolve("first");
    MadeUpService.in(folder.resolve("second"));
    MadeUpService.write(
        first,
        MadeUpService.NAME,
        MadeUpService.VERSION,
        MadeUpService.model(MadeUpService.VERSION)
            .replace("\"endpointPrefix\": \"made-up\"", "\"endpointPrefix\": \"first\""),
        false);
    Session session =
        Sessions.with(recorder).dataPath(first).dataPath(folder.resolve("second")).build();

    assertThat(session.client(MadeUpService.NAME).endpointUrl())
        .hasHost("first.eu-west-1.amazonaws.com");
  }

  @Test
  void dataPath_hostileEndpointPrefix_leadsNowhere() {
    MadeUpService.write(
        folder,
        MadeUpService.NAME,
        MadeUpService.VERSION,
        MadeUpService.model(MadeUpService.VERSION)
            .replace("\"endpointPrefix\": \"made-up\"", "\"endpointPrefix\": \"evil.com/#\""),
        false);
    Session session = Sessions.with(recorder).dataPath(folder).build();

    assertThatThrownBy(() -> session.client(MadeUpService.NAME))
        .isInstanceOf(io.boto4j.error.EndpointResolutionException.class);
  }
}
