package io.boto4j.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.credentials.Credentials;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BucketsTest {
  private final S3Fixture s3 = new S3Fixture();

  @AfterEach
  void close() {
    s3.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ab", "Upper", "a..b", "192.168.0.1", "xn--a", "a-s3alias", "-a-b", "under_score"})
  void createBucket_nameAgainstTheRules_isRefused(String name) {
    assertThatThrownBy(() -> BucketNames.check(name))
        .hasMessage("The specified bucket is not valid.");
  }

  @Test
  void createBucket_again_isAnErrorOutsideTheMainRegion() {
    s3.call("CreateBucket");
    try (Client european = s3.aws.session("eu-west-1").client("s3")) {
      Params params =
          Params.of(
              "Bucket",
              "european",
              "CreateBucketConfiguration",
              Params.of("LocationConstraint", "eu-west-1"));
      european.call("CreateBucket", params);
      assertThatThrownBy(() -> european.call("CreateBucket", params))
          .hasMessageContaining("BucketAlreadyOwnedByYou");
      assertThatThrownBy(() -> european.call("CreateBucket", Params.of("Bucket", "another")))
          .hasMessageContaining("The unspecified location constraint is incompatible");
    }
  }

  @Test
  void createBucket_nameOfAnotherAccount_isTaken() {
    try (Client other = s3.aws.session(Credentials.of("111122223333", "secret")).client("s3")) {
      assertThatThrownBy(() -> other.call("CreateBucket", S3Fixture.params()))
          .hasMessageContaining("BucketAlreadyExists");
      assertThatThrownBy(() -> other.call("ListObjectsV2", S3Fixture.params()))
          .hasMessageContaining("AccessDenied");
      assertThat(other.call("ListBuckets").list("Buckets")).isEmpty();
    }
  }

  @Test
  void deleteBucket_withObjects_isRefusedUntilAllVersionsAreGone() {
    s3.version("Enabled");
    String version = s3.put("k", "v").text("VersionId");
    String marker = s3.call("DeleteObject", "Key", "k").text("VersionId");

    assertThat(s3.code("DeleteBucket")).isEqualTo("BucketNotEmpty");
    s3.call("DeleteObject", "Key", "k", "VersionId", version);
    s3.call("DeleteObject", "Key", "k", "VersionId", marker);
    s3.call("DeleteBucket");
    assertThat(s3.code("ListObjectsV2")).isEqualTo("NoSuchBucket");
  }

  @Test
  void configurations_storedAndDeleted_comeBackAsTheyWere() {
    Params rule =
        Params.of("AllowedMethods", List.of("GET"), "AllowedOrigins", List.of("https://a"));
    assertThat(s3.code("GetBucketCors")).isEqualTo("NoSuchCORSConfiguration");
    s3.call("PutBucketCors", "CORSConfiguration", Params.of("CORSRules", List.of(rule)));
    assertThat(s3.call("GetBucketCors").structures("CORSRules"))
        .singleElement()
        .satisfies(each -> assertThat(each.texts("AllowedOrigins")).containsExactly("https://a"));
    s3.call("DeleteBucketCors");
    assertThat(s3.code("GetBucketCors")).isEqualTo("NoSuchCORSConfiguration");

    s3.call(
        "PutBucketMetricsConfiguration",
        "Id",
        "m",
        "MetricsConfiguration",
        Params.of("Id", "m", "Filter", Params.of("Prefix", "p/")));
    assertThat(s3.call("ListBucketMetricsConfigurations").structures("MetricsConfigurationList"))
        .singleElement()
        .satisfies(each -> assertThat(each.text("Filter", "Prefix")).isEqualTo("p/"));
    assertThat(s3.code("GetBucketMetricsConfiguration", "Id", "x"))
        .isEqualTo("NoSuchConfiguration");
  }

  @Test
  void bucketPolicy_withADeny_refusesTheOwnerToo() {
    s3.put("secret/k", "v");
    s3.call(
        "PutBucketPolicy",
        "Policy",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\","
            + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::a-bucket/secret/*\"}]}");
    assertThat(s3.error("GetObject", "Key", "secret/k").message())
        .contains("with an explicit deny in a resource-based policy");
    s3.call("DeleteBucketPolicy");
    assertThat(s3.get("secret/k")).isEqualTo("v");
  }
}
