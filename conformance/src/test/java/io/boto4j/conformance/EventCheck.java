package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.conformance.RecordingTransport.Sent;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.eventstream.FrameReader;
import io.boto4j.model.Member;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.EventStreamIndex;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.protocoltests.traits.TestFailureExpectation;
import software.amazon.smithy.protocoltests.traits.eventstream.Event;
import software.amazon.smithy.protocoltests.traits.eventstream.EventStreamTestCase;
import software.amazon.smithy.protocoltests.traits.eventstream.EventType;

/** Makes a case's call and compares the events sent and received with the expected ones. */
final class EventCheck {
  private final Model model;
  private final SuiteClients clients;
  private final ParamValues values;

  EventCheck(Model model, SuiteClients clients) {
    this.model = model;
    this.clients = clients;
    this.values = new ParamValues(model);
  }

  /** Returns the problems; empty if there are none. */
  List<String> problems(ServiceShape service, OperationShape operation, EventStreamTestCase each) {
    Client client = clients.client(service, "example.com", true);
    String name = operation.getId().getName(service);
    respond(each);
    List<String> problems = new ArrayList<>();
    TestFailureExpectation failure = each.getExpectation().getFailure().orElse(null);
    try {
      Response response = client.call(name, input(client, operation, name, each));
      List<Structure> events = new ArrayList<>();
      Member stream = client.model().operation(name).eventOutput();
      if (stream != null) {
        response.eventStream(stream.name()).forEach(events::add);
      }
      if (failure != null) {
        problems.add("expected a failure, but the events are " + events);
      }
      output(problems, operation, each, response);
      received(problems, operation, each, events);
    } catch (Boto4jException e) {
      failed(problems, each, failure, e);
    }
    sent(problems, each);
    return problems;
  }

