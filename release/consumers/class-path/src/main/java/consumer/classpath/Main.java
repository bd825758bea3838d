package consumer.classpath;

import com.sun.net.httpserver.HttpServer;
import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.ResponseStream;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.dynamodb.Table;
import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Calls S3, as a scripted server, and boto4j-local, from the class path. */
public final class Main {
  private Main() {}

  /**
   * Runs the program; a wrong result is an exception.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException {
    expect("named module", false, Session.class.getModule().isNamed());
    scriptedServer();
    local();
    System.out.println(
        "class path: called S3, DynamoDB and SQS on Java " + Runtime.version());
  }

  private static void scriptedServer() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean signed =
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                  .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/");
          byte[] body =
              ("GET " + exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(signed ? 200 : 403, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    Path home = Files.createTempDirectory("consumer");
    try {
      Session session =
          Session.builder()
              .environment(Map.of())
              .home(home)
              .region("eu-west-1")
              .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
              .build();
      URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      try (Client s3 = session.client("s3", config -> config.endpointUrl(endpoint));
          Client older = session.client("cloudfront", config -> config.apiVersion("2019-03-26"))) {
        Response response = s3.call("GetObject", Map.of("Bucket", "photos", "Key", "2026/a.jpg"));
        try (ResponseStream body = response.body("Body")) {
          expect(
              "body",
              "GET /photos/2026/a.jpg",
              new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
        // The text is in the jar with the classifier "docs", the version in that with "older".
        expect("documentation", true, s3.help("GetObject").contains("Retrieves an object"));
        expect("API version", "2019-03-26", older.model().apiVersion());
      }
    } finally {
      server.stop(0);
      Files.delete(home);
    }
  }

  private static void local() {
    try (LocalAws aws = LocalAws.start()) {
      Session session = aws.session();
      Client dynamodb = session.client("dynamodb");
      dynamodb.call(
          "CreateTable",
          Map.of(
              "TableName",
              "users",
              "BillingMode",
              "PAY_PER_REQUEST",
              "KeySchema",
              List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
              "AttributeDefinitions",
              List.of(Map.of("AttributeName", "id", "AttributeType", "S"))));
      Table users = Table.of(dynamodb, "users");
      users.put(Map.of("id", "u-1", "role", "admin"));
      Structure user = users.get("id", "u-1").orElseThrow();
      expect("role", "admin", user.text("role"));

      Client sqs = session.client("sqs");
      String queue = sqs.call("CreateQueue", Map.of("QueueName", "orders")).text("QueueUrl");
      sqs.call("SendMessage", Map.of("QueueUrl", queue, "MessageBody", "paid"));
      Response received = sqs.call("ReceiveMessage", Map.of("QueueUrl", queue));
      expect("message", "paid", received.structures("Messages").get(0).text("Body"));
    }
  }

  private static void expect(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException(what + ": expected " + expected + ", but found " + found);
    }
  }
}
