package io.boto4j.spark.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.ResponseStream;
import io.boto4j.Structure;
import io.boto4j.local.LocalAws;
import io.boto4j.spark.FailOnce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class S3FileWriteTest {
  private static final StructType SCHEMA = Writing.rows(1, 1).schema();

  private LocalAws aws;
  private Client s3;

  @BeforeEach
  void start() {
    aws = LocalAws.start();
    s3 = aws.session().client("s3");
    s3.call("CreateBucket", Map.of("Bucket", "exports"));
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private DataFrameWriter<Row> writer(Dataset<Row> rows) {
    return Writing.writer(rows, aws)
        .option("service", "s3")
        .option("bucket", "exports")
        .option("prefix", "day");
  }

  private S3FileSpec spec() {
    return new S3FileSpec(
        Attempts.session(aws), "exports", "day/", true, false, 5 << 20, "job", SCHEMA);
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Structure object : s3.items("ListObjectsV2", Map.of("Bucket", "exports"))) {
      keys.add(String.valueOf(object.text("Key")));
    }
    return keys;
  }

  private List<Structure> uploads() {
    return s3.call("ListMultipartUploads", Map.of("Bucket", "exports")).structures("Uploads");
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String key : keys()) {
      ResponseStream body =
          s3.call("GetObject", Map.of("Bucket", "exports", "Key", key)).stream("Body");
      body.text().lines().forEach(lines::add);
    }
    return lines;
  }

  @Test
  void write_rows_becomeJsonLinesAndASuccessFile() {
    writer(Writing.rows(10, 2)).save();

    assertThat(keys()).hasSize(3).contains("day/_SUCCESS");
    assertThat(lines()).hasSize(10).contains("{\"id\":\"7\",\"value\":70}");
    assertThat(uploads()).isEmpty();
  }

  @Test
  void write_emptyPartitions_leaveNoFiles() {
    writer(Writing.rows(10, 2).where("value > 60")).save();

    assertThat(keys()).hasSize(2);
    assertThat(lines()).hasSize(3);
  }

  @Test
  void write_compressedText_canBeReadAgain() throws IOException {
    writer(Writing.rows(10, 1).select("id"))
        .option("fileFormat", "text")
        .option("compression", "gzip")
        .save();

    String key = keys().stream().filter(each -> each.endsWith("-00000.txt.gz")).findAny().get();
    ResponseStream body =
        s3.call("GetObject", Map.of("Bucket", "exports", "Key", key)).stream("Body");
    try (GZIPInputStream plain = new GZIPInputStream(body)) {
      String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).isEqualTo("0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n");
    }
  }

  @Test
  void write_moreThanAPart_uploadsSeveralParts() {
    Dataset<Row> rows = Writing.rows(7, 1).selectExpr("repeat(id, 1000000) text");

    writer(rows).option("partSize", String.valueOf(5 << 20)).save();

    assertThat(lines()).hasSize(7).allMatch(line -> line.length() > 1_000_000);
    aws.journal().assertCalls("s3", "UploadPart", 2);
  }

  @Test
  void write_taskKilledInTheMiddle_neitherLosesNorDoublesRows() {
    writer(Writing.failingOnce(Writing.rows(100, 2), "60", "kill_files")).save();

    assertThat(FailOnce.hasFailed("kill_files")).isTrue();
    assertThat(lines()).hasSize(100).doesNotHaveDuplicates();
    assertThat(keys()).hasSize(3);
    assertThat(uploads()).isEmpty();
  }

  @Test
  void write_jobFails_leavesNeitherFilesNorUploads() {
    Dataset<Row> rows = Writing.rows(100, 4).selectExpr("id", "assert_true(id < 80) checked");

    assertThatThrownBy(() -> writer(rows).save()).isNotNull();

    assertThat(keys()).isEmpty();
    assertThat(uploads()).isEmpty();
  }

  @Test
  void write_twoAttemptsOfATask_showTheFileOfOne() throws IOException {
    S3FileSpec spec = spec();
    List<Row> rows = Writing.rows(20, 1).collectAsList();

    WriterCommitMessage message =
        Attempts.interleave(
            (partition, task) -> new S3FileDataWriter(spec, partition), SCHEMA, rows);
    assertThat(keys()).as("before the commit of the job").isEmpty();
    new S3FileWrite(spec).commit(new WriterCommitMessage[] {message});

    assertThat(lines()).hasSize(20).doesNotHaveDuplicates();
    assertThat(uploads()).isEmpty();
  }

  @Test
  void commit_attemptThatDiedWithAnOpenUpload_endsItsUpload() throws IOException {
    S3FileSpec spec = spec();
    S3Upload lost = new S3Upload(s3, spec, spec.key(0));
    lost.write("half a ro".getBytes(StandardCharsets.UTF_8));
    lost.finish();
    assertThat(uploads()).hasSize(1);
    S3FileDataWriter writer = new S3FileDataWriter(spec, 0);
    writer.write(Attempts.internal(SCHEMA, Writing.rows(1, 1).first()));

    new S3FileWrite(spec).commit(new WriterCommitMessage[] {writer.commit()});

    assertThat(uploads()).isEmpty();
    assertThat(lines()).containsExactly("{\"id\":\"0\",\"value\":0}");
  }

  @Test
  void commit_fileThatCannotBeCompleted_removesTheOthersWhenAborted() throws IOException {
    S3FileSpec spec = spec();
    S3FileDataWriter writer = new S3FileDataWriter(spec, 0);
    writer.write(Attempts.internal(SCHEMA, Writing.rows(1, 1).first()));
    S3FileWritten lost = new S3FileWritten(spec.key(1), "no-such-upload", List.of("tag"));
    WriterCommitMessage[] messages = {writer.commit(), lost};
    S3FileWrite write = new S3FileWrite(spec);

    assertThatThrownBy(() -> write.commit(messages)).hasMessageContaining("HeadObject");
    write.abort(messages);

    assertThat(keys()).isEmpty();
  }

  @Test
  void complete_responseThatWasLost_isNotAnError() throws IOException {
    S3FileSpec spec = spec();
    S3FileDataWriter writer = new S3FileDataWriter(spec, 0);
    writer.write(Attempts.internal(SCHEMA, Writing.rows(1, 1).first()));
    S3FileWritten file = (S3FileWritten) writer.commit();

    file.complete(s3, "exports");
    file.complete(s3, "exports");

    assertThat(Json.read(lines().get(0))).isEqualTo(Map.of("id", "0", "value", 0));
  }

  @Test
  void write_bucketThatIsMissing_failsBeforeTheJob() {
    assertThatThrownBy(() -> writer(Writing.rows(1, 1)).option("bucket", "export").save())
        .hasMessageContaining("The bucket export cannot be used: there is no such bucket");
  }

  @Test
  void write_textWithTwoColumns_failsBeforeTheJob() {
    assertThatThrownBy(() -> writer(Writing.rows(1, 1)).option("fileFormat", "text").save())
        .hasMessageContaining("fileFormat text needs one column of type string");
  }

  @Test
  void overwrite_isRefusedWithTheReason() {
    assertThatThrownBy(() -> writer(Writing.rows(1, 1)).mode("overwrite").save())
        .hasMessageContaining("Write to a new 'prefix'");
  }
}
