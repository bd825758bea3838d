package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.EventStream;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.local.LocalAws;
import io.boto4j.local.Signatures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.model.OperationModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All operations of one service, which verifies signatures, and whose inputs and outputs must
 * survive the way from a client to boto4j-local and back.
 */
final class RoundTrip implements AutoCloseable {
  private final LocalAws aws;
  private final Client client;
  private final RoundTripValues values;
  private Map<String, Object> output = Map.of();
  private String expected = "";
  private @Nullable EngineCall received;
  private Map<String, Object> receivedInput = Map.of();

  /** An exchange of generated values. */
  record Exchange(
      String kind,
      OperationModel operation,
      Map<String, Object> input,
      Map<String, Object> output) {}

  RoundTrip(String service, Path home, List<String> operations) {
    Credentials credentials = Credentials.of("AKIDEXAMPLE", "secret");
    LocalAws.Builder builder =
        LocalAws.builder()
            .signatures(Signatures.ENFORCE)
            .rootCredentials(credentials)
            // No engine answers for a service with the same endpoint: RDS has that of DocumentDB.
            .services("sts");
    operations.forEach(name -> builder.on(service, name, this::handle));
    this.aws = builder.start();
    this.client =
        Session.builder()
            .environment(
                Map.of("AWS_MAX_ATTEMPTS", "1", "AWS_BEARER_TOKEN_" + variable(service), "token"))
            .home(home)
            .region("us-east-1")
            .credentials(credentials)
            .uuids(() -> new UUID(0, 1))
            .transport(aws.transport())
            .build()
            .client(service);
    this.values = new RoundTripValues(client.model());
  }

  /** Returns the name of a service in environment variables. */
  static String variable(String service) {
    return service.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private Map<String, ?> handle(EngineCall call) {
    received = call;
    // Streams can be read only until the response is sent.
    Map<String, Object> read = new LinkedHashMap<>();
    if (Trees.withoutStreams(call.input()) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> read.put(String.valueOf(name), value));
    }
    receivedInput = read;
    return call.operation().equals(expected) ? output : Map.of();
  }

  Client client() {
    return client;
  }

  String endpoint() {
    return aws.endpoint().toString();
  }

  /** Makes a call with boto4j, and returns the differences by part. */
  Map<String, String> ours(Exchange exchange) {
    prepare(exchange);
    Map<String, Object> said = new LinkedHashMap<>();
    try {
      Map<String, Object> result =
          new LinkedHashMap<>(client.call(exchange.operation().name(), exchange.input()));
      result.replaceAll(
          (name, value) -> value instanceof EventStream events ? list(events) : value);
      said.put("result", result);
    } catch (RuntimeException e) {
      said.put("failure", e.toString());
    }
    return differences(exchange, said);
  }

  private static List<Object> list(EventStream events) {
    List<Object> list = new ArrayList<>();
    events.forEach(list::add);
    return list;
  }

  /** Makes a call with boto3, and returns the differences by part. */
  Map<String, String> theirs(Exchange exchange, RoundTripPeer peer) throws IOException {
    prepare(exchange);
    return differences(exchange, peer.call(exchange.operation().name(), exchange.input()));
  }

  private void prepare(Exchange exchange) {
    output = values.sendable(exchange.operation(), exchange.output());
    expected = exchange.operation().name();
    received = null;
    receivedInput = Map.of();
  }

  private Map<String, String> differences(Exchange exchange, Map<?, ?> said) {
    Map<String, String> differences = new LinkedHashMap<>();
    OperationModel operation = exchange.operation();
    EngineCall call = received;
    if (call == null) {
      differences.put("arrival", "no operation was called: " + said);
      return differences;
    }
    if (!call.operation().equals(operation.name())) {
      differences.put("operation", call.operation() + " was called");
      return differences;
    }
    String input =
        Trees.difference(
            values.input(operation, exchange.input()), values.input(operation, receivedInput));
    if (input != null) {
      differences.put("input", input);
    }
    if (!(said.get("result") instanceof Map<?, ?> result)) {
      differences.put("outcome", String.valueOf(said));
      return differences;
    }
    String back =
        Trees.difference(values.expected(operation, output), values.received(operation, result));
    if (back != null) {
      differences.put("output", back);
    }
    return differences;
  }

  @Override
  public void close() {
    aws.close();
  }
}
