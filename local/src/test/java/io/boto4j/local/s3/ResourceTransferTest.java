package io.boto4j.local.s3;

import static io.boto4j.local.s3.TransferFixture.BUCKET;
import static io.boto4j.local.s3.TransferFixture.bytes;
import static io.boto4j.local.s3.TransferFixture.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Params;
import io.boto4j.resource.Resource;
import io.boto4j.s3.ProgressListener;
import io.boto4j.s3.TransferProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The actions of S3's resources that transfer files. */
final class ResourceTransferTest {
  private final TransferFixture s3 = new TransferFixture();
  private final Resource bucket = s3.aws.session().resource("s3").resource("Bucket", BUCKET);
  @TempDir Path directory;

  @AfterEach
  void close() {
    s3.close();
  }

  @Test
  void bucket_transfersFilesAndStreams() throws IOException {
    byte[] content = bytes(9_000_000);
    Path source = file(directory, "f", content);
    Path target = directory.resolve("g");
    var out = new ByteArrayOutputStream();

    bucket.run(
        "upload_file",
        Params.of(
            "Filename", source.toString(), "Key", "a", "ExtraArgs", Map.of("ContentType", "x/y")));
    bucket.run(
        "upload_fileobj", Params.of("Fileobj", new ByteArrayInputStream(content), "Key", "b"));
    bucket.run("download_file", Params.of("Key", "a", "Filename", target));
    bucket.run("download_fileobj", Params.of("Key", "b", "Fileobj", out));
    bucket.run("copy", Params.of("CopySource", Map.of("Bucket", BUCKET, "Key", "a"), "Key", "c"));

    assertThat(Files.readAllBytes(target)).isEqualTo(content);
    assertThat(out.toByteArray()).isEqualTo(content);
    assertThat(s3.content("c")).isEqualTo(content);
    assertThat(bucket.resource("Object", "c").text("content_type")).isEqualTo("x/y");
  }

  @Test
  void object_transfersItself() throws IOException {
    Resource object = bucket.resource("Object", "k");
    List<TransferProgress> seen = new CopyOnWriteArrayList<>();
    ProgressListener listener = seen::add;

    object.run(
        "upload_file", Params.of("Filename", file(directory, "f", bytes(9)), "Callback", listener));
    object.run("uploadFile", Params.of("Filename", file(directory, "f", bytes(10))));
    object.run("download_file", Params.of("Filename", directory.resolve("g")));

    assertThat(object.longInteger("content_length")).isEqualTo(10);
    assertThat(directory.resolve("g")).hasBinaryContent(bytes(10));
    assertThat(seen).last().satisfies(last -> assertThat(last.transferred()).isEqualTo(9));
    assertThat(object.actions()).contains("copy", "download_file", "upload_fileobj", "delete");
  }

  @Test
  void action_withoutWhatItNeeds_namesIt() {
    assertThatThrownBy(() -> bucket.run("upload_file", Params.of("Filename", "f")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("upload_file needs the parameter Key");
    assertThatThrownBy(() -> bucket.run("upload_fileobj", Params.of("Key", "k", "Fileobj", "text")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "upload_fileobj: the parameter Fileobj must be a java.io.InputStream");
  }
}
