package io.boto4j.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.LocalAws;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ExportsTest {
  private final LocalAws aws = LocalAws.start();
  private final Client dynamodb = aws.session().client("dynamodb");
  private final Client s3 = aws.session().client("s3");

  @AfterEach
  void close() {
    dynamodb.close();
    s3.close();
    aws.close();
  }

  private static Params creation(String name) {
    return Params.of(
        "TableName",
        name,
        "KeySchema",
        List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
        "AttributeDefinitions",
        List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
        "BillingMode",
        "PAY_PER_REQUEST");
  }

  private String table() {
    String arn =
        dynamodb.call("CreateTable", creation("source")).text("TableDescription", "TableArn");
    dynamodb.call(
        "UpdateContinuousBackups",
        Params.of(
            "TableName",
            "source",
            "PointInTimeRecoverySpecification",
            Map.of("PointInTimeRecoveryEnabled", true)));
    return String.valueOf(arn);
  }

  private Structure exported(String arn, String bucket) {
    Structure begun =
        dynamodb.call(
            "ExportTableToPointInTime",
            Params.of("TableArn", arn, "S3Bucket", bucket, "S3Prefix", "out"));
    assertThat(begun.text("ExportDescription", "ExportStatus")).isEqualTo("IN_PROGRESS");
    return Objects.requireNonNull(
        dynamodb
            .call(
                "DescribeExport",
                Params.of("ExportArn", begun.text("ExportDescription", "ExportArn")))
            .structure("ExportDescription"));
  }

  private byte[] object(String key) throws IOException {
    try (InputStream body =
        Objects.requireNonNull(
            s3.call("GetObject", Params.of("Bucket", "bucket", "Key", key)).body("Body"))) {
      return body.readAllBytes();
    }
  }

  @Test
  void export_importedAgain_isTheSameTable() throws Exception {
    s3.call("CreateBucket", Params.of("Bucket", "bucket"));
    String arn = table();
    Map<String, Object> item =
        Map.of(
            "id", Map.of("S", "a \"quoted\" {brace"),
            "bytes", Map.of("B", new byte[] {1, 2}),
            "list", Map.of("L", List.of(Map.of("N", "1.5"), Map.of("BOOL", true))));
    dynamodb.call("PutItem", Params.of("TableName", "source", "Item", item));

    Structure export = exported(arn, "bucket");
    assertThat(export.text("ExportStatus")).isEqualTo("COMPLETED");
    assertThat(export.longInteger("ItemCount")).isEqualTo(1);
    List<String> keys =
        s3
            .call("ListObjectsV2", Params.of("Bucket", "bucket", "Prefix", "out/AWSDynamoDB/"))
            .structures("Contents")
            .stream()
            .map(each -> String.valueOf(each.text("Key")))
            .toList();
    assertThat(keys).contains(export.text("ExportManifest"));
    String file = keys.stream().filter(key -> key.contains("/data/")).findFirst().orElseThrow();
    String text;
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(object(file)))) {
      text = new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(text).startsWith("{\"Item\":{").contains("{\"B\":\"AQI=\"}").endsWith("}\n");

    Structure begun =
        dynamodb.call(
            "ImportTable",
            Params.of(
                "S3BucketSource",
                Map.of("S3Bucket", "bucket", "S3KeyPrefix", file),
                "InputFormat",
                "DYNAMODB_JSON",
                "InputCompressionType",
                "GZIP",
                "TableCreationParameters",
                creation("copy")));
    Structure imported =
        dynamodb.call(
            "DescribeImport",
            Params.of("ImportArn", begun.text("ImportTableDescription", "ImportArn")));
    assertThat(imported.text("ImportTableDescription", "ImportStatus")).isEqualTo("COMPLETED");
    Structure copy =
        Objects.requireNonNull(
            dynamodb.call("Scan", Params.of("TableName", "copy")).structures("Items").get(0));
    assertThat(copy.text("id", "S")).isEqualTo("a \"quoted\" {brace");
    assertThat(copy.bytes("bytes", "B")).containsExactly(1, 2);
    assertThat(dynamodb.call("ListExports").structures("ExportSummaries")).hasSize(1);
    assertThat(dynamodb.call("ListImports").structures("ImportSummaryList")).hasSize(1);
  }

  @Test
  void export_withoutRecoveryOrBucket_fails() {
    String arn =
        dynamodb.call("CreateTable", creation("plain")).text("TableDescription", "TableArn");
    assertThatThrownBy(
            () ->
                dynamodb.call(
                    "ExportTableToPointInTime", Params.of("TableArn", arn, "S3Bucket", "bucket")))
        .hasMessageContaining("Point in time recovery is not enabled for table 'plain'");
    Structure export = exported(table(), "no-such-bucket");
    assertThat(export.text("ExportStatus")).isEqualTo("FAILED");
    assertThat(export.text("FailureCode")).isEqualTo("S3NoSuchBucket");
  }

  @Test
  void documents_withNothingBetweenThem_areSplit() {
    assertThat(ItemText.documents("{\"a\":\"}\\\"{\"}{\"b\":{}}\n {\"c\":1} "))
        .containsExactly("{\"a\":\"}\\\"{\"}", "{\"b\":{}}", "\n {\"c\":1}");
  }
}
