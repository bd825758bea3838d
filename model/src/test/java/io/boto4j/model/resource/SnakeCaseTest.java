package io.boto4j.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnakeCaseTest {
  /** The right column is what botocore's {@code xform_name} returns. */
  @ParameterizedTest
  @CsvSource({
    "CreateBucket, create_bucket",
    "DBInstanceIdentifier, db_instance_identifier",
    "EC2Instance, ec2_instance",
    "S3Bucket, s3_bucket",
    "MFADevices, mfa_devices",
    "GatewayARNs, gateway_arns",
    "ListWebACLs, list_web_acls",
    "SomeCNAMEs, some_cnames",
    "ARNs, _arns",
    "As, as",
    "IDs, _ids",
    "queueUrls, queue_urls",
    "already_snake, already_snake",
    "Name, name",
    "VpcId, vpc_id",
    "IPv6, i_pv6",
    "KMSMasterKeyID, kms_master_key_id",
    "AMILaunchIndex, ami_launch_index",
    "ETag, e_tag",
    "SSEKMSKeyId, ssekms_key_id",
    "A, a",
    "ABTest, ab_test",
    "x1Y2Z, x1_y2_z"
  })
  void of_name_isThatOfBotocore(String name, String snake) {
    assertThat(SnakeCase.of(name)).isEqualTo(snake);
  }
}
