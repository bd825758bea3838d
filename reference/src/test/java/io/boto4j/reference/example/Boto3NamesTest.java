package io.boto4j.reference.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Boto3NamesTest {
  @ParameterizedTest
  @CsvSource({
    "PutItem, put_item",
    "DescribeDBInstances, describe_db_instances",
    "ListObjectsV2, list_objects_v2",
    "CreateCachediSCSIVolume, create_cached_iscsi_volume",
    "ListHITsForQualificationType, list_hits_for_qualification_type",
    "SendWhatsAppMessage, send_whatsapp_message"
  })
  void of_operation_isTheNameOfBotocore(String operation, String name) {
    assertThat(Boto3Names.of(operation)).isEqualTo(name);
  }
}
