package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.testing.Stubber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An error is known by its code, and by the name of its shape in the model. */
final class ErrorNamesTest {
  private static final ModelLoader MODELS = ModelLoader.builtIn();

  private final Recorder recorder = new Recorder();
  private final Session session = Sessions.with(recorder).build();

  @Test
  void is_ofEveryErrorOfEveryService_acceptsCodeAndShapeName() {
    int errors = 0;
    int different = 0;
    for (String service : MODELS.services()) {
      for (String version : MODELS.apiVersions(service)) {
        ServiceModel model = MODELS.find(service, version);
        for (StructureShape shape : errors(model)) {
          for (String made : List.of(shape.errorCode(), shape.name())) {
            ServiceException error =
                new ResponseFactory(model).error(model.operationNames().get(0), made, "no", 400);
            assertThat(error.code()).isEqualTo(made);
            assertThat(List.of(shape.errorCode(), shape.name()))
                .as("%s %s, made as %s", model, shape.name(), made)
                .allMatch(error::is)
                .allMatch(name -> error.is("No", name))
                .allMatch(error::hasCode);
            assertThat(error.is(shape.name() + "x", "")).isFalse();
          }
          errors++;
          different += shape.errorCode().equals(shape.name()) ? 0 : 1;
        }
      }
    }
    assertThat(errors).isGreaterThan(6_000);
    assertThat(different).isGreaterThan(450);
  }

  /** Sends the code that the service sends, in the service's protocol. */
  @Test
  void is_ofEveryErrorOfEveryService_acceptsBothWhenParsed() {
    Session fake =
        Session.builder()
            .environment(Map.of())
            .systemProperties(Map.of())
            .home(Path.of("no-such-home"))
            .region("eu-west-1")
            .credentials(Credentials.of("AKID", "secret"))
            .transport(recorder)
            .config(
                c ->
                    c.endpointUrl("http://127.0.0.1:1")
                        .maxAttempts(1)
                        .injectHostPrefix(false)
                        .parameterValidation(false))
            .build();
    int errors = 0;
    for (String service : MODELS.services()) {
      ServiceModel model = MODELS.find(service);
      OperationModel operation = withoutRequiredInput(model);
      if (operation == null || "bearer".equals(model.metadata().text("signatureVersion"))) {
        continue;
      }
      Client client = fake.client(service);
      String protocol = String.valueOf(model.metadata().text("protocol"));
      for (StructureShape shape : errors(model)) {
        recorder.answer(request -> answer(protocol, shape));
        ServiceException error =
            catchThrowableOfType(
                ServiceException.class, () -> client.call(operation.name(), Map.of()));
        assertThat(List.of(shape.errorCode(), shape.name()))
            .as("%s %s", model, shape.name())
            .allMatch(error::is);
        errors++;
      }
    }
    assertThat(errors).isGreaterThan(4_500);
  }

  private static List<StructureShape> errors(ServiceModel model) {
    List<StructureShape> errors = new ArrayList<>();
    for (String name : model.shapeNames()) {
      if (model.findShape(name) instanceof StructureShape shape && shape.isError()) {
        errors.add(shape);
      }
    }
    return errors;
  }

  private static OperationModel withoutRequiredInput(ServiceModel model) {
    for (String name : model.operationNames()) {
      OperationModel operation = model.operation(name);
      if (operation.eventOutput() == null
          && operation.eventInput() == null
          && (operation.input() == null || operation.input().requiredCount() == 0)) {
        return operation;
      }
    }
    return null;
  }

  /** Query protocols send codes; the others send the names of shapes, and headers the codes. */
  private static HttpResponse answer(String protocol, StructureShape shape) {
    String code = shape.errorCode();
    return switch (protocol) {
      case "query", "ec2", "rest-xml" ->
          Recorder.response(
              400, "<ErrorResponse><Error><Code>" + code + "</Code></Error></ErrorResponse>");
      default ->
          code.equals(shape.name())
              ? Recorder.response(400, "{\"__type\": \"com.x#" + code + "\"}")
              : Recorder.response(
                  400,
                  "{\"__type\": \"" + shape.name() + "\"}",
                  "x-amzn-query-error",
                  code + ";Sender");
    };
  }

