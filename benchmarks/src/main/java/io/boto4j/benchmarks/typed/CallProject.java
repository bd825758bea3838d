package io.boto4j.benchmarks.typed;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program of literal calls, the same in every run: ten calls per class, of a service after the
 * other, each with its own input and reads of its answer.
 */
final class CallProject {
  static final List<String> SERVICES =
      List.of(
          "dynamodb",
          "rds",
          "s3",
          "iam",
          "lambda",
          "sqs",
          "ec2",
          "sns",
          "cloudwatch",
          "ecs",
          "kms",
          "logs",
          "secretsmanager",
          "ssm",
          "stepfunctions");
  private static final int CALLS_PER_CLASS = 10;
  private static final String HEAD =
      """
      import io.boto4j.Client;
      import io.boto4j.Params;
      import io.boto4j.Response;
      import io.boto4j.Session;
      import io.boto4j.Structure;
      import java.time.Instant;
      import java.util.List;
      import java.util.Map;

      """;

  private record Call(String service, OperationModel operation) {}

  private CallProject() {}

  /**
   * Writes a program.
   *
   * @param folder the folder for its sources
   * @param count the number of calls
   * @return the sources
   */
  static List<Path> write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    List<Call> calls = calls(count);
    LiteralInput input = new LiteralInput();
    List<Path> sources = new ArrayList<>();
    for (int start = 0; start < calls.size(); start += CALLS_PER_CLASS) {
      String name = String.format(Locale.ROOT, "Calls%02d", start / CALLS_PER_CLASS);
      List<Call> own = calls.subList(start, Math.min(calls.size(), start + CALLS_PER_CLASS));
      sources.add(Files.writeString(folder.resolve(name + ".java"), source(name, own, input)));
    }
    return sources;
  }

  /** Returns the calls: of each service the same number, spread over its operations. */
  private static List<Call> calls(int count) {
    ModelLoader loader = ModelLoader.builtIn();
    List<ServiceModel> models = new ArrayList<>();
    List<Integer> shares = new ArrayList<>();
    for (String service : SERVICES) {
      ServiceModel model = loader.find(service);
      if (model == null) {
        throw new IllegalStateException("No model on the class path: " + service);
      }
      models.add(model);
      shares.add(0);
    }
    for (int left = count, i = 0; left > 0; left--, i = (i + 1) % models.size()) {
      shares.set(i, shares.get(i) + 1);
    }
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      List<OperationModel> operations = operations(models.get(i));
      for (int j = 0; j < shares.get(i); j++) {
        int index = (int) ((long) j * operations.size() / shares.get(i));
        calls.add(new Call(SERVICES.get(i), operations.get(index)));
      }
    }
    return calls;
  }

  /** Returns the operations that take and give no stream of events. */
  private static List<OperationModel> operations(ServiceModel model) {
    List<OperationModel> operations = new ArrayList<>();
    for (String name : model.operationNames()) {
      OperationModel operation = model.operation(name);
      if (operation.eventInput() == null && operation.eventOutput() == null) {
        operations.add(operation);
      }
    }
    return operations;
  }

  private static String source(String name, List<Call> calls, LiteralInput input) {
    StringBuilder out = new StringBuilder(HEAD);
    out.append("final class ").append(name).append(" {\n");
    List<String> services = new ArrayList<>();
    for (Call call : calls) {
      if (!services.contains(call.service())) {
        services.add(call.service());
        out.append("  private final Client ").append(call.service());
        out.append(" = Session.create().client(\"").append(call.service()).append("\");\n");
      }
    }
    for (int i = 0; i < calls.size(); i++) {
      append(out, calls.get(i), i, input);
    }
    return out.append("\n  private static void use(Object value) {}\n}\n").toString();
  }

  private static void append(StringBuilder out, Call call, int index, LiteralInput input) {
    OperationModel operation = call.operation();
    StructureShape shape = operation.input();
    out.append("\n  void call").append(index).append("() {\n    Response r =\n        ");
    out.append(call.service()).append(".call(\"").append(operation.name()).append('"');
    if (shape != null && shape.size() > 0) {
      out.append(",\n            ").append(input.of(shape));
    }
    out.append(");\n");
    LiteralReads.append(out, operation.output());
    out.append("  }\n");
  }
}
