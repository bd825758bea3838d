package io.boto4j.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class BatchWriterTest {
  private final FakeTable fake = new FakeTable();

  private static Params item(String pk, int sk) {
    return Params.of("pk", pk, "sk", sk);
  }

  private static Params item(int sk) {
    return item("p", sk).with("data", sk);
  }

  /** The batches that were sent: +sk for a put, -sk for a deletion. */
  private List<List<String>> batches() {
    List<List<String>> batches = new ArrayList<>();
    for (Map<String, ?> input : fake.inputs()) {
      if (input.get("RequestItems") instanceof Map<?, ?> tables) {
        List<String> batch = new ArrayList<>();
        for (Object each : (List<?>) tables.get("tab")) {
          Map<?, ?> request = (Map<?, ?>) each;
          boolean put = request.containsKey("PutRequest");
          Structure attributes =
              put
                  ? plain(((Map<?, ?>) request.get("PutRequest")).get("Item"))
                  : plain(((Map<?, ?>) request.get("DeleteRequest")).get("Key"));
          batch.add((put ? "+" : "-") + attributes.get("sk"));
        }
        batches.add(batch);
      }
    }
    return batches;
  }

  private static Structure plain(Object attributes) {
    return TableCalls.plain((Map<?, ?>) attributes);
  }

  /** An answer that leaves the requests at some positions unprocessed. */
  private static Function<Map<String, ?>, Map<String, ?>> unprocessed(int... positions) {
    return input -> {
      List<?> requests = (List<?>) ((Map<?, ?>) input.get("RequestItems")).get("tab");
      List<Object> left = new ArrayList<>();
      for (int each : positions) {
        left.add(requests.get(each));
      }
      return Map.of("UnprocessedItems", Map.of("tab", left));
    };
  }

  private static Map<String, ?> allUnprocessed(Map<String, ?> input) {
    return Map.of("UnprocessedItems", input.get("RequestItems"));
  }

  @Test
  void put_60_areThreeBatches() {
    try (BatchWriter batch = fake.table().batchWriter()) {
      for (int i = 0; i < 60; i++) {
        batch.put(item(i));
      }
      assertThat(batches()).hasSize(2);
      assertThat(batch.pending()).isEqualTo(10);
    }
    assertThat(batches()).extracting(List::size).containsExactly(25, 25, 10);
    assertThat(fake.operations()).startsWith("DescribeTable").hasSize(4);
  }

  @Test
  void requests_ofOneKey_areTheLastOne() {
    try (BatchWriter batch = fake.table().batchWriter()) {
      batch.put(item(1)).put(item(1)).put(item(2)).delete("pk", "p", "sk", 1).delete(item(3));
      batch.put(item("p", 3)).put(Params.of("pk", "p", "sk", new java.math.BigDecimal("2.0")));
    }
    assertThat(batches()).containsExactly(List.of("-1", "+3", "+2.0"));
  }

  @Test
  void unprocessed_areSentBeforeWhatIsNewer() {
    fake.answer(unprocessed(0, 24)).answer(unprocessed(1));
    try (BatchWriter batch = fake.table().batchWriter()) {
      for (int i = 0; i < 30; i++) {
        batch.put(item(i));
      }
    }
    assertThat(batches()).extracting(List::size).containsExactly(25, 7, 1);
    assertThat(batches().get(1)).startsWith("+0", "+24", "+25");
    assertThat(batches().get(2)).containsExactly("+24");
    assertThat(fake.pauses()).containsExactly(Duration.ofMillis(25), Duration.ofMillis(50));
  }

  @Test
  void unprocessed_replacedByANewerRequest_areNotSent() {
    fake.answer(unprocessed(3));
    try (BatchWriter batch = fake.table().batchWriter()) {
      for (int i = 0; i < 25; i++) {
        batch.put(item(i));
      }
      batch.delete("pk", "p", "sk", 3);
    }
    assertThat(batches().get(1)).containsExactly("-3");
  }

  @Test
  void unprocessed_forEver_isAnErrorWithAllOfThem() {
    for (int i = 0; i < 10; i++) {
      fake.answer(BatchWriterTest::allUnprocessed);
    }
    BatchWriter batch = fake.table().batchWriter();
    batch.put(item(1)).delete(item(2));
    BatchWriteException e = catchThrowableOfType(BatchWriteException.class, batch::flush);

    assertThat(e)
        .hasMessage(
            "BatchWriteItem of tab: 2 requests were not written: DynamoDB processed nothing in 10"
                + " requests in a row")
        .hasNoCause();
    assertThat(e.unwrittenPuts()).extracting(p -> p.integer("data")).containsExactly(1);
    assertThat(e.unwrittenDeletes()).extracting(p -> p.integer("sk")).containsExactly(2);
    assertThat(fake.pauses()).hasSize(9).startsWith(Duration.ofMillis(25)).doesNotHaveDuplicates();
    assertThat(batch.pending()).isEqualTo(2);

    batch.close();
    assertThat(batches()).as("closing does not send what was reported").hasSize(10);
  }

  @Test
  void flush_afterAFailure_triesAgain() {
    fake.error("BatchWriteItem", "ValidationException", Map.of());
    BatchWriter batch = fake.table().batchWriter();
    batch.put(item(1));

    BatchWriteException e = catchThrowableOfType(BatchWriteException.class, batch::flush);
    assertThat(e).hasCauseInstanceOf(ServiceException.class).hasMessageContaining("1 request was");
    batch.flush();
    assertThat(batch.pending()).isZero();
    batch.close();
    assertThat(batches()).hasSize(2);
  }

  @Test
  void attempts_ofTheClient_areThoseWithoutProgress() {
    FakeTable impatient = new FakeTable(2);
    impatient
        .answer(BatchWriterTest::allUnprocessed)
        .answer(unprocessed(0))
        .answer(BatchWriterTest::allUnprocessed)
        .answer(BatchWriterTest::allUnprocessed);
    BatchWriter batch = impatient.table().batchWriter();
    batch.put(item(1)).put(item(2));

    BatchWriteException e = catchThrowableOfType(BatchWriteException.class, batch::close);
    assertThat(e.unwrittenPuts()).extracting(p -> p.integer("sk")).containsExactly(1);
    assertThat(impatient.operations()).hasSize(5);
  }

  @Test
  void close_byAnException_writesTheRest() {
    assertThatThrownBy(
            () -> {
              try (BatchWriter batch = fake.table().batchWriter()) {
                batch.put(item(1));
                throw new IllegalStateException("mine");
              }
            })
        .hasMessage("mine")
        .hasNoSuppressedExceptions();
    assertThat(batches()).hasSize(1);
  }

  @Test
  void close_byAnExceptionAndAFailure_reportsBoth() {
    fake.error("BatchWriteItem", "ValidationException", Map.of());
    Throwable thrown =
        org.assertj.core.api.Assertions.catchThrowable(
            () -> {
              try (BatchWriter batch = fake.table().batchWriter()) {
                batch.put(item(1));
                throw new IllegalStateException("mine");
              }
            });
    assertThat(thrown).hasMessage("mine");
    BatchWriteException lost = (BatchWriteException) thrown.getSuppressed()[0];
    assertThat(lost.unwrittenPuts()).hasSize(1);
  }

  @Test
  void put_badItems_areRefusedAndNotAdded() {
    BatchWriter batch = fake.table().batchWriter();
    String large = "x".repeat(409_600);

    assertThatThrownBy(() -> batch.put(item(1).with("a", large)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The item for table tab has 4096")
        .hasMessageEndingWith("The largest attribute is a (409600 bytes)");
    assertThatThrownBy(() -> batch.put(Params.of("pk", "p", "x", 1)))
        .hasMessage("The key attribute sk of table tab is missing; there are pk, x");
    assertThatThrownBy(() -> batch.put(Params.of("pk", "", "sk", 1)))
        .hasMessage("The key attribute pk is empty");
    assertThatThrownBy(() -> batch.put(Params.of("pk", 7, "sk", 1)))
        .hasMessage("The key attribute pk of table tab is of type S, and the value of type N");
    assertThatThrownBy(() -> batch.delete("pk", "p", "sk", true))
        .hasMessageContaining("sk is of type BOOL");
    assertThatThrownBy(() -> batch.put(item(1).with("s", java.util.Set.of())))
        .hasMessageStartingWith("s: DynamoDB has no empty set");
    assertThat(batch.pending()).isZero();
    batch.close();
    assertThat(fake.operations()).containsExactly("DescribeTable");
    assertThatThrownBy(() -> batch.put(item(1))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void put_largeItems_areOfDynamoDbsSize() {
    BatchWriter batch = fake.table().batchWriter();
    // pk + p + sk + 2 for the number + a
    String most = "x".repeat(409_600 - 2 - 1 - 2 - 2 - 1);
    batch.put(item("p", 1).with("a", most));
    assertThatThrownBy(() -> batch.put(item("p", 1).with("a", most + "x")))
        .hasMessageContaining("409601 bytes");
    String wide = "ü".repeat(204_796);
    batch.put(item("p", 2).with("a", wide));
    assertThatThrownBy(() -> batch.put(item("p", 2).with("a", wide + "ü")))
        .hasMessageContaining("bytes");
    assertThat(batch.pending()).isEqualTo(2);
  }

  @Test
  void put_largeItems_areSmallerBatches() {
    String large = "x".repeat(400_000);
    try (BatchWriter batch = fake.table().batchWriter()) {
      for (int i = 0; i < 25; i++) {
        batch.put(item("p", i).with("a", large));
      }
    }
    assertThat(batches())
        .hasSizeGreaterThan(1)
        .allSatisfy(each -> assertThat(each).hasSizeLessThan(25));
    assertThat(batches().stream().mapToInt(List::size).sum()).isEqualTo(25);
  }

  @Test
  void keyed_table_isNotDescribed() {
    try (BatchWriter batch = fake.table().keyed("pk").batchWriter()) {
      batch.put(Params.of("pk", "a")).put(Params.of("pk", "a", "x", 1)).delete("pk", "b");
    }
    assertThat(fake.operations()).containsExactly("BatchWriteItem");
  }

  record Row(String pk, int sk, String note) {}

  @Test
  void put_record_isAnItem() {
    try (BatchWriter batch = fake.table().batchWriter()) {
      batch.put(new Row("p", 1, null));
    }
    assertThat(batches()).containsExactly(List.of("+1"));
  }

  @Test
  void versioned_table_hasNoBatches() {
    Table versioned = fake.table().versioned("version");
    assertThatThrownBy(versioned::batchWriter).isInstanceOf(IllegalStateException.class);
  }
}
