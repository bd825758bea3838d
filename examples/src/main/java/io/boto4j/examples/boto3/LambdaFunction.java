package io.boto4j.examples.boto3;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Creates a function from a ZIP file in memory, invokes it, and lists the functions. */
class LambdaFunction {
  public static void main(String[] args) throws IOException {
    var session = Session.create();
    var trust = Map.of("Version", "2012-10-17", "Statement", List.of(Map.of(
        "Effect", "Allow", "Principal", Map.of("Service", "lambda.amazonaws.com"), "Action", "sts:AssumeRole")));
    var role = session.client("iam").call("CreateRole",
        Params.of("RoleName", "plus-one-role", "AssumeRolePolicyDocument", Json.write(trust)));

    var code = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(code)) {
      zip.putNextEntry(new ZipEntry("handler.py"));
      zip.write("def handler(event, context): return event['x'] + 1\n".getBytes(StandardCharsets.UTF_8));
    }
    var lambda = session.client("lambda");
    var function = lambda.call("CreateFunction", Params.of(
        "FunctionName", "plus-one",
        "Description", "adds one",
        "Runtime", "python3.12",
        "Role", role.text("Role", "Arn"),
        "Handler", "handler.handler",
        "Code", Map.of("ZipFile", code.toByteArray()),
        "Environment", Map.of("Variables", Map.of("LEVEL", "debug")),
        "Publish", true));
    System.out.println(function.text("FunctionArn"));
    lambda.waiter("FunctionActiveV2").await(Params.of("FunctionName", "plus-one"));

    var response = lambda.call("Invoke", Params.of(
        "FunctionName", "plus-one",
        "Payload", Json.write(Map.of("x", 41))));
    System.out.println(response.integer("StatusCode") + " " + response.getOrDefault("FunctionError", "without error"));
    System.out.println("41 + 1 is " + Json.read(response.body("Payload").text()));

    for (var each : lambda.items("ListFunctions")) {
      System.out.println(each.text("FunctionName") + " (" + each.text("Description") + ") runs "
          + each.text("Handler") + " with " + each.text("Runtime"));
      System.out.println("LEVEL=" + each.text("Environment", "Variables", "LEVEL"));
    }
    try {
      lambda.call("Invoke", Params.of("FunctionName", "nobody", "Payload", "{}"));
    } catch (ServiceException e) {
      e.rethrowUnless("ResourceNotFoundException");
      System.out.println(e.code());
    }
  }
}
