package io.boto4j.examples.generated;

import io.boto4j.Json;
import io.boto4j.Session;
import io.boto4j.Structures;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.iam.CreateRoleRequest;
import io.boto4j.examples.generated.iam.Iam;
import io.boto4j.examples.generated.lambda.CreateFunctionRequest;
import io.boto4j.examples.generated.lambda.Environment;
import io.boto4j.examples.generated.lambda.FunctionCode;
import io.boto4j.examples.generated.lambda.GetFunctionRequest;
import io.boto4j.examples.generated.lambda.InvokeRequest;
import io.boto4j.examples.generated.lambda.Lambda;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Creates a function from a ZIP file in memory, invokes it, and lists the functions. */
class LambdaFunction {
  public static void main(String[] args) throws IOException {
    var session = Session.create();
    var trust = Map.of("Version", "2012-10-17", "Statement", List.of(Map.of(
        "Effect", "Allow", "Principal", Map.of("Service", "lambda.amazonaws.com"), "Action", "sts:AssumeRole")));
    var iam = Iam.of(session.client("iam"));
    var role = iam.createRole(CreateRoleRequest.of("plus-one-role", Json.write(trust))).role();

    var code = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(code)) {
      zip.putNextEntry(new ZipEntry("handler.py"));
      zip.write("def handler(event, context): return event['x'] + 1\n".getBytes(StandardCharsets.UTF_8));
    }
    var lambda = Lambda.of(session.client("lambda"));
    var zipFile = FunctionCode.of().zipFile(code.toByteArray());
    var function = lambda.createFunction(CreateFunctionRequest.of("plus-one", role.arn(), zipFile)
        .description("adds one")
        .runtime("python3.12")
        .handler("handler.handler")
        .environment(Environment.of().variables(Map.of("LEVEL", "debug")))
        .publish(true));
    System.out.println(function.functionArn());
    lambda.awaitFunctionActiveV2(GetFunctionRequest.of("plus-one"));

    var event = Json.write(Map.of("x", 41)).getBytes(StandardCharsets.UTF_8);
    var response = lambda.invoke(InvokeRequest.of("plus-one").payload(event));
    System.out.println(response.statusCode() + " "
        + Optional.ofNullable(response.functionError()).orElse("without error"));
    System.out.println("41 + 1 is " + Json.read(Structures.of(response.members()).body("Payload").text()));

    for (var each : lambda.listFunctionsItems()) {
      System.out.println(each.functionName() + " (" + each.description() + ") runs " + each.handler() + " with "
          + each.runtime());
      System.out.println("LEVEL=" + each.environment().variables().get("LEVEL"));
    }
    try {
      lambda.invoke(InvokeRequest.of("nobody"));
    } catch (ServiceException e) {
      e.rethrowUnless("ResourceNotFoundException");
      System.out.println(e.code());
    }
  }
}