  private void respond(EventStreamTestCase each) {
    ObjectNode head = each.getInitialResponse().orElse(Node.objectNode());
    Map<String, String> headers = new LinkedHashMap<>();
    head.getObjectMember("headers")
        .ifPresent(
            all ->
                all.getStringMap()
                    .forEach(
                        (key, value) -> headers.put(key, value.expectStringNode().getValue())));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.getStringMemberOrDefault("body", "").getBytes(StandardCharsets.UTF_8));
    for (Event event : events(each, EventType.RESPONSE)) {
      body.writeBytes(event.getBytes().orElseThrow());
    }
    clients
        .transport()
        .respond(
            head.getNumberMemberOrDefault("code", 200).intValue(),
            Headers.of(headers),
            body.toByteArray());
  }

  private Map<String, Object> input(
      Client client, OperationShape operation, String name, EventStreamTestCase each) {
    Shape shape = model.expectShape(operation.getInputShape());
    Map<String, Object> input = new LinkedHashMap<>();
    if (shape.getMember("initialRequestMember").isPresent()) {
      input.put("initialRequestMember", "any");
    }
    each.getInitialRequestParams().ifPresent(own -> input.putAll(values.structure(shape, own)));
    Member stream = client.model().operation(name).eventInput();
    if (stream != null) {
      Shape union =
          EventStreamIndex.of(model).getInputInfo(operation).orElseThrow().getEventStreamTarget();
      List<Map<String, Object>> events = new ArrayList<>();
      for (Event event : events(each, EventType.REQUEST)) {
        events.add(values.structure(union, event.getParams().orElseThrow()));
      }
      input.put(stream.name(), events);
    }
    return input;
  }

  private static List<Event> events(EventStreamTestCase each, EventType type) {
    return each.getEvents().stream().filter(event -> event.getType() == type).toList();
  }

  private void output(
      List<String> problems, OperationShape operation, EventStreamTestCase each, Response actual) {
    ObjectNode expected = each.getInitialResponseParams().orElse(null);
    if (expected != null) {
      Map<String, Object> wanted =
          values.structure(model.expectShape(operation.getOutputShape()), expected);
      wanted.forEach(
          (key, value) -> {
            if (!value.equals(actual.get(key))) {
              problems.add("expected " + key + " " + value + " in " + actual);
            }
          });
    }
  }

  private void received(
      List<String> problems,
      OperationShape operation,
      EventStreamTestCase each,
      List<Structure> actual) {
    List<Object> expected = new ArrayList<>();
    for (Event event : events(each, EventType.RESPONSE)) {
      Shape union =
          EventStreamIndex.of(model).getOutputInfo(operation).orElseThrow().getEventStreamTarget();
      expected.add(values.structure(union, event.getParams().orElseThrow()));
    }
    if (!Trees.same(expected, actual)) {
      problems.add("expected the events " + Trees.text(expected) + " but they are " + actual);
    }
  }

  private static void failed(
      List<String> problems,
      EventStreamTestCase each,
      TestFailureExpectation expected,
      Boto4jException actual) {
    ShapeId error = expected == null ? null : expected.getErrorId().orElse(null);
    if (expected == null) {
      problems.add("failed with " + actual);
    } else if (error != null && !(actual instanceof ServiceException)) {
      problems.add("expected the error " + error + " but it is " + actual);
    } else if (error != null && each.getInitialResponse().isPresent()) {
      String code = ((ServiceException) actual).code();
      if (!code.equals(error.getName())) {
        problems.add("expected the error " + error + " but it is " + code);
      }
    }
  }

  private void sent(List<String> problems, EventStreamTestCase each) {
    Sent sent = clients.transport().sent();
    if (sent == null) {
      problems.add("nothing was sent");
      return;
    }
    each.getInitialRequest().ifPresent(head -> head(problems, head, sent));
    List<Event> expected = events(each, EventType.REQUEST);
    if (expected.isEmpty()) {
      return;
    }
    List<EventMessage> signed = messages(sent.body());
    if (signed.size() != expected.size() + 1) {
      problems.add("expected " + expected.size() + " events and an end, but sent are " + signed);
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      EventMessage wanted = messages(expected.get(i).getBytes().orElseThrow()).get(0);
      EventMessage inner = messages(signed.get(i).payload()).get(0);
      if (!Trees.same(wanted.headers(), inner.headers()) || !types(wanted).equals(types(inner))) {
        problems.add("expected " + wanted.headers() + " but sent are " + inner.headers());
      }
      String difference =
          Bodies.difference(
              wanted.payload(), inner.payload(), expected.get(i).getBodyMediaType().orElse(null));
      if (difference != null) {
        problems.add(difference);
      }
    }
  }

  /** Returns the types of the headers, which are part of the frame: a byte is not an integer. */
  private static Map<String, Class<?>> types(EventMessage message) {
    Map<String, Class<?>> types = new LinkedHashMap<>();
    message.headers().forEach((name, value) -> types.put(name, value.getClass()));
    return types;
  }

  private static void head(List<String> problems, ObjectNode expected, Sent sent) {
    if (!expected.expectStringMember("method").getValue().equals(sent.method())
        || !expected.expectStringMember("uri").getValue().equals(sent.uri().getRawPath())) {
      problems.add(
          "expected "
              + Node.printJson(expected)
              + " but it is "
              + sent.method()
              + " "
              + sent.uri());
    }
    expected
        .getObjectMember("headers")
        .ifPresent(
            headers ->
                headers
                    .getStringMap()
                    .forEach(
                        (key, value) -> {
                          String actual = sent.headers().first(key);
                          if (!value.expectStringNode().getValue().equals(actual)) {
                            problems.add("expected the header " + key + " but it is " + actual);
                          }
                        }));
  }

  private static List<EventMessage> messages(byte[] bytes) {
    FrameReader reader = new FrameReader(new ByteArrayInputStream(bytes));
    List<EventMessage> messages = new ArrayList<>();
    try {
      for (EventMessage next = reader.next(); next != null; next = reader.next()) {
        messages.add(next);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messages;
  }
}