  @ParameterizedTest
  @CsvSource({
    "iam, GetRole, NoSuchEntity, NoSuchEntityException",
    "rds, DescribeDBInstances, DBInstanceNotFound, DBInstanceNotFoundFault",
    "rds, StartDBInstance, InvalidDBInstanceState, InvalidDBInstanceStateFault",
    "ses, GetTemplate, TemplateDoesNotExist, TemplateDoesNotExistException",
    "s3, GetObject, NoSuchKey, NoSuchKey",
    "cloudwatch, GetDashboard, ResourceNotFound, DashboardNotFoundError",
  })
  void stubbedError_isItsCodeAndItsShape(
      String service, String operation, String code, String shape) {
    Stubber stubber = Stubber.of(session.client(service));
    for (String made : List.of(code, shape)) {
      ServiceException error = stubber.client().responses().error(operation, made, "no", 404);
      assertThat(error.is(code)).isTrue();
      assertThat(error.is(shape)).isTrue();
      assertThat(error.is("Other", shape)).isTrue();
      assertThat(error.is("Other")).isFalse();
    }
  }

  @Test
  void error_ofSqs_hasTheCodesOfBothProtocols() {
    recorder.answer(
        400,
        "{\"__type\": \"com.amazonaws.sqs#QueueDoesNotExist\", \"message\": \"no\"}",
        "x-amzn-query-error",
        "AWS.SimpleQueueService.NonExistentQueue;Sender");
    Client sqs = session.client("sqs");

    ServiceException error =
        catchThrowableOfType(
            ServiceException.class, () -> sqs.call("GetQueueUrl", Map.of("QueueName", "q")));

    assertThat(error.code()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
    assertThat(error.is("QueueDoesNotExist")).isTrue();
    assertThat(error.hasCode("AWS.SimpleQueueService.NonExistentQueue")).isTrue();
  }

  @Test
  void error_thatNoModelHas_isItsCodeAlone() {
    ServiceException error =
        session.client("dynamodb").responses().error("GetItem", "ExpiredToken", "no", 400);

    assertThat(error.is("ExpiredToken")).isTrue();
    assertThat(error.is("expiredtoken")).isFalse();
    assertThat(error.is("ExpiredTokenException", "Expired", "")).isFalse();
    assertThat(error.is(new String[0])).isFalse();
  }

  @Test
  void error_madeWithItsShapeName_hasMembers() {
    ServiceException error =
        session
            .client("ses")
            .responses()
            .error(
                "SendTemplatedEmail",
                "TemplateDoesNotExistException",
                "no",
                400,
                Map.of("TemplateName", "t"));

    assertThat(error.response().text("TemplateName")).isEqualTo("t");
    assertThat(error.is("TemplateDoesNotExist")).isTrue();
  }

  @Test
  void rethrowUnless_expected_returns() {
    ServiceException error =
        session.client("iam").responses().error("GetRole", "NoSuchEntity", "no", 404);

    assertThatCode(() -> error.rethrowUnless("NoSuchEntityException")).doesNotThrowAnyException();
    assertThatCode(() -> error.rethrowUnless("Other", "NoSuchEntity")).doesNotThrowAnyException();
  }

  @Test
  void rethrowUnless_unexpected_throwsTheSame() {
    ServiceException error =
        session.client("iam").responses().error("GetRole", "AccessDenied", "no", 403);

    assertThatThrownBy(() -> error.rethrowUnless("NoSuchEntity")).isSameAs(error);
    assertThatThrownBy(error::rethrowUnless).isSameAs(error);
  }

  @Test
  void deserialized_keepsItsNamesAndMessage() throws Exception {
    ServiceException error =
        session.client("rds").responses().error("StartDBInstance", "DBInstanceNotFound", "no", 404);

    ServiceException copy = copy(error);

    assertThat(copy.is("DBInstanceNotFound")).isTrue();
    assertThat(copy.is("DBInstanceNotFoundFault")).isTrue();
    assertThat(copy).hasMessage(error.getMessage());
    assertThat(copy.statusCode()).isEqualTo(404);
    assertThat(copy.attempts()).isEmpty();
    assertThatThrownBy(copy::response)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("response");
    assertThatThrownBy(copy::metadata).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void madeByHand_knowsTheCodeOfTheResponse() {
    ServiceException error =
        new ServiceException(
            "sqs",
            "SendMessage",
            "Old",
            "no",
            new MapStructure(
                Map.of("Error", new MapStructure(Map.of("QueryErrorCode", "QueueDoesNotExist")))),
            new ResponseMetadata(null, 400, Headers.empty(), List.of(), null));

    assertThat(error.is("Old")).isTrue();
    assertThat(error.is("QueueDoesNotExist")).isTrue();
    assertThat(error.is("Error")).isFalse();
  }

  private static ServiceException copy(ServiceException error) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(error);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (ServiceException) in.readObject();
    }
  }
}
