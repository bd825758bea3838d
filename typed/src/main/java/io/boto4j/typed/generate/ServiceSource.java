package io.boto4j.typed.generate;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import java.util.ArrayList;
import java.util.List;

/**
 * The source of the interface of a service: per operation the call, the call with options, the
 * asynchronous call, the items of all pages, and the waiters.
 *
 * <p>All methods are default methods, so that a test implements only those that it needs.
 */
final class ServiceSource {
  private final Sources sources;
  private final ServiceMethods methods;
  private final String type;
  private final ShapeTypes types;
  private final SourceText out = new SourceText();

  private ServiceSource(Sources sources, ServiceMethods methods) {
    this.sources = sources;
    this.methods = methods;
    this.type = sources.names.service();
    this.types = new ShapeTypes(sources.names, out);
  }

  static void write(Sources sources, ServiceMethods methods, List<OperationModel> operations) {
    new ServiceSource(sources, methods).write(operations);
  }

  private void write(List<OperationModel> operations) {
    List<String> texts = new ArrayList<>();
    texts.add("Operations of the service " + Sources.code(sources.model.name()) + ".");
    texts.addAll(JavadocText.paragraphs(sources.texts.service()));
    texts.add(
        "{@link #of} makes an instance, which is safe for use by multiple threads. Each method is a"
            + " default method that throws {@link UnsupportedOperationException}, so that a test"
            + " implements only those that it needs.");
    out.javadoc(texts).line("public interface " + type + " {");
    writeFactory();
    for (OperationModel operation : operations) {
      writeCalls(operation);
      writeAsync(operation);
      writeItems(operation);
      writeWaiters(operation);
    }
    sources.add(type, out.line("}"));
  }

  private void writeFactory() {
    out.javadoc(
        List.of(
            "Returns an instance that calls the service.",
            "@param client a client of the service " + Sources.code(sources.model.name()),
            "@return a new instance",
            "@throws IllegalArgumentException if the client is for another service"));
    String client = out.use("io.boto4j.Client");
    out.line("static " + type + " of(" + client + " client) {");
    out.line("return new " + sources.names.calls() + "(client);").line("}");
  }

  private void writeCalls(OperationModel operation) {
    String response = sources.names.response(operation.name());
    String name = methods.call(operation);
    List<String> texts =
        Sources.described(
            sources.texts.operation(operation.name()),
            "Calls " + Sources.code(operation.name()) + ".");
    String parameter = parameter(operation);
    declare(texts, parameter, "the response", response + " " + name, "");
    String consumer = out.use("java.util.function.Consumer");
    String options = out.use("io.boto4j.CallOptions");
    List<String> more = new ArrayList<>();
    more.add("Calls " + Sources.code(operation.name()) + " with options for this call.");
    declare(
        more,
        parameter,
        "the response",
        response + " " + name,
        consumer + "<? super " + options + ".Builder> options");
    if (isOptional(operation)) {
      withoutRequest(operation, response + " " + name, "the response");
    }
  }

  private void writeAsync(OperationModel operation) {
    String future = out.use("java.util.concurrent.CompletableFuture");
    String declared =
        future + "<" + sources.names.response(operation.name()) + "> " + methods.async(operation);
    List<String> texts = new ArrayList<>();
    texts.add("Calls " + Sources.code(operation.name()) + " on another thread.");
    String returned = "the response; <code>cancel(true)</code> aborts the call";
    declare(texts, parameter(operation), returned, declared, "");
    if (isOptional(operation)) {
      withoutRequest(operation, declared, returned);
    }
  }

  private void writeItems(OperationModel operation) {
    Member item = PageItems.of(sources.model, operation);
    if (item == null) {
      return;
    }
    String items = out.use("io.boto4j.Items") + "<" + types.of(item) + ">";
    String declared = items + " " + methods.items(operation);
    List<String> texts = new ArrayList<>();
    texts.add("Returns the items on all pages of " + Sources.code(operation.name()) + ".");
    String returned = "the items; nothing is sent until they are iterated";
    declare(texts, parameter(operation), returned, declared, "");
    if (isOptional(operation)) {
      withoutRequest(operation, declared, returned);
    }
  }

  private void writeWaiters(OperationModel operation) {
    for (String waiter : methods.waitersOf(operation)) {
      List<String> texts = new ArrayList<>();
      texts.add("Waits with " + Sources.code(waiter) + ": polls until it succeeds.");
      declare(texts, parameter(operation), "", "void " + methods.await(waiter), "");
      List<String> more = new ArrayList<>();
      more.add("Waits with " + Sources.code(waiter) + ", with another delay or other limits.");
      String options =
          out.use("java.util.function.UnaryOperator") + "<" + out.use("io.boto4j.Waiter") + ">";
      declare(
          more, parameter(operation), "", "void " + methods.await(waiter), options + " options");
    }
  }

  /** The parameter of an operation, or nothing if its input has no members at all. */
  private String parameter(OperationModel operation) {
    return operation.input() == null ? "" : sources.names.request(operation.name()) + " request";
  }

  /** Whether a request can be left out. */
  private static boolean isOptional(OperationModel operation) {
    return operation.input() != null && operation.input().requiredCount() == 0;
  }

  private void declare(
      List<String> texts, String parameter, String returned, String declared, String more) {
    if (!parameter.isEmpty()) {
      texts.add("@param request the input");
    }
    if (!more.isEmpty()) {
      texts.add("@param options sets the options");
    }
    if (!returned.isEmpty()) {
      texts.add("@return " + returned);
    }
    String comma = parameter.isEmpty() || more.isEmpty() ? "" : ", ";
    out.blank().javadoc(texts);
    out.line("default " + declared + "(" + parameter + comma + more + ") {");
    String name = declared.substring(declared.lastIndexOf(' ') + 1);
    out.line("throw new UnsupportedOperationException(\"" + name + "\");").line("}");
  }

  private void withoutRequest(OperationModel operation, String declared, String returned) {
    String name = declared.substring(declared.lastIndexOf(' ') + 1);
    out.blank();
    out.javadoc(
        List.of(
            "Has the effect of {@link #"
                + name
                + "("
                + sources.names.request(operation.name())
                + ")} with an empty request.",
            "@return " + returned));
    out.line("default " + declared + "() {");
    out.line("return " + name + "(" + sources.names.request(operation.name()) + ".of());");
    out.line("}");
  }
}
