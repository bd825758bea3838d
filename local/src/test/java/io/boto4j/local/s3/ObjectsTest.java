package io.boto4j.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.error.ServiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ObjectsTest {
  private static final String HELLO_MD5 = "\"5d41402abc4b2a76b9719d911017c592\"";
  private final S3Fixture s3 = new S3Fixture();

  @AfterEach
  void close() {
    s3.close();
  }

  @Test
  void putObject_withSettings_readsReturnThem() {
    s3.put(
        "dir/ä b+c.txt",
        "hello",
        "ContentType",
        "text/plain",
        "CacheControl",
        "no-cache",
        "Metadata",
        Map.of("Colour", "red"),
        "Tagging",
        "a=1&b=2");

    Response head = s3.call("HeadObject", "Key", "dir/ä b+c.txt");
    assertThat(head.text("ETag")).isEqualTo(HELLO_MD5);
    assertThat(head.longInteger("ContentLength")).isEqualTo(5);
    assertThat(head.text("ContentType")).isEqualTo("text/plain");
    assertThat(head.text("CacheControl")).isEqualTo("no-cache");
    assertThat(head.map("Metadata")).containsEntry("colour", "red");
    assertThat(head.text("ServerSideEncryption")).isEqualTo("AES256");
    assertThat(head.integer("TagCount")).isEqualTo(2);
    assertThat(s3.get("dir/ä b+c.txt")).isEqualTo("hello");
    assertThat(s3.call("GetObjectTagging", "Key", "dir/ä b+c.txt").list("TagSet")).hasSize(2);
  }

  @Test
  void putObject_withoutAChecksum_hasTheDefaultOne() {
    s3.call("PutObject", "Key", "k", "Body", "hello", "ChecksumAlgorithm", "CRC64NVME");
    Response head = s3.call("HeadObject", "Key", "k", "ChecksumMode", "ENABLED");
    assertThat(head.text("ChecksumCRC64NVME")).isNotNull();
    assertThat(head.text("ChecksumType")).isEqualTo("FULL_OBJECT");
  }

  @Test
  void putObject_wrongDigest_isRefusedAndStoresNothing() {
    assertThat(
            s3.code(
                "PutObject", "Key", "k", "Body", "hello", "ContentMD5", "XUFAKrxLKna5cZ2REBfFkA=="))
        .isEqualTo("BadDigest");
    assertThat(s3.code("PutObject", "Key", "k", "Body", "hello", "ContentMD5", "AA=="))
        .isEqualTo("InvalidDigest");
    assertThat(
            s3.code(
                "PutObject",
                "Key",
                "k",
                "Body",
                "hello",
                "ChecksumSHA256",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))
        .isEqualTo("BadDigest");
    assertThat(s3.code("GetObject", "Key", "k")).isEqualTo("NoSuchKey");
  }

  @Test
  void getObject_ranges_areParts() {
    s3.put("k", "0123456789");
    Response part = s3.call("GetObject", "Key", "k", "Range", "bytes=2-4");
    assertThat(part.text("ContentRange")).isEqualTo("bytes 2-4/10");
    assertThat(part.metadata().statusCode()).isEqualTo(206);
    assertThat(S3Fixture.body(part).text()).isEqualTo("234");
    assertThat(s3.get("k", "Range", "bytes=-3")).isEqualTo("789");
    assertThat(s3.get("k", "Range", "bytes=8-")).isEqualTo("89");
    assertThat(s3.get("k", "Range", "bytes=5-2")).isEqualTo("0123456789");
    ServiceException error = s3.error("GetObject", "Key", "k", "Range", "bytes=10-");
    assertThat(error.code()).isEqualTo("InvalidRange");
    assertThat(error.statusCode()).isEqualTo(416);
  }

  @Test
  void conditions_ofReadsAndWrites_areChecked() {
    s3.put("k", "hello");
    assertThat(s3.error("GetObject", "Key", "k", "IfNoneMatch", HELLO_MD5).statusCode())
        .isEqualTo(304);
    assertThat(s3.code("GetObject", "Key", "k", "IfMatch", "\"x\""))
        .isEqualTo("PreconditionFailed");
    assertThat(s3.get("k", "IfMatch", HELLO_MD5)).isEqualTo("hello");
    assertThat(s3.code("PutObject", "Key", "k", "IfNoneMatch", "*"))
        .isEqualTo("PreconditionFailed");
    assertThat(s3.code("PutObject", "Key", "absent", "IfMatch", HELLO_MD5)).isEqualTo("NoSuchKey");
    s3.put("k", "changed", "IfMatch", HELLO_MD5);
    assertThat(s3.code("DeleteObject", "Key", "k", "IfMatch", HELLO_MD5))
        .isEqualTo("PreconditionFailed");
    assertThat(s3.get("k")).isEqualTo("changed");
  }

  @Test
  void putObject_manyThreadsIfAbsent_exactlyOneSucceeds() {
    List<CompletableFuture<String>> writers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String text = "writer " + i;
      writers.add(
          CompletableFuture.supplyAsync(
              () -> s3.code("PutObject", "Key", "k", "Body", text, "IfNoneMatch", "*")));
    }
    List<String> outcomes = writers.stream().map(CompletableFuture::join).toList();
    assertThat(outcomes).containsOnlyOnce("no error").contains("PreconditionFailed").hasSize(16);
    assertThat(s3.get("k")).startsWith("writer ");
  }

  @Test
  void copyObject_keepsOrReplacesMetadataAndTags() {
    s3.put("k", "hello", "Metadata", Map.of("a", "1"), "Tagging", "t=1");
    s3.call("CopyObject", "Key", "kept", "CopySource", "a-bucket/k");
    s3.call(
        "CopyObject",
        "Key",
        "replaced",
        "CopySource",
        Params.of("Bucket", "a-bucket", "Key", "k"),
        "MetadataDirective",
        "REPLACE",
        "Metadata",
        Map.of("b", "2"),
        "TaggingDirective",
        "REPLACE");

    assertThat(s3.call("HeadObject", "Key", "kept").map("Metadata")).containsOnlyKeys("a");
    assertThat(s3.call("HeadObject", "Key", "replaced").map("Metadata")).containsOnlyKeys("b");
    assertThat(s3.call("GetObjectTagging", "Key", "kept").list("TagSet")).hasSize(1);
    assertThat(s3.call("GetObjectTagging", "Key", "replaced").list("TagSet")).isEmpty();
    assertThat(s3.get("replaced")).isEqualTo("hello");
    assertThat(s3.error("CopyObject", "Key", "k", "CopySource", "a-bucket/k").message())
        .contains("copy an object to itself");
  }

  @Test
  void versions_deletedAndRead_areFoundById() {
    s3.put("k", "before");
    s3.version("Enabled");
    String second = s3.put("k", "second").text("VersionId");
    Response deleted = s3.call("DeleteObject", "Key", "k");
    assertThat(deleted.bool("DeleteMarker")).isTrue();

    assertThat(s3.code("GetObject", "Key", "k")).isEqualTo("NoSuchKey");
    assertThat(s3.get("k", "VersionId", second)).isEqualTo("second");
    assertThat(s3.get("k", "VersionId", "null")).isEqualTo("before");
    assertThat(
            s3.error("GetObject", "Key", "k", "VersionId", deleted.text("VersionId")).statusCode())
        .isEqualTo(405);
    s3.call("DeleteObject", "Key", "k", "VersionId", deleted.text("VersionId"));
    assertThat(s3.get("k")).isEqualTo("second");

    s3.version("Suspended");
    s3.put("k", "third");
    assertThat(s3.get("k", "VersionId", "null")).isEqualTo("third");
    assertThat(s3.get("k", "VersionId", second)).isEqualTo("second");
  }

  @Test
  void deleteObjects_mixed_reportsEachKey() {
    s3.put("a", "1");
    Response done =
        s3.call(
            "DeleteObjects",
            "Delete",
            Params.of("Objects", List.of(Params.of("Key", "a"), Params.of("Key", "absent"))));
    assertThat(S3Fixture.keys(done, "Deleted")).containsExactly("a", "absent");
    assertThat(s3.call("ListObjectsV2").list("Contents")).isEmpty();
  }

  @Test
  void restoreObject_archived_canBeReadForSomeDays() {
    s3.put("cold", "ice", "StorageClass", "GLACIER");
    assertThat(s3.code("GetObject", "Key", "cold")).isEqualTo("InvalidObjectState");
    Params days = Params.of("Days", 1);
    assertThat(restore(days)).isEqualTo(202);
    assertThat(restore(days)).isEqualTo(200);
    assertThat(s3.get("cold")).isEqualTo("ice");
    s3.aws.clock().advance(Duration.ofDays(3));
    assertThat(s3.code("GetObject", "Key", "cold")).isEqualTo("InvalidObjectState");
  }

  private int restore(Params request) {
    return s3.call("RestoreObject", "Key", "cold", "RestoreRequest", request)
        .metadata()
        .statusCode();
  }

  @Test
  void objectLock_retention_protectsTheVersion() {
    Params locked = Params.of("Bucket", "locked", "ObjectLockEnabledForBucket", true);
    s3.client.call("CreateBucket", locked);
    String version =
        s3.client
            .call(
                "PutObject",
                Params.of(
                    "Bucket",
                    "locked",
                    "Key",
                    "k",
                    "ObjectLockMode",
                    "GOVERNANCE",
                    "ObjectLockRetainUntilDate",
                    s3.aws.clock().instant().plusSeconds(3600)))
            .text("VersionId");
    Params delete = Params.of("Bucket", "locked", "Key", "k", "VersionId", version);
    assertThat(catchThrowable(() -> s3.client.call("DeleteObject", delete)))
        .hasMessageContaining("object protected by object lock");
    s3.client.call("DeleteObject", delete.with("BypassGovernanceRetention", true));
    assertThat(s3.client.call("ListObjectVersions", Params.of("Bucket", "locked")).list("Versions"))
        .isEmpty();
  }
}
