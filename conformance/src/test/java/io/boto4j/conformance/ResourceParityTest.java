package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.conformance.ResourceCase.Start;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.derived.ServiceResources;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.resource.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.smithy.model.node.Node;

/**
 * Compares the resources of boto4j with those of boto3: the definitions of every type, its names,
 * and for every action, batch action, collection, load operation, reference, sub-resource and
 * waiter the calls that arrive, their parameters, the resources that result, and the data.
 *
 * <p>Without python3 and boto3 nothing is compared. {@code -Dboto4j.oracle=sqs,ec2} compares some
 * services. {@code resource-exceptions.txt} lists the deliberate differences.
 */
final class ResourceParityTest {
  private static final List<String> SERVICES =
      List.of(
          "cloudformation", "cloudwatch", "dynamodb", "ec2", "glacier", "iam", "s3", "sns", "sqs");

  private static final ResourceExceptions EXCEPTIONS = new ResourceExceptions();

  @TempDir static Path folder;
  private static @Nullable RoundTripPeer peer;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    String missing = Oracle.missing("boto3");
    if (missing == null) {
      EXCEPTIONS.result().peer(Oracle.version("boto3"));
      peer =
          RoundTripPeer.start(
              Path.of(System.getProperty("boto4j.oracle.script")).resolveSibling("resources.py"),
              System.getProperty("boto4j.oracle.models"),
              folder);
    } else {
      System.out.println("resources: SKIPPED, nothing is compared with boto3, for " + missing);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (peer != null) {
      peer.close();
    }
  }

  @TestFactory
  List<DynamicTest> services() {
    List<DynamicTest> tests = new ArrayList<>();
    RoundTripPeer boto3 = peer;
    if (boto3 == null) {
      return tests;
    }
    Set<String> chosen = Set.of(System.getProperty("boto4j.oracle", "all").split(",", -1));
    List<String> services =
        chosen.contains("all") ? SERVICES : SERVICES.stream().filter(chosen::contains).toList();
    for (String service : services) {
      tests.add(dynamicTest("resources / " + service, () -> check(service, boto3)));
    }
    tests.add(dynamicTest("resources in all", EXCEPTIONS::print));
    if (services.equals(SERVICES)) {
      tests.add(dynamicTest("known exceptions", () -> assertThat(EXCEPTIONS.unused()).isEmpty()));
      tests.add(dynamicTest("the result", () -> EXCEPTIONS.result().write()));
    }
    return tests;
  }

  private static void check(String service, RoundTripPeer boto3) throws IOException {
    ServiceModel model = Objects.requireNonNull(ModelLoader.builtIn().find(service), service);
    List<String> operations = new ArrayList<>();
    for (String name : model.operationNames()) {
      if (model.operation(name).eventInput() == null) {
        operations.add(name);
      }
    }
    EXCEPTIONS.count("services");
    try (ResourceServer server = new ResourceServer(service, folder, operations)) {
      Map<?, ?> said =
          boto3.ask(
              Node.objectNode()
                  .withMember("service", service)
                  .withMember("endpoint", server.endpoint()));
      ResourceDefinitions theirs =
          ResourceDefinitions.parse("boto3", String.valueOf(said.get("definitions")));
      definitions(theirs, ServiceResources.of(model));
      Map<String, List<String>> attributes = names(theirs, server, boto3);
      steps(theirs, model, server, boto3, attributes);
    }
    assertThat(EXCEPTIONS.problems()).isEmpty();
  }

  private static void definitions(ResourceDefinitions theirs, ResourceDefinitions ours) {
    String service = theirs.service();
    difference(theirs.apiVersion(), ours.apiVersion(), service, "definitions", "version");
    Set<String> own = new TreeSet<>();
    ours.types().values().stream()
        .filter(each -> !each.isDerived())
        .forEach(each -> own.add(each.name()));
    Set<String> other = new TreeSet<>(theirs.types().keySet());
    difference(other, own, service, "definitions", "types");
    for (ResourceType each : types(theirs)) {
      EXCEPTIONS.count("types");
      EXCEPTIONS.result().count(service, "types", 1);
      boolean root = each.name().equals(ResourceType.SERVICE);
      ResourceType same = root ? ours.root() : ours.types().get(each.name());
      ResourceTypeDifference.of(each, Objects.requireNonNull(same, each.name()), theirs.types())
          .forEach((what, how) -> record(how, service, each.name(), "definition", what));
    }
  }

  /** Returns all types, and the service as the first one. */
  private static List<ResourceType> types(ResourceDefinitions definitions) {
    List<ResourceType> types = new ArrayList<>(definitions.types().values());
    types.add(0, definitions.root());
    return types;
  }

  private static void difference(Object theirs, Object ours, String... place) {
    record(theirs.equals(ours) ? null : "boto3 has " + theirs + ", boto4j " + ours, place);
  }

  private static void record(@Nullable String how, String... place) {
    EXCEPTIONS.count("facts of definitions");
    EXCEPTIONS.record(how, place);
  }

  /** Compares the names of each type, and returns those of its attributes in boto3. */
  private static Map<String, List<String>> names(
      ResourceDefinitions theirs, ResourceServer server, RoundTripPeer boto3) throws IOException {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    ServiceModel model = server.resource().client().model();
    Set<String> derived = new TreeSet<>();
    for (ResourceType each : ServiceResources.of(model).types().values()) {
      if (each.isDerived()) {
        derived.add(each.name());
      }
    }
    ResourceInputs inputs = new ResourceInputs(model);
    ResourceStarts starts = new ResourceStarts(theirs, inputs, server.answers());
    for (ResourceType each : types(theirs)) {
      Map<?, ?> names = boto3.ask(Node.objectNode().withMember("namesOf", each.name()));
      server.expect(starts.answers(each));
      Start start = starts.plain(each);
      Resource ours = new ResourceSteps(server.resource()).start(start);
      ResourceNames.differences(names, ours, derived)
          .forEach(
              (kind, how) -> EXCEPTIONS.record(how, theirs.service(), each.name(), "names", kind));
      for (String other : ResourceNames.texts(names.get("others"))) {
        String how = ResourceNames.has(ours, other) ? null : "boto4j lacks it";
        EXCEPTIONS.count("injected methods");
        EXCEPTIONS.record(how, theirs.service(), each.name(), "injected", other);
      }
      for (String kind : new String[] {"attributes", "batch actions"}) {
        ResourceNames.texts(names.get(kind)).forEach(name -> EXCEPTIONS.count(kind));
      }
      attributes.put(each.name(), ResourceNames.texts(names.get("attributes")));
    }
    return attributes;
  }

  private static void steps(
      ResourceDefinitions theirs,
      ServiceModel model,
      ResourceServer server,
      RoundTripPeer boto3,
      Map<String, List<String>> attributes)
      throws IOException {
    ResourceCheck check = new ResourceCheck(server, boto3, EXCEPTIONS);
    Set<String> steps = new TreeSet<>();
    for (ResourceType type : types(theirs)) {
      List<String> names = Objects.requireNonNull(attributes.get(type.name()));
      for (ResourceCase each : ResourceCases.of(theirs, model, type, server.answers(), names)) {
        check.check(theirs.service(), type.name(), each);
        EXCEPTIONS.count("cases");
        if (steps.add(type.name() + " " + each.step().title())) {
          EXCEPTIONS.count(each.step().kind() + " steps");
        }
      }
    }
  }
}
