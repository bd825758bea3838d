package io.boto4j.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Response;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ListingsTest {
  private final S3Fixture s3 = new S3Fixture();

  @AfterEach
  void close() {
    s3.close();
  }

  private static List<String> prefixes(Structure listing) {
    return listing.structures("CommonPrefixes").stream().map(each -> each.text("Prefix")).toList();
  }

  @Test
  void listObjects_withDelimiter_pagesThroughKeysAndPrefixes() {
    for (String key : List.of("a", "b/1", "b/2", "b/c/3", "d", "e/1", "f +ü")) {
      s3.put(key, "");
    }
    List<String> seen = new ArrayList<>();
    String token = null;
    do {
      Response page =
          token == null
              ? s3.call("ListObjectsV2", "Delimiter", "/", "MaxKeys", 2)
              : s3.call(
                  "ListObjectsV2", "Delimiter", "/", "MaxKeys", 2, "ContinuationToken", token);
      assertThat(page.integer("KeyCount")).isLessThanOrEqualTo(2);
      seen.addAll(S3Fixture.keys(page, "Contents"));
      seen.addAll(prefixes(page));
      token = page.text("NextContinuationToken");
      assertThat(page.bool("IsTruncated")).isEqualTo(token != null);
    } while (token != null);
    assertThat(seen).containsExactlyInAnyOrder("a", "b/", "d", "e/", "f +ü");

    Response marked = s3.call("ListObjects", "Delimiter", "/", "MaxKeys", 2);
    assertThat(marked.text("NextMarker")).isEqualTo("b/");
    Response rest = s3.call("ListObjects", "Delimiter", "/", "Marker", "b/");
    assertThat(S3Fixture.keys(rest, "Contents")).containsExactly("d", "f +ü");
    assertThat(prefixes(rest)).containsExactly("e/");
  }

  @Test
  void listObjects_keysOutsideTheBasicPlane_areInTheOrderOfTheirBytes() {
    String poo = "\uD83D\uDCA9";
    for (String key : List.of(poo, "\uFF21", "z", "ä")) {
      s3.put(key, "");
    }
    assertThat(S3Fixture.keys(s3.call("ListObjectsV2"), "Contents"))
        .containsExactly("z", "ä", "\uFF21", poo);
  }

  @Test
  void listObjectVersions_pages_haveEveryVersionOnce() {
    s3.version("Enabled");
    for (int i = 0; i < 3; i++) {
      s3.put("a", "a" + i);
      s3.put("b", "b" + i);
    }
    s3.call("DeleteObject", "Key", "a");
    List<String> seen = new ArrayList<>();
    String key = "";
    String version = "";
    boolean more = true;
    while (more) {
      Response page =
          s3.call("ListObjectVersions", "MaxKeys", 2, "KeyMarker", key, "VersionIdMarker", version);
      for (Structure each : page.structures("Versions")) {
        seen.add(each.text("Key") + each.text("VersionId"));
        assertThat(each.bool("IsLatest")).isEqualTo(isB(each, seen));
      }
      page.structures("DeleteMarkers").forEach(each -> seen.add(each.text("VersionId")));
      more = Boolean.TRUE.equals(page.bool("IsTruncated"));
      key = more ? Objects.requireNonNull(page.text("NextKeyMarker")) : "";
      version = more ? Objects.requireNonNull(page.text("NextVersionIdMarker")) : "";
    }
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
  }

  /** The first version of b that is listed is the latest; those of a are behind a marker. */
  private static boolean isB(Structure each, List<String> seen) {
    return "b".equals(each.text("Key"))
        && seen.stream().filter(one -> one.startsWith("b")).count() == 1;
  }

  @Test
  void listMultipartUploads_pages_inTheOrderOfKeysAndStarts() {
    List<String> ids = new ArrayList<>();
    for (String key : List.of("x", "x", "y")) {
      ids.add(s3.call("CreateMultipartUpload", "Key", key).text("UploadId"));
    }
    Response first = s3.call("ListMultipartUploads", "MaxUploads", 1);
    assertThat(first.structures("Uploads").get(0).text("UploadId")).isEqualTo(ids.get(0));
    Response rest =
        s3.call(
            "ListMultipartUploads",
            "KeyMarker",
            first.text("NextKeyMarker"),
            "UploadIdMarker",
            first.text("NextUploadIdMarker"));
    assertThat(rest.structures("Uploads").stream().map(each -> each.text("UploadId")).toList())
        .containsExactly(ids.get(1), ids.get(2));
  }
}
