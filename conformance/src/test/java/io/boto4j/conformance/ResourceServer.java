package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.local.LocalAws;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.resource.Resource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A service with given answers, which records its calls. */
final class ResourceServer implements AutoCloseable {
  private final LocalAws aws;
  private final Resource resource;
  private final RoundTripValues values;
  private final ResourceAnswers answers;
  private final List<Call> calls = new ArrayList<>();
  private Map<String, List<Map<String, Object>>> script = Map.of();

  /** A call as it arrived. */
  record Call(String operation, Map<String, Object> input) {}

  ResourceServer(String service, Path home, List<String> operations) {
    Credentials credentials = Credentials.of("AKIDEXAMPLE", "secret");
    LocalAws.Builder builder =
        // No engine answers for a service with the same endpoint.
        LocalAws.builder().rootCredentials(credentials).services("sts");
    operations.forEach(name -> builder.on(service, name, this::handle));
    this.aws = builder.start();
    Client client =
        Session.builder()
            .environment(Map.of("AWS_MAX_ATTEMPTS", "1"))
            .home(home)
            .region("us-east-1")
            .credentials(credentials)
            .uuids(() -> new UUID(0, 1))
            .transport(aws.transport())
            .build()
            .client(service);
    this.resource = Resource.of(client);
    this.values = new RoundTripValues(client.model());
    this.answers = new ResourceAnswers(client.model());
  }

  private synchronized Map<String, ?> handle(EngineCall call) {
    String name = call.operation();
    long earlier = calls.stream().filter(each -> each.operation().equals(name)).count();
    Map<String, Object> input =
        values.input(resource.client().model().operation(name), call.input());
    // It has the time, and the address of the server, which boto4j does not use.
    input.replace("PresignedUrl", "presigned");
    calls.add(new Call(name, input));
    List<Map<String, Object>> known = script.getOrDefault(name, List.of());
    return known.isEmpty()
        ? answers.full(name, List.of())
        : known.get((int) Math.min(earlier, known.size() - 1));
  }

  /** The service as a resource of boto4j. */
  Resource resource() {
    return resource;
  }

  ResourceAnswers answers() {
    return answers;
  }

  String endpoint() {
    return aws.endpoint().toString();
  }

  /** Sets the answers to the calls of each operation, in order, and forgets earlier calls. */
  synchronized void expect(Map<String, List<Map<String, Object>>> next) {
    script = next;
    calls.clear();
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    aws.close();
  }
}
