package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.model.codec.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.ServiceShape;

/**
 * The clients of a protocol's services, whose models are written to a folder in botocore's layout.
 */
final class SuiteClients {
  /** The idempotency token that the suites expect. */
  private static final UUID TOKEN = UUID.fromString("00000000-0000-4000-8000-000000000000");

  private final RecordingTransport transport = new RecordingTransport();
  private final Map<String, Client> clients = new HashMap<>();
  private final Session session;
  private final Model model;
  private final WireProtocol protocol;
  private final Path folder;
  private final Path home;

  SuiteClients(Model model, WireProtocol protocol, Path home) {
    this.model = model;
    this.protocol = protocol;
    this.home = home;
    this.folder = home.resolve(protocol.suite());
    this.session =
        Session.builder()
            // No case tests retries, and tests do not wait for them.
            .environment(Map.of("AWS_MAX_ATTEMPTS", "1"))
            .home(home)
            .dataPath(folder)
            .region("us-west-2")
            .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
            .clock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))
            .uuids(() -> TOKEN)
            .transport(transport)
            .build();
  }

  RecordingTransport transport() {
    return transport;
  }

  /**
   * Returns a client, with or without validation of its input.
   *
   * @throws io.boto4j.error.UnsupportedProtocolException if boto4j does not support the protocol
   */
  Client client(ServiceShape service, String host, boolean validates) {
    return clients.computeIfAbsent(
        service.getId() + " " + host + " " + validates, key -> make(service, host, validates));
  }

  /**
   * Returns a client of the real S3, including its endpoint rules, with the settings of a case on
   * host names.
   *
   * @param settings the case's {@code scopedConfig.client}
   */
  Client s3(ObjectNode settings) {
    ObjectNode s3 = settings.getObjectMember("s3").orElse(Node.objectNode());
    return Session.builder()
        .environment(Map.of())
        .home(home)
        .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
        .transport(transport)
        .build()
        .client(
            "s3",
            c ->
                c.region(settings.getStringMemberOrDefault("region", "us-west-2"))
                    .useDualstackEndpoint(
                        s3.getBooleanMemberOrDefault("use_dualstack_endpoint", false))
                    .s3(
                        o ->
                            o.addressingStyle(
                                    s3.getStringMemberOrDefault("addressing_style", "auto"))
                                .useAccelerateEndpoint(
                                    s3.getBooleanMemberOrDefault(
                                        "use_accelerate_endpoint", false))));
  }

  private Client make(ServiceShape service, String host, boolean validates) {
    String name = SmithyModels.folder(service);
    write(name, service);
    session.reloadModels();
    return session.client(
        name,
        c ->
            c.apiVersion(service.getVersion())
                .endpointUrl("https://" + host)
                .parameterValidation(validates));
  }

  private void write(String name, ServiceShape service) {
    write(SmithyModels.convert(model, service, protocol), folder, name, service);
  }

  /** Writes the model of a service to a folder in botocore's layout. */
  static void write(Map<String, Object> tree, Path folder, String name, ServiceShape service) {
    try {
      Path version = folder.resolve(name).resolve(service.getVersion());
      Files.createDirectories(version);
      Files.write(
          version.resolve("service-2.json"), new JsonWriter().value((Object) tree).toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
