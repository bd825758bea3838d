package io.boto4j.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TreeSideTest {
  private static final String ARN = "arn:aws:s3:us-east-1:123456789012:accesspoint";
  private static final String OUTPOST =
      "arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-1/accesspoint/name";

  @ParameterizedTest
  @CsvSource({
    "s3://b, b, ''",
    "s3://b/, b, ''",
    "s3://b/p, b, p/",
    "s3://b/p/, b, p/",
    "s3://b/p/q r, b, p/q r/",
    "s3://b//p, b, /p/",
    "s3://" + ARN + "/name, " + ARN + "/name, ''",
    "s3://" + ARN + "/name/p, " + ARN + "/name, p/",
    "s3://" + ARN + ":name/p/, " + ARN + ":name, p/",
    "s3://arn:aws:s3::123456789012:accesspoint/a.mrap/p, "
        + "arn:aws:s3::123456789012:accesspoint/a.mrap, p/",
    "s3://" + OUTPOST + "/p, " + OUTPOST + ", p/"
  })
  void address_valid_hasBucketAndPrefix(String address, String bucket, String prefix) {
    assertThat(TreeSide.of(address)).isEqualTo(new TreeSide(null, bucket, prefix));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "b/p", "/tmp/x", "S3://b", "https://b.s3.amazonaws.com/p", "s3:/b/p"})
  void address_withoutScheme_isRefused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeSide.of(address))
        .withMessageContaining("'" + address + "' is not an address in S3")
        .withMessageContaining("as a Path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://", "s3:///p"})
  void address_withoutBucket_isRefused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeSide.of(address))
        .withMessageContaining("has no bucket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://arn:aws:s3:::bucket/p", "s3://arn:aws:iam::1:role/x"})
  void address_ofAnotherArn_isRefused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeSide.of(address))
        .withMessageContaining("access point");
  }
}
