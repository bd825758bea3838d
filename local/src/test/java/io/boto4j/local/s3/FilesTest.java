package io.boto4j.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies in files: kept, found again, and removed when nobody needs them. */
final class FilesTest {
  private static final String BUCKET = "files";

  @TempDir private Path folder;

  private static Params params(String key) {
    return Params.of("Bucket", BUCKET, "Key", key);
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private List<Path> files() throws IOException {
    Path files = folder.resolve("files");
    if (!Files.exists(files)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(files)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static byte[] read(Client s3, String key) {
    return S3Fixture.body(s3.call("GetObject", params(key))).readAllBytes();
  }

  @Test
  void reopening_objectsAndUploads_areThereAndOrphansAreGone() throws IOException {
    String uploadId;
    try (LocalAws aws = LocalAws.builder().data(folder).start();
        Client s3 = aws.session().client("s3")) {
      s3.call("CreateBucket", Params.of("Bucket", BUCKET));
      s3.call("PutObject", params("small").with("Body", bytes(100)));
      s3.call("PutObject", params("large").with("Body", bytes(300_000)));
      uploadId = s3.call("CreateMultipartUpload", params("parts")).text("UploadId");
      s3.call(
          "UploadPart",
          params("parts")
              .with("UploadId", uploadId)
              .with("PartNumber", 1)
              .with("Body", bytes(200_000)));
    }
    assertThat(files()).hasSize(2);
    Path orphan = files().get(0).resolveSibling("forphan");
    Files.writeString(orphan, "left by a process that was killed");

    try (LocalAws aws = LocalAws.builder().data(folder).start();
        Client s3 = aws.session().client("s3")) {
      assertThat(read(s3, "small")).isEqualTo(bytes(100));
      assertThat(read(s3, "large")).isEqualTo(bytes(300_000));
      assertThat(orphan).doesNotExist();
      s3.call("DeleteObject", params("large"));
      s3.call("AbortMultipartUpload", params("parts").with("UploadId", uploadId));
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void getObject_replacedWhileItIsRead_returnsWhatItWas() throws IOException {
    try (LocalAws aws = LocalAws.builder().data(folder).start();
        Client s3 = aws.session().client("s3")) {
      s3.call("CreateBucket", Params.of("Bucket", BUCKET));
      s3.call("PutObject", params("k").with("Body", bytes(500_000)));
      try (InputStream body = S3Fixture.body(s3.call("GetObject", params("k")))) {
        byte[] first = body.readNBytes(1000);
        s3.call("PutObject", params("k").with("Body", bytes(400_000)));
        assertThat(first).isEqualTo(java.util.Arrays.copyOf(bytes(500_000), 1000));
        assertThat(body.readAllBytes()).hasSize(499_000);
      }
      assertThat(files()).hasSize(1);
      assertThat(read(s3, "k")).isEqualTo(bytes(400_000));
    }
  }

  @Test
  void snapshot_restored_hasTheBodiesOfItsTime() {
    try (LocalAws aws = LocalAws.start();
        Client s3 = aws.session().client("s3")) {
      s3.call("CreateBucket", Params.of("Bucket", BUCKET));
      s3.call("PutObject", params("k").with("Body", bytes(500_000)));
      LocalAws.Snapshot snapshot = aws.snapshot();
      s3.call("PutObject", params("k").with("Body", bytes(1000)));
      s3.call("DeleteObject", params("k"));
      aws.restore(snapshot);
      assertThat(read(s3, "k")).isEqualTo(bytes(500_000));
      aws.restore(snapshot);
      assertThat(read(s3, "k")).isEqualTo(bytes(500_000));
    }
  }

  /** A body that is larger than what may be in memory at once. */
  @Test
  void putObject_64Megabytes_streamsInAndOut() throws IOException {
    Path large = folder.resolve("large");
    try (var out = Files.newOutputStream(large)) {
      for (int i = 0; i < 64; i++) {
        out.write(bytes(1 << 20));
      }
    }
    try (LocalAws aws = LocalAws.start();
        Client s3 = aws.session().client("s3")) {
      s3.call("CreateBucket", Params.of("Bucket", BUCKET));
      s3.call("PutObject", params("k").with("Body", large));
      try (InputStream body = S3Fixture.body(s3.call("GetObject", params("k")));
          InputStream expected = Files.newInputStream(large)) {
        byte[] one = body.readNBytes(1 << 16);
        long size = 0;
        while (one.length > 0) {
          assertThat(one).isEqualTo(expected.readNBytes(one.length));
          size += one.length;
          one = body.readNBytes(1 << 16);
        }
        assertThat(size).isEqualTo(64L << 20);
      }
    }
  }
}
