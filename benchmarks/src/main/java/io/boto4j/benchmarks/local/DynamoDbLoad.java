package io.boto4j.benchmarks.local;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.local.LocalAws;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

/**
 * One process that calls a DynamoDB as fast as it can, with boto4j's client. Prints the time from
 * its start to the first response in milliseconds, then the calls per second of each operation.
 */
public final class DynamoDbLoad {
  /** The operations in the order in which they are measured. */
  static final List<String> OPERATIONS = List.of("PutItem", "GetItem", "Query");

  private static final String TABLE = "load";
  private static final int ITEMS = 1_000;

  private final Client dynamodb;
  private final int threads;
  private final Duration time;

  private DynamoDbLoad(Client dynamodb, int threads, Duration time) {
    this.dynamodb = dynamodb;
    this.threads = threads;
    this.time = time;
  }

  /**
   * Runs the load.
   *
   * @param args the URL, or {@code in-process} for an AWS in this process; the number of threads;
   *     the milliseconds of each operation
   * @throws InterruptedException if this thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    long start = System.nanoTime();
    int threads = Integer.parseInt(args[1]);
    Duration time = Duration.ofMillis(Long.parseLong(args[2]));
    if (args[0].equals("in-process")) {
      try (LocalAws aws = LocalAws.start();
          Client dynamodb = aws.session().client("dynamodb")) {
        new DynamoDbLoad(dynamodb, threads, time).run(start);
      }
      return;
    }
    Session session =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("us-east-1")
            .credentials(Credentials.of("local", "local"))
            .build();
    URI url = URI.create(args[0]);
    try (Client dynamodb =
        session.client("dynamodb", c -> c.endpointUrl(url).maxPoolConnections(threads))) {
      new DynamoDbLoad(dynamodb, threads, time).run(start);
    }
  }

  private void run(long start) throws InterruptedException {
    dynamodb.call("ListTables");
    System.out.println((System.nanoTime() - start) / 1_000_000);
    dynamodb.call(
        "CreateTable",
        Map.of(
            "TableName",
            TABLE,
            "BillingMode",
            "PAY_PER_REQUEST",
            "AttributeDefinitions",
            List.of(
                Map.of("AttributeName", "pk", "AttributeType", "S"),
                Map.of("AttributeName", "sk", "AttributeType", "N")),
            "KeySchema",
            List.of(
                Map.of("AttributeName", "pk", "KeyType", "HASH"),
                Map.of("AttributeName", "sk", "KeyType", "RANGE"))));
    dynamodb.waiter("TableExists").await(Map.of("TableName", TABLE));
    for (int i = 0; i < ITEMS; i++) {
      put(i);
    }
    measure(this::put);
    measure(this::get);
    measure(this::query);
    dynamodb.call("DeleteTable", Map.of("TableName", TABLE));
  }

  private static Map<String, Object> key(int i) {
    int number = i % ITEMS;
    return Map.of(
        "pk", Map.of("S", "user-" + number / 10), "sk", Map.of("N", String.valueOf(number % 10)));
  }

  private void put(int i) {
    Map<String, Object> item = new java.util.HashMap<>(key(i));
    item.put("name", Map.of("S", "Ada Lovelace"));
    item.put("email", Map.of("S", "ada@example.com"));
    item.put("logins", Map.of("N", "12"));
    dynamodb.call("PutItem", Map.of("TableName", TABLE, "Item", item));
  }

  private void get(int i) {
    dynamodb.call("GetItem", Map.of("TableName", TABLE, "Key", key(i)));
  }

  /** Reads ten items. */
  private void query(int i) {
    dynamodb.call(
        "Query",
        Map.of(
            "TableName",
            TABLE,
            "KeyConditionExpression",
            "pk = :pk",
            "ExpressionAttributeValues",
            Map.of(":pk", key(i).get("pk"))));
  }

  /** Warms up for half of the time, then prints the calls per second. */
  private void measure(IntConsumer call) throws InterruptedException {
    rate(call, time.dividedBy(2));
    System.out.println(String.format(Locale.ROOT, "%.1f", rate(call, time)));
  }

  private double rate(IntConsumer call, Duration during) throws InterruptedException {
    LongAdder calls = new LongAdder();
    long start = System.nanoTime();
    long end = start + during.toNanos();
    List<Thread> all = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int first = t * (ITEMS / threads);
      Thread thread =
          new Thread(
              () -> {
                for (int i = first; System.nanoTime() < end; i++) {
                  call.accept(i);
                  calls.increment();
                }
              });
      all.add(thread);
      thread.start();
    }
    for (Thread thread : all) {
      thread.join();
    }
    return calls.sum() * 1e9 / (System.nanoTime() - start);
  }
}
