package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.conformance.PublishedSuites.ResponseCase;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.model.OperationModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.smithy.aws.traits.protocols.AwsQueryErrorTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.node.StringNode;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;

/** Makes a call with a case's response and compares the result with the case's values. */
final class ResponseCheck {
  private final Model model;
  private final SuiteClients clients;
  private final WireProtocol protocol;

  ResponseCheck(Model model, SuiteClients clients, WireProtocol protocol) {
    this.model = model;
    this.clients = clients;
    this.protocol = protocol;
  }

  /** Returns the problems; empty if there are none. */
  List<String> problems(ResponseCase each) {
    HttpResponseTestCase test = each.test();
    String name = each.operation().getId().getName(each.service());
    Client client = clients.client(each.service(), "example.com", true);
    OperationModel operation = client.model().operation(name);
    Map<String, Object> input = SampleValues.minimal().input(operation);
    byte[] body = Bodies.bytes(test.getBody().orElse(""), test.getBodyMediaType().orElse(null));
    clients.transport().respond(test.getCode(), Headers.of(test.getHeaders()), body);
    Map<String, Object> expected = new ParamValues(model).structure(each.shape(), test.getParams());
    // In a structure, null and absent are equivalent.
    expected.values().removeIf(Objects::isNull);
    List<String> problems = new ArrayList<>();
    if (!each.shape().hasTrait("smithy.api#error")) {
      values(problems, expected, client.call(name, input));
      return problems;
    }
    try {
      problems.add("expected an error, but the response is " + client.call(name, input));
    } catch (ServiceException e) {
      error(problems, each, expected, e);
    }
    return problems;
  }

  private void error(
      List<String> problems,
      ResponseCase each,
      Map<String, Object> expected,
      ServiceException actual) {
    String code =
        each.test()
            .getVendorParams()
            .getStringMember("code")
            .map(StringNode::getValue)
            .orElse(codeOf(each));
    if (!actual.is(code)) {
      problems.add("expected the error code " + code + " but it is " + actual.code());
    }
    if (actual.statusCode() != each.test().getCode()) {
      problems.add("expected the status " + each.test().getCode() + ": " + actual.statusCode());
    }
    Map<String, Object> members = new LinkedHashMap<>(actual.response());
    Object error = members.remove("Error");
    each.test()
        .getVendorParams()
        .getStringMember("type")
        .ifPresent(
            type -> {
              if (!(error instanceof Map<?, ?> map) || !type.getValue().equals(map.get("Type"))) {
                problems.add("expected the error's type " + type.getValue() + " in " + error);
              }
            });
    // boto3 puts its other data on a response next to the members.
    members.keySet().removeIf(name -> each.shape().getMember(name).isEmpty());
    values(problems, expected, members);
  }

  private String codeOf(ResponseCase each) {
    if (protocol == WireProtocol.AWS_QUERY) {
      AwsQueryErrorTrait query = each.shape().getTrait(AwsQueryErrorTrait.class).orElse(null);
      if (query != null) {
        return query.getCode();
      }
    }
    return each.shape().getId().getName(each.service());
  }

  private static void values(
      List<String> problems, Map<String, Object> expected, Map<String, ?> actual) {
    Object plain = Trees.withoutStreams(actual);
    if (!Trees.same(expected, plain)) {
      problems.add(
          "expected the values\n" + Trees.text(expected) + "\nbut they are\n" + Trees.text(plain));
    }
  }
}
