package io.boto4j.local.s3;

import static io.boto4j.local.s3.TransferFixture.BUCKET;
import static io.boto4j.local.s3.TransferFixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.s3.DeleteFailedException;
import io.boto4j.s3.DeleteResult;
import io.boto4j.s3.S3Transfer;
import io.boto4j.s3.SourceChangedException;
import io.boto4j.s3.Transfer;
import io.boto4j.s3.TransferResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class TransferCopyTest {
  private static final int MIB = 1024 * 1024;
  private static final int PART = 5 * MIB;

  private final TransferFixture s3 = new TransferFixture();
  private final S3Transfer s3t = s3.transfer(c -> c.copyThreshold(PART).copyChunksize(PART));

  @AfterEach
  void close() {
    s3t.close();
    s3.close();
  }

  private void source(int size, int tags) {
    List<String> tagging = new ArrayList<>();
    for (int i = 0; i < tags; i++) {
      tagging.add("tag-" + i + "=" + "%C3%A4".repeat(100));
    }
    s3.client.call(
        "PutObject",
        Params.of(
            "Bucket",
            BUCKET,
            "Key",
            "from",
            "Body",
            bytes(size),
            "ContentType",
            "text/css",
            "Metadata",
            Map.of("color", "red"),
            "CacheControl",
            "no-store",
            "Tagging",
            tags == 0 ? null : String.join("&", tagging)));
    s3.calls.clear();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000, PART - 1, PART, 2 * PART + 1})
  void copy_anySize_keepsBytesMetadataAndTags(int size) {
    source(size, 2);

    TransferResult result = s3t.copy(BUCKET, "from", BUCKET, "to").await();

    Response head = s3.client.call("HeadObject", Params.of("Bucket", BUCKET, "Key", "to"));
    List<Structure> tags =
        s3.client
            .call("GetObjectTagging", Params.of("Bucket", BUCKET, "Key", "to"))
            .structures("TagSet");
    assertThat(s3.content("to")).isEqualTo(bytes(size));
    assertThat(head.text("ContentType")).isEqualTo("text/css");
    assertThat(head.text("CacheControl")).isEqualTo("no-store");
    assertThat(head.map("Metadata")).containsEntry("color", "red");
    assertThat(tags).hasSize(2);
    assertThat(result.parts()).isEqualTo(size < PART ? 1 : (size + PART - 1) / PART);
    assertThat(result.size()).isEqualTo(size);
  }

  @Test
  void copy_inParts_keepsTagsTooLongForAHeader() {
    source(PART, 10);

    s3t.copy(BUCKET, "from", BUCKET, "to").await();

    assertThat(s3.calls).contains("PutObjectTagging");
    assertThat(
            s3.client
                .call("GetObjectTagging", Params.of("Bucket", BUCKET, "Key", "to"))
                .structures("TagSet"))
        .hasSize(10)
        .first()
        .satisfies(tag -> assertThat(tag.text("Value")).isEqualTo("ä".repeat(100)));
  }

  @Test
  void copy_inParts_replacesMetadataOnRequest() {
    source(PART, 2);

    s3t.copy(
            BUCKET,
            "from",
            BUCKET,
            "to",
            o ->
                o.set("MetadataDirective", "REPLACE")
                    .set("TaggingDirective", "REPLACE")
                    .set("ContentType", "text/plain"))
        .await();

    Response head = s3.client.call("HeadObject", Params.of("Bucket", BUCKET, "Key", "to"));
    assertThat(head.text("ContentType")).isEqualTo("text/plain");
    assertThat(head.map("Metadata")).isEmpty();
    assertThat(s3.calls).doesNotContain("GetObjectTagging");
  }

  @Test
  void copy_inParts_hasTheChecksumOfTheSource() {
    source(2 * PART, 0);

    TransferResult result = s3t.copy(BUCKET, "from", BUCKET, "to").await();

    assertThat(result.response().text("ChecksumType")).isEqualTo("FULL_OBJECT");
    assertThat(result.response().text("ChecksumCRC32"))
        .isEqualTo(
            s3.client
                .call(
                    "HeadObject",
                    Params.of("Bucket", BUCKET, "Key", "from", "ChecksumMode", "ENABLED"))
                .text("ChecksumCRC32"));
  }

  @Test
  void copy_sourceChangedMeanwhile_leavesNoObject() throws Exception {
    source(4 * PART, 0);
    s3.stopAt("UploadPartCopy", 0);
    Transfer<TransferResult> copy = s3t.copy(BUCKET, "from", BUCKET, "to");
    s3.arrived.await();

    s3.put("from", bytes(3));
    s3.goOn();

    assertThatThrownBy(copy::await).isInstanceOf(SourceChangedException.class);
    assertThat(s3.unfinished()).isZero();
    assertThatThrownBy(() -> s3.content("to")).isInstanceOf(ServiceException.class);
  }

  @Test
  void copy_olderVersion_copiesThatVersion() {
    s3.client.call(
        "PutBucketVersioning",
        Params.of("Bucket", BUCKET, "VersioningConfiguration", Map.of("Status", "Enabled")));
    source(PART, 0);
    String version =
        s3.client.call("HeadObject", Params.of("Bucket", BUCKET, "Key", "from")).text("VersionId");
    s3.put("from", bytes(3));

    s3t.copy(BUCKET, "from", BUCKET, "to", o -> o.sourceVersionId(String.valueOf(version))).await();

    assertThat(s3.content("to")).isEqualTo(bytes(PART));
  }

  @Test
  void delete_manyKeys_areDeletedByTheThousand() {
    List<String> keys = IntStream.range(0, 2500).mapToObj(i -> "k" + i).toList();
    s3.put("k7", bytes(1));

    DeleteResult result = s3t.delete(BUCKET, keys).await();

    assertThat(result.deleted()).isEqualTo(2500);
    assertThat(Collections.frequency(s3.calls, "DeleteObjects")).isEqualTo(3);
    assertThatThrownBy(() -> s3.content("k7")).isInstanceOf(ServiceException.class);
  }

  @Test
  void delete_nothing_makesNoRequest() {
    assertThat(s3t.delete(BUCKET, List.of()).await().deleted()).isZero();
    assertThat(s3.calls).isEmpty();
  }

  @Test
  void delete_keysThatAreRefused_failsWithEach() {
    Client refusing =
        s3.client.with(
            new Interceptor() {
              @Override
              public @Nullable Response answer(CallContext call, Map<String, ?> input) {
                return s3.client
                    .responses()
                    .response(
                        "DeleteObjects",
                        Map.of(
                            "Errors",
                            List.of(Map.of("Key", "a", "Code", "AccessDenied", "Message", "No."))));
              }
            });
    try (S3Transfer transfer = S3Transfer.of(refusing)) {
      Transfer<DeleteResult> delete = transfer.delete(BUCKET, List.of("a", "b"));

      assertThatThrownBy(delete::await)
          .hasMessage(
              "1 objects of s3://a-bucket were not deleted; the first is a: AccessDenied: No.")
          .isInstanceOfSatisfying(
              DeleteFailedException.class,
              e -> {
                assertThat(e.result().deleted()).isEqualTo(1);
                assertThat(e.result().failures()).hasSize(1);
              });
    }
  }
}
