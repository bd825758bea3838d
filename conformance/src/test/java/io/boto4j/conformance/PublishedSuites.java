package io.boto4j.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.OperationIndex;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestsTrait;

/** The cases in the artifact {@code smithy-aws-protocol-tests} and similar ones, for one side. */
final class PublishedSuites {
  private final Model model;
  private final AppliesTo side;

  private PublishedSuites(Model model, AppliesTo side) {
    this.model = model;
    this.side = side;
  }

  /** A case of an operation of a service; for a response also the shape of the result. */
  sealed interface Case {
    ServiceShape service();

    OperationShape operation();

    HttpMessageTestCase test();

    /** Returns the case's name, unique in its protocol: requests and responses share ids. */
    default String id() {
      return test().getId() + (this instanceof RequestCase ? " (request)" : " (response)");
    }
  }

  /** The request that a call with {@code params} must send. */
  record RequestCase(ServiceShape service, OperationShape operation, HttpRequestTestCase test)
      implements Case {}

  /** The result to which a response must be parsed: the operation's output, or an error. */
  record ResponseCase(
      ServiceShape service, OperationShape operation, Shape shape, HttpResponseTestCase test)
      implements Case {}

  /** A request that a server must reject with {@code test}'s response. */
  record MalformedCase(
      ServiceShape service, OperationShape operation, HttpMalformedRequestTestCase test) {}

  /** Reads all suites for clients on the class path, which takes a second or two. */
  static PublishedSuites load() {
    return load(AppliesTo.CLIENT);
  }

  /** Reads all suites for one side. */
  static PublishedSuites load(AppliesTo side) {
    return new PublishedSuites(
        Model.assembler(PublishedSuites.class.getClassLoader())
            .discoverModels(PublishedSuites.class.getClassLoader())
            .assemble()
            .unwrap(),
        side);
  }

  Model model() {
    return model;
  }

  /** Returns the cases of a protocol by service, in the model's order. */
  Map<ServiceShape, List<Case>> cases(WireProtocol protocol) {
    Map<ServiceShape, List<Case>> cases = new LinkedHashMap<>();
    for (ServiceShape service : new TreeSet<>(model.getServiceShapes())) {
      List<Case> found = protocol.isSpokenBy(service) ? cases(protocol, service) : List.of();
      if (!found.isEmpty()) {
        cases.put(service, found);
      }
    }
    return cases;
  }

  /** Returns the malformed requests of a protocol by service. */
  Map<ServiceShape, List<MalformedCase>> malformed(WireProtocol protocol) {
    Map<ServiceShape, List<MalformedCase>> cases = new LinkedHashMap<>();
    for (ServiceShape service : new TreeSet<>(model.getServiceShapes())) {
      if (protocol.isSpokenBy(service)) {
        List<MalformedCase> found = malformed(protocol, service);
        if (!found.isEmpty()) {
          cases.put(service, found);
        }
      }
    }
    return cases;
  }

  private List<MalformedCase> malformed(WireProtocol protocol, ServiceShape service) {
    List<MalformedCase> cases = new ArrayList<>();
    for (OperationShape operation : TopDownIndex.of(model).getContainedOperations(service)) {
      operation
          .getTrait(HttpMalformedRequestTestsTrait.class)
          .ifPresent(
              tests ->
                  tests.getTestCases().stream()
                      .filter(test -> test.getProtocol().equals(protocol.trait()))
                      .forEach(test -> cases.add(new MalformedCase(service, operation, test))));
    }
    return cases;
  }

  private List<Case> cases(WireProtocol protocol, ServiceShape service) {
    Map<String, Case> cases = new LinkedHashMap<>();
    // An error's cases occur again with each operation that has the error.
    Consumer<Case> add =
        each -> {
          if (each.test().getProtocol().equals(protocol.trait())) {
            cases.putIfAbsent(each.id(), each);
          }
        };
    OperationIndex index = OperationIndex.of(model);
    for (OperationShape operation : TopDownIndex.of(model).getContainedOperations(service)) {
      operation
          .getTrait(HttpRequestTestsTrait.class)
          .ifPresent(
              tests ->
                  tests
                      .getTestCasesFor(AppliesTo.CLIENT)
                      .forEach(test -> add.accept(new RequestCase(service, operation, test))));
      Shape output = index.expectOutputShape(operation);
      responses(operation)
          .forEach(test -> add.accept(new ResponseCase(service, operation, output, test)));
      for (StructureShape error : index.getErrors(service, operation)) {
        responses(error)
            .forEach(test -> add.accept(new ResponseCase(service, operation, error, test)));
      }
    }
    return new ArrayList<>(cases.values());
  }

  private List<HttpResponseTestCase> responses(Shape bearer) {
    return bearer
        .getTrait(HttpResponseTestsTrait.class)
        .map(tests -> tests.getTestCasesFor(side))
        .orElse(List.of());
  }
}
