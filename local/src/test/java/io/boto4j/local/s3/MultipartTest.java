package io.boto4j.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.internal.checksum.Checksum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MultipartTest {
  private static final int PART = 5 << 20;
  private final S3Fixture s3 = new S3Fixture();
  private final byte[] content = new byte[2 * PART + 77];

  MultipartTest() {
    new Random(1).nextBytes(content);
  }

  @AfterEach
  void close() {
    s3.close();
  }

  private List<Map<String, Object>> parts(String uploadId, String algorithm) {
    List<Map<String, Object>> parts = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      int from = (number - 1) * PART;
      byte[] part = Arrays.copyOfRange(content, from, Math.min(content.length, from + PART));
      Response uploaded =
          s3.call(
              "UploadPart",
              "Key",
              "k",
              "UploadId",
              uploadId,
              "PartNumber",
              number,
              "Body",
              part,
              "ChecksumAlgorithm",
              algorithm);
      parts.add(
          Map.of("PartNumber", number, "ETag", Objects.requireNonNull(uploaded.text("ETag"))));
    }
    return parts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"CRC32", "CRC32C", "CRC64NVME"})
  void complete_fullObjectChecksum_isThatOfAllBytes(String algorithm) {
    String id =
        s3.call(
                "CreateMultipartUpload",
                "Key",
                "k",
                "ChecksumAlgorithm",
                algorithm,
                "ChecksumType",
                "FULL_OBJECT")
            .text("UploadId");
    Checksum given = Checksums.start(algorithm);
    given.update(content, 0, content.length);

    Response completed =
        s3.call(
            "CompleteMultipartUpload",
            "Key",
            "k",
            "UploadId",
            id,
            "MultipartUpload",
            Params.of("Parts", parts(id, algorithm)),
            "Checksum" + algorithm,
            given.base64(),
            "ChecksumType",
            "FULL_OBJECT");

    Checksum whole = Checksums.start(algorithm);
    whole.update(content, 0, content.length);
    assertThat(completed.text("Checksum" + algorithm)).isEqualTo(whole.base64());
    assertThat(completed.text("ETag")).endsWith("-3\"");
    Response second = s3.call("GetObject", "Key", "k", "PartNumber", 2);
    assertThat(S3Fixture.body(second).readAllBytes())
        .isEqualTo(Arrays.copyOfRange(content, PART, 2 * PART));
    assertThat(second.integer("PartsCount")).isEqualTo(3);
    assertThat(S3Fixture.body(s3.call("GetObject", "Key", "k")).readAllBytes()).isEqualTo(content);
  }

  @Test
  void complete_compositeChecksum_endsWithTheNumberOfParts() {
    String id =
        s3.call("CreateMultipartUpload", "Key", "k", "ChecksumAlgorithm", "SHA256")
            .text("UploadId");
    List<Map<String, Object>> parts = parts(id, "SHA256");
    assertThat(s3.call("ListParts", "Key", "k", "UploadId", id).list("Parts")).hasSize(3);
    Response completed =
        s3.call(
            "CompleteMultipartUpload",
            "Key",
            "k",
            "UploadId",
            id,
            "MultipartUpload",
            Params.of("Parts", parts));
    assertThat(completed.text("ChecksumSHA256")).endsWith("-3");
    assertThat(completed.text("ChecksumType")).isEqualTo("COMPOSITE");
    assertThat(s3.call("ListMultipartUploads").list("Uploads")).isEmpty();
  }

  @Test
  void complete_wrongParts_isRefusedAndCanBeTriedAgain() {
    String id = s3.call("CreateMultipartUpload", "Key", "k").text("UploadId");
    List<Map<String, Object>> parts = new ArrayList<>(parts(id, "CRC32"));
    List<Map<String, Object>> reversed = new ArrayList<>(parts);
    java.util.Collections.reverse(reversed);
    assertThat(complete(id, reversed)).isEqualTo("InvalidPartOrder");
    assertThat(complete(id, List.of(Map.of("PartNumber", 9, "ETag", "\"x\""))))
        .isEqualTo("InvalidPart");
    assertThat(complete(id, List.of())).isEqualTo("MalformedXML");
    assertThat(complete(id, parts)).isEqualTo("no error");
    assertThat(complete("unknown", parts)).isEqualTo("NoSuchUpload");
  }

  private String complete(String id, List<Map<String, Object>> parts) {
    return s3.code(
        "CompleteMultipartUpload",
        "Key",
        "k",
        "UploadId",
        id,
        "MultipartUpload",
        Params.of("Parts", parts));
  }

  @Test
  void complete_smallPartsBeforeTheLast_isRefused() {
    String id = s3.call("CreateMultipartUpload", "Key", "k").text("UploadId");
    List<Map<String, Object>> parts = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      Response part =
          s3.call("UploadPart", "Key", "k", "UploadId", id, "PartNumber", number, "Body", "x");
      parts.add(Map.of("PartNumber", number, "ETag", Objects.requireNonNull(part.text("ETag"))));
    }
    assertThat(complete(id, parts)).isEqualTo("EntityTooSmall");
    s3.call("AbortMultipartUpload", "Key", "k", "UploadId", id);
    assertThat(complete(id, parts)).isEqualTo("NoSuchUpload");
  }

  @Test
  void uploadPartCopy_rangeOfAnObject_isThePart() {
    s3.put("source", "0123456789");
    String id = s3.call("CreateMultipartUpload", "Key", "k").text("UploadId");
    Response copied =
        s3.call(
            "UploadPartCopy",
            "Key",
            "k",
            "UploadId",
            id,
            "PartNumber",
            1,
            "CopySource",
            "a-bucket/source",
            "CopySourceRange",
            "bytes=3-5");
    String etag = Objects.requireNonNull(copied.text("CopyPartResult", "ETag"));
    assertThat(complete(id, List.of(Map.of("PartNumber", 1, "ETag", etag)))).isEqualTo("no error");
    assertThat(s3.get("k")).isEqualTo("345");
  }
}
