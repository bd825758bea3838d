package io.boto4j.benchmarks.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.benchmarks.run.XmlDocuments;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bounds the bytes that a warm call allocates. The child process runs in the interpreter: compiled
 * code allocates less, but how much less depends on when it is compiled.
 */
final class WarmCallGuardTest {
  private static final long GET_ITEM_BYTES = 9_500;
  private static final long DESCRIBE_DB_INSTANCES_BYTES = 17_500;

  private static final String ITEM =
      "{\"Item\":{\"id\":{\"S\":\"user-1\"},\"email\":{\"S\":\"ada@example.com\"},"
          + "\"logins\":{\"N\":\"1815\"},\"active\":{\"BOOL\":true}}}";

  @Test
  void getItem_warm_allocatesLittle(@TempDir Path folder) throws Exception {
    assertThat(bytes(folder, "dynamodb", "GetItem", ITEM)).isBetween(1_000L, GET_ITEM_BYTES);
  }

  @Test
  void describeDbInstances_warm_allocatesLittle(@TempDir Path folder) throws Exception {
    String response = new String(XmlDocuments.dbInstances(1), StandardCharsets.UTF_8);

    assertThat(bytes(folder, "rds", "DescribeDBInstances", response))
        .isBetween(1_000L, DESCRIBE_DB_INSTANCES_BYTES);
  }

  private static long bytes(Path folder, String... arguments) throws Exception {
    return Long.parseLong(ChildJvm.run(folder, List.of("-Xint"), WarmCallProbe.class, arguments));
  }
}
