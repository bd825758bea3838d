package io.boto4j.typed.generate;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ShapeType;
import java.util.List;

/**
 * The source of the class that implements the interface of a service over a client. It has no
 * lambdas, whose first use would slow down a cold start.
 */
final class CallsSource {
  private final Sources sources;
  private final ServiceMethods methods;
  private final String type;
  private final ShapeTypes types;
  private final SourceText out = new SourceText();

  private CallsSource(Sources sources, ServiceMethods methods) {
    this.sources = sources;
    this.methods = methods;
    this.type = sources.names.calls();
    this.types = new ShapeTypes(sources.names, out);
  }

  static void write(Sources sources, ServiceMethods methods, List<OperationModel> operations) {
    new CallsSource(sources, methods).write(operations);
  }

  private void write(List<OperationModel> operations) {
    String service = sources.names.service();
    out.line("/** The operations, called through a client. */");
    out.line("final class " + type + " implements " + service + " {");
    out.line("private final " + out.use("io.boto4j.Client") + " client;").blank();
    writeConstructor(service);
    for (OperationModel operation : operations) {
      writeCall(operation);
      writeAsync(operation);
      writeItems(operation);
      writeWaiters(operation);
    }
    writeLater();
    sources.add(type, out.line("}"));
  }

  private void writeConstructor(String service) {
    String name = SourceText.literal(sources.model.name());
    out.line(type + "(Client client) {");
    out.line("if (!client.service().equals(" + name + ")) {");
    String message = service + " needs a client of " + sources.model.name() + ", not of ";
    out.line(
        "throw new IllegalArgumentException("
            + SourceText.literal(message)
            + " + client.service());");
    out.line("}").line("this.client = client;").line("}");
  }

  private void writeCall(OperationModel operation) {
    String response = sources.names.response(operation.name());
    String literal = SourceText.literal(operation.name());
    String name = methods.call(operation);
    String parameter = parameter(operation);
    begin(response + " " + name + "(" + parameter + ")");
    out.line("return new " + response + "(client.call(" + literal + given(operation) + "));");
    out.line("}");
    String consumer = out.use("java.util.function.Consumer");
    String options = out.use("io.boto4j.CallOptions");
    begin(
        response
            + " "
            + name
            + "("
            + parameter
            + (parameter.isEmpty() ? "" : ", ")
            + consumer
            + "<? super "
            + options
            + ".Builder> options)");
    out.line(
        "return new " + response + "(client.call(" + literal + members(operation) + ", options));");
    out.line("}");
  }

  private void writeAsync(OperationModel operation) {
    String response = sources.names.response(operation.name());
    String future = out.use("java.util.concurrent.CompletableFuture");
    begin(
        future
            + "<"
            + response
            + "> "
            + methods.async(operation)
            + "("
            + parameter(operation)
            + ")");
    out.line(
        "return new Later<"
            + response
            + ">(client.callAsync("
            + SourceText.literal(operation.name())
            + given(operation)
            + ")) {");
    out.line("@Override")
        .line(response + " typed(" + out.use("io.boto4j.Response") + " response) {");
    out.line("return new " + response + "(response);").line("}");
    out.line("}.started();").line("}");
  }

  private void writeItems(OperationModel operation) {
    Member item = PageItems.of(sources.model, operation);
    if (item == null) {
      return;
    }
    String element = types.of(item);
    begin(
        out.use("io.boto4j.Items")
            + "<"
            + element
            + "> "
            + methods.items(operation)
            + "("
            + parameter(operation)
            + ")");
    String arguments = SourceText.literal(operation.name()) + members(operation);
    boolean text = item.shape().type() == ShapeType.STRING;
    String items = "client.items(" + arguments + (text ? ", String.class" : "") + ")";
    if (element.equals("String")) {
      out.line("return " + items + ";").line("}");
      return;
    }
    String raw = text ? "String" : out.use("io.boto4j.Structure");
    String function = out.use("java.util.function.Function");
    out.line(function + "<" + raw + ", " + element + "> typed = new " + function + "<>() {");
    out.line("@Override").line("public " + element + " apply(" + raw + " item) {");
    out.line("return " + converted(item) + ";").line("}").line("};");
    out.line("return " + items + ".map(typed);").line("}");
  }

  private String converted(Member item) {
    return switch (item.shape().type()) {
      case STRUCTURE -> "new " + types.of(item) + "(item)";
      case MAP -> sources.values.converted(item.shape(), "item");
      case STRING -> types.of(item) + ".of(item)";
      case LIST,
          DOCUMENT,
          INTEGER,
          LONG,
          BIG_INTEGER,
          FLOAT,
          DOUBLE,
          BIG_DECIMAL,
          BOOLEAN,
          TIMESTAMP,
          BLOB ->
          "item";
    };
  }

  private void writeWaiters(OperationModel operation) {
    for (String waiter : methods.waitersOf(operation)) {
      String input = operation.input() == null ? "" : "request.members()";
      String made = "client.waiter(" + SourceText.literal(waiter) + ")";
      begin("void " + methods.await(waiter) + "(" + parameter(operation) + ")");
      out.line(made + ".await(" + input + ");").line("}");
      begin(
          "void "
              + methods.await(waiter)
              + "("
              + parameter(operation)
              + (operation.input() == null ? "" : ", ")
              + out.use("java.util.function.UnaryOperator")
              + "<"
              + out.use("io.boto4j.Waiter")
              + "> options)");
      out.line("options.apply(" + made + ").await(" + input + ");").line("}");
    }
  }

  private void begin(String declared) {
    out.blank().line("@Override").line("public " + declared + " {");
  }

  private String parameter(OperationModel operation) {
    return operation.input() == null ? "" : sources.names.request(operation.name()) + " request";
  }

  private static String given(OperationModel operation) {
    return operation.input() == null ? "" : ", request.members()";
  }

  private String members(OperationModel operation) {
    return operation.input() == null
        ? ", " + out.use("java.util.Map") + ".of()"
        : ", request.members()";
  }

  /** A future of its own, because one of thenApply does not pass on that it is cancelled. */
  private void writeLater() {
    String future = out.use("java.util.concurrent.CompletableFuture");
    String response = out.use("io.boto4j.Response");
    String consumer = out.use("java.util.function.BiConsumer");
    out.blank().line("/** The typed response of a call on another thread. */");
    out.line(
        "private abstract static class Later<T> extends "
            + future
            + "<T> implements "
            + consumer
            + "<"
            + response
            + ", Throwable> {");
    out.line("private final " + future + "<" + response + "> call;").blank();
    out.line("Later(" + future + "<" + response + "> call) {").line("this.call = call;");
    out.line("}").blank();
    out.line("abstract T typed(" + response + " response);").blank();
    out.line(future + "<T> started() {").line("call.whenComplete(this);").line("return this;");
    out.line("}").blank();
    out.line("@Override")
        .line("public void accept(" + response + " response, Throwable failure) {");
    out.line("if (failure == null) {").line("complete(typed(response));").line("} else {");
    out.line("completeExceptionally(failure);").line("}").line("}").blank();
    out.line("@Override").line("public boolean cancel(boolean interrupts) {");
    out.line("call.cancel(interrupts);").line("return super.cancel(interrupts);").line("}");
    out.line("}");
  }
}
