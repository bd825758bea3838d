package io.boto4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

final class SecretsTest {
  private static final List<String> SECRETS =
      List.of(LocalCredentials.SECRET, "AKIAIOSFODNN7SPARKTS", "AWS4-HMAC", "x-amz-security-token");

  private static String eventLog() throws IOException, TimeoutException {
    SparkLocal.session().sparkContext().listenerBus().waitUntilEmpty();
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(SparkLocal.events())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  @Test
  void secrets_areInNoPlanNoLogAndNoEvent() throws IOException, TimeoutException {
    try (LocalAws aws = LocalAws.start()) {
      aws.session().client("s3").call("CreateBucket", Map.of("Bucket", "seen-by-all"));
      Dataset<Row> objects =
          SparkLocal.reader(aws)
              .option("credentialsProvider", LocalCredentials.class.getName())
              .option("service", "s3")
              .option("operation", "ListObjectsV2")
              .option("param.Bucket", "seen-by-all")
              .load();
      assertThat(objects.filter("Key > 'a'").count()).isZero();
      assertThat(
              objects.queryExecution().toString()
                  + objects.queryExecution().optimizedPlan().toJSON())
          .contains("seen-by-all", "PushedFilters")
          .doesNotContain(SECRETS);
      assertThat(eventLog()).contains("seen-by-all", "requests to AWS").doesNotContain(SECRETS);
      assertThat(Files.readString(Path.of("target", "spark.log")))
          .contains("DAGScheduler")
          .doesNotContain(SECRETS);
    }
  }
}
