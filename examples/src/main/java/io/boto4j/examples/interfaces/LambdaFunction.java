package io.boto4j.examples.interfaces;

import io.boto4j.Json;
import io.boto4j.ResponseStream;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Await;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Creates a function from a ZIP file in memory, invokes it, and lists the functions. */
class LambdaFunction {
  record Code(ByteBuffer zipFile) {}

  record Environment(Map<String, String> variables) {}

  record NewFunction(String functionName, String description, String runtime, String role, String handler, Code code,
      Environment environment, boolean publish) {}

  record Function(String functionName, String description, String runtime, String handler, Environment environment) {}

  record Invocation(int statusCode, Optional<String> functionError, ResponseStream payload) {}

  @Service("iam")
  interface Iam {
    @Operation("CreateRole") @Result("Role.Arn")
    String createRole(@Param("RoleName") String name, @Param("AssumeRolePolicyDocument") String trust);
  }

  @Service("lambda")
  interface Lambda {
    @Operation("CreateFunction") @Result("FunctionArn") String create(NewFunction function);

    @Await("FunctionActiveV2") void awaitActive(@Param("FunctionName") String function);

    @Operation("Invoke") Invocation invoke(@Param("FunctionName") String function, @Param("Payload") String event);

    @Operation("ListFunctions") Iterable<Function> functions();
  }

  public static void main(String[] args) throws IOException {
    var session = Session.create();
    var trust = Map.of("Version", "2012-10-17", "Statement", List.of(Map.of(
        "Effect", "Allow", "Principal", Map.of("Service", "lambda.amazonaws.com"), "Action", "sts:AssumeRole")));
    var role = Typed.of(session, Iam.class).createRole("plus-one-role", Json.write(trust));

    var code = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(code)) {
      zip.putNextEntry(new ZipEntry("handler.py"));
      zip.write("def handler(event, context): return event['x'] + 1\n".getBytes(StandardCharsets.UTF_8));
    }
    var lambda = Typed.of(session, Lambda.class);
    System.out.println(lambda.create(new NewFunction("plus-one", "adds one", "python3.12", role, "handler.handler",
        new Code(ByteBuffer.wrap(code.toByteArray())), new Environment(Map.of("LEVEL", "debug")), true)));
    lambda.awaitActive("plus-one");

    var response = lambda.invoke("plus-one", Json.write(Map.of("x", 41)));
    System.out.println(response.statusCode() + " " + response.functionError().orElse("without error"));
    System.out.println("41 + 1 is " + Json.read(response.payload().text()));

    for (var each : lambda.functions()) {
      System.out.println(each.functionName() + " (" + each.description() + ") runs " + each.handler() + " with "
          + each.runtime());
      System.out.println("LEVEL=" + each.environment().variables().get("LEVEL"));
    }
    try {
      lambda.invoke("nobody", "{}");
    } catch (ServiceException e) {
      e.rethrowUnless("ResourceNotFoundException");
      System.out.println(e.code());
    }
  }
}
