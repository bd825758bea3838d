package io.boto4j.typed.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JavaNamesTest {
  @ParameterizedTest
  @CsvSource({
    "DBInstanceIdentifier, dbInstanceIdentifier, DbInstanceIdentifier",
    "ARN, arn, Arn",
    "S3KeyPrefix, s3KeyPrefix, S3KeyPrefix",
    "VPCSecurityGroupIds, vpcSecurityGroupIds, VpcSecurityGroupIds",
    "DBInstanceARNs, dbInstanceArns, DbInstanceArns",
    "ARNsList, arnsList, ArnsList",
    "clusterARN, clusterArn, ClusterArn",
    "MultiAZ, multiAz, MultiAz",
    "x-amz-meta, xAmzMeta, XAmzMeta",
    "instance_id, instanceId, InstanceId",
    "SHA256Hash, sha256Hash, Sha256Hash",
    "2xLarge, _2xLarge, _2xLarge"
  })
  void names_ofAws_becomeWords(String name, String member, String type) {
    assertThat(JavaNames.member(name)).isEqualTo(member);
    assertThat(JavaNames.type(name)).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "serverless, SERVERLESS",
    "db.t3.micro, DB_T3_MICRO",
    "us-east-1, US_EAST_1",
    "s3:ObjectCreated:*, S3_OBJECT_CREATED",
    "CreateComplete, CREATE_COMPLETE",
    "1, _1",
    ">=, VALUE_3E_3D",
    "'', EMPTY"
  })
  void values_ofEnumerations_becomeConstants(String value, String constant) {
    assertThat(JavaNames.constant(value)).isEqualTo(constant);
  }

  @Test
  void packages_areRecognized() {
    assertThat(JavaNames.isPackage("com.acme.rds")).isTrue();
    assertThat(JavaNames.isPackage("com..rds")).isFalse();
    assertThat(JavaNames.isPackage("com.new")).isFalse();
    assertThat(JavaNames.isPackage("com.a-b")).isFalse();
    assertThat(JavaNames.isPackage("com.2b")).isFalse();
    assertThat(JavaNames.isPackage("")).isFalse();
  }

  @Test
  void takenNames_getSuffixes_inOrder() {
    UniqueNames names = new UniqueNames("_", /* ignoreCase= */ false);
    assertThat(names.free("name")).isEqualTo("name");
    assertThat(names.free("name")).isEqualTo("name_");
    assertThat(names.free("name")).isEqualTo("name__");
    assertThat(names.free("class")).isEqualTo("class_");
    UniqueNames types = new UniqueNames("Type", /* ignoreCase= */ true);
    assertThat(types.free("IpSet")).isEqualTo("IpSet");
    assertThat(types.free("Ipset")).as("the same file on some systems").isEqualTo("IpsetType");
  }
}
