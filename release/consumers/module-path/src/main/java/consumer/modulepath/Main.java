package consumer.modulepath;

import com.sun.net.httpserver.HttpServer;
import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import io.boto4j.model.ServiceModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls DynamoDB, as a scripted server, from a named module. */
public final class Main {
  private static final String TARGET = "X-Amz-Target";

  private Main() {}

  /**
   * Runs the program; a wrong result is an exception.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException {
    expect("name of the module", "io.boto4j", Session.class.getModule().getName());
    expect(
        "exported internal package",
        false,
        Session.class.getModule().isExported("io.boto4j.internal.client"));

    List<String> targets = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          targets.add(exchange.getRequestHeaders().getFirst(TARGET));
          boolean found =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                  .contains("\"u-1\"");
          byte[] body =
              (found
                      ? "{\"Item\":{\"email\":{\"S\":\"ann@example.com\"}}}"
                      : "{\"__type\":\"ResourceNotFoundException\",\"message\":\"No such table\"}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
          exchange.sendResponseHeaders(found ? 200 : 400, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      Session session =
          Session.builder()
              .environment(Map.of())
              .home(emptyFolder())
              .region("eu-west-1")
              .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
              .build();
      URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      Client dynamodb =
          session.client("dynamodb", config -> config.endpointUrl(endpoint));
      ServiceModel model = dynamodb.model();
      expect("service id", "DynamoDB", model.serviceId());
      Response response = dynamodb.call("GetItem", parameters("u-1"));
      expect("e-mail", "ann@example.com", response.text("Item", "email", "S"));
      try {
        dynamodb.call("GetItem", parameters("u-2"));
        throw new IllegalStateException("A ServiceException was expected");
      } catch (ServiceException e) {
        expect("error", true, e.is("ResourceNotFoundException"));
      }
      expect(
          "requests",
          List.of("DynamoDB_20120810.GetItem", "DynamoDB_20120810.GetItem"),
          targets);
    } finally {
      server.stop(0);
    }
    System.out.println(
        "module path: " + Session.class.getModule() + " called DynamoDB on Java " + Runtime.version());
  }

  private static Map<String, Object> parameters(String id) {
    return Map.of("TableName", "users", "Key", Map.of("user_id", Map.of("S", id)));
  }

  private static Path emptyFolder() throws IOException {
    Path folder = Files.createTempDirectory("consumer");
    folder.toFile().deleteOnExit();
    return folder;
  }

  private static void expect(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException(what + ": expected " + expected + ", but found " + found);
    }
  }
}
