package io.boto4j.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.HttpTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be used: the message has the reason, and nothing is sent. */
final class LocalFilesTest {
  @TempDir private Path folder;

  private final AtomicInteger sent = new AtomicInteger();
  private Client s3;
  private S3Transfer s3t;

  @BeforeEach
  void open() {
    HttpTransport transport =
        request -> {
          sent.incrementAndGet();
          throw new IOException("not expected");
        };
    s3 =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("eu-west-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
            .transport(transport)
            .build()
            .client("s3");
    s3t = S3Transfer.of(s3);
  }

  @AfterEach
  void close() {
    s3t.close();
    s3.close();
  }

  private void assertFails(ThrowingCallable transfer, String... words) {
    assertThatThrownBy(transfer)
        .isInstanceOf(LocalFileException.class)
        .hasMessageContainingAll(words)
        .message()
        .doesNotContainPattern("\\bjava\\.");
    assertThat(sent).hasValue(0);
  }

  @Test
  void upload_ofNothing_isRefused() {
    assertFails(() -> s3t.upload(folder.resolve("absent"), "b", "k"), "There is no file", "absent");
  }

  @Test
  void upload_belowAFile_isRefusedWithTheReason() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertFails(() -> s3t.upload(file.resolve("below"), "b", "k"), "Not a directory");
  }

  @Test
  void upload_ofALongName_isRefusedWithTheReason() {
    assertFails(() -> s3t.upload(folder.resolve("x".repeat(300)), "b", "k"), "File name too long");
  }

  @Test
  void upload_withAJournalThatIsNone_isRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Path journal = Files.writeString(folder.resolve("journal"), "{\"version\": 9}");

    assertFails(
        () -> s3t.upload(file, "b", "k", o -> o.journal(journal)),
        "Cannot continue from the journal",
        "Delete it to begin again");
  }

  @Test
  void upload_withAJournalThatIsAFolder_isRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertFails(
        () -> s3t.upload(file, "b", "k", o -> o.journal(folder)),
        "Cannot continue from the journal");
  }
}
