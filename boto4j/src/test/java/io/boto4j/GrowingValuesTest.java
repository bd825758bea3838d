package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.ResponseParseException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Responses whose values take many times as much of the heap as their bytes: each is read or
 * rejected, whatever its size within the limit to bodies, and the JVM goes on.
 */
final class GrowingValuesTest {
  /** The sizes of the bodies, as parts of the heap; a quarter of it is the limit to bodies. */
  private static final int[] PARTS = {32, 16, 8, 5};

  /** A service and operation, and the start, the repeated part and the end of the body. */
  private static final Map<String, List<String>> BODIES = bodies();

  private static final Map<String, Map<String, ?>> INPUTS =
      Map.of(
          "GetItem", Map.of("TableName", "t", "Key", Map.of("id", Map.of("S", "1"))),
          "ListTables", Map.of(),
          "ListObjectsV2", Map.of("Bucket", "bucket"),
          "DescribeInstances", Map.of());

  private static Map<String, List<String>> bodies() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    String item = "{\"Item\":{\"a\":{\"L\":[";
    all.put("structures", List.of("dynamodb", "GetItem", item, "{\"N\":\"1\"},", "{}]}}}"));
    all.put("empty structures", List.of("dynamodb", "GetItem", item, "{},", "{}]}}}"));
    all.put("nulls", List.of("dynamodb", "GetItem", item, "null,", "{}]}}}"));
    all.put("lists", List.of("dynamodb", "GetItem", item, "{\"L\":[]},", "{}]}}}"));
    all.put("maps", List.of("dynamodb", "GetItem", item, "{\"M\":{}},", "{}]}}}"));
    all.put("one text", List.of("dynamodb", "GetItem", item + "{\"S\":\"", "a", "\"}]}}}"));
    all.put(
        "one wide text", List.of("dynamodb", "GetItem", item + "{\"S\":\"\u20ac", "a", "\"}]}}}"));
    all.put(
        "one escaped text", List.of("dynamodb", "GetItem", item + "{\"S\":\"", "\\n", "\"}]}}}"));
    all.put("bytes", List.of("dynamodb", "GetItem", item + "{\"B\":\"", "AAAA", "\"}]}}}"));
    all.put("values that do not fit", List.of("dynamodb", "GetItem", "{\"Item\":[", "1,", "2]}"));
    all.put("tables", List.of("dynamodb", "ListTables", "{\"TableNames\":[", "\"\",", "\"\"]}"));
    String bucket = "<ListBucketResult>";
    String end = "</ListBucketResult>";
    all.put("XML structures", List.of("s3", "ListObjectsV2", bucket, "<Contents/>", end));
    all.put(
        "XML texts", List.of("s3", "ListObjectsV2", bucket, "<Contents><Key/></Contents>", end));
    all.put("XML text", List.of("s3", "ListObjectsV2", bucket + "<Name>", "a", "</Name>" + end));
    all.put(
        "XML references",
        List.of("s3", "ListObjectsV2", bucket + "<Name>", "&lt;", "</Name>" + end));
    all.put(
        "wide structures",
        List.of(
            "ec2",
            "DescribeInstances",
            "<R><reservationSet><item><instancesSet>",
            "<item/>",
            "</instancesSet></item></reservationSet></R>"));
    return all;
  }

  @Test
  @Timeout(300)
  void values_thatOutgrowTheHeap_areRejected() throws Exception {
    List<String> printed = ChildJvm.run(Program.class, List.of("-Xmx64m"));

    assertThat(printed).hasSize(BODIES.size() * PARTS.length);
    assertThat(printed).allMatch(line -> line.endsWith(": read") || line.endsWith(": rejected"));
    assertThat(printed)
        .contains("structures 1/32: read", "structures 1/5: rejected")
        .contains("XML structures 1/32: read", "XML structures 1/5: rejected")
        .contains("one text 1/5: read", "bytes 1/5: read", "XML text 1/5: read");
  }

  @Test
  @Timeout(300)
  void valuesOfResponsesReadAtTheSameTime_endTheirCallsAndNotTheJvm() throws Exception {
    List<String> printed = ChildJvm.run(Together.class, List.of("-Xmx64m"));

    assertThat(printed).hasSize(5).last().isEqualTo("after: read");
    assertThat(printed.subList(0, 4))
        .allMatch(line -> line.matches("read|does not fit|rejected|out of memory"));
  }

  /** Makes calls in four threads, and one more call. */
  static final class Together {
    public static void main(String[] arguments) throws Exception {
      List<String> body = BODIES.get("structures");
      long size = Runtime.getRuntime().maxMemory() / 10;
      List<Thread> threads = new ArrayList<>();
      List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
      for (int i = 0; i < 4; i++) {
        threads.add(new Thread(() -> outcomes.add(outcome(body, size))));
      }
      for (Thread thread : threads) {
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      for (String outcome : outcomes) {
        System.out.println(outcome.contains("not fit into the heap") ? "does not fit" : outcome);
      }
      System.out.println("after: " + Program.outcome(body, 10));
    }

    /** While one thread fills the heap, another may find it full outside the reading of values. */
    private static String outcome(List<String> body, long size) {
      try {
        return Program.outcome(body, size);
      } catch (OutOfMemoryError e) {
        return "out of memory";
      }
    }
  }

  /** Calls with each body in each size, and prints the outcomes. */
  static final class Program {
    public static void main(String[] arguments) {
      for (Map.Entry<String, List<String>> each : BODIES.entrySet()) {
        for (int part : PARTS) {
          long size = Runtime.getRuntime().maxMemory() / part;
          System.out.println(each.getKey() + " 1/" + part + ": " + outcome(each.getValue(), size));
        }
      }
    }

    private static String outcome(List<String> body, long size) {
      Session session =
          Session.builder()
              .environment(Map.of("AWS_MAX_ATTEMPTS", "1"))
              .home(Path.of("no-such-home"))
              .region("eu-west-1")
              .credentials(Credentials.of("AKID", "secret"))
              .transport(
                  request ->
                      HttpResponse.of(
                          200,
                          Headers.empty(),
                          stream(body.get(2), body.get(3), size, body.get(4))))
              .build();
      try (Client client = session.client(body.get(0))) {
        client.call(body.get(1), INPUTS.get(body.get(1)));
        return "read";
      } catch (ResponseParseException e) {
        return e.getMessage().contains("half of the heap") ? "rejected" : e.getMessage();
      } catch (RuntimeException | Error e) {
        return e.toString();
      }
    }

    private static InputStream stream(String start, String unit, long size, String end) {
      int count = Math.max(1, 65_536 / unit.length());
      byte[] block = unit.repeat(count).getBytes(StandardCharsets.UTF_8);
      List<InputStream> parts = new ArrayList<>();
      parts.add(bytes(start));
      for (long sent = 0; sent < size; sent += block.length) {
        parts.add(new ByteArrayInputStream(block));
      }
      parts.add(bytes(end));
      return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static InputStream bytes(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
