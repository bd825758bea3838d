package io.boto4j.local;

import io.boto4j.Client;
import io.boto4j.Session;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes until it is killed, and prints the number of each round that was acknowledged. */
final class DurableWriter {
  /** Larger than what S3 keeps beside its objects' names, so that it is in a file. */
  static final int LARGE = 200_000;

  private DurableWriter() {}

  public static void main(String[] args) {
    LocalAws aws = LocalAws.builder().data(Path.of(args[0])).start();
    Session session = aws.session();
    Client dynamodb = session.client("dynamodb");
    Client sqs = session.client("sqs");
    Client s3 = session.client("s3");
    String queue = sqs.call("GetQueueUrl", Map.of("QueueName", "q")).text("QueueUrl");
    for (int i = Integer.parseInt(args[1]); ; i++) {
      dynamodb.call(
          "PutItem",
          Map.of("TableName", "writes", "Item", Map.of("id", Map.of("S", String.valueOf(i)))));
      dynamodb.call(
          "TransactWriteItems", Map.of("TransactItems", List.of(add("a", -1), add("b", 1))));
      sqs.call("SendMessage", Map.of("QueueUrl", queue, "MessageBody", String.valueOf(i)));
      s3.call(
          "PutObject", Map.of("Bucket", "objects", "Key", String.valueOf(i), "Body", content(i)));
      System.out.println(i);
    }
  }

  static byte[] content(int number) {
    byte[] content = new byte[number % 4 == 0 ? LARGE : 100];
    Arrays.fill(content, (byte) number);
    return content;
  }

  private static Map<String, Object> add(String account, int amount) {
    return Map.of(
        "Update",
        Map.of(
            "TableName",
            "writes",
            "Key",
            Map.of("id", Map.of("S", account)),
            "UpdateExpression",
            "ADD amount :n",
            "ExpressionAttributeValues",
            Map.of(":n", Map.of("N", String.valueOf(amount)))));
  }
}
