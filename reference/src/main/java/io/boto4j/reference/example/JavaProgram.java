package io.boto4j.reference.example;

import io.boto4j.model.ShapeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A call as a complete Java program. */
final class JavaProgram {
  /** Names of classes that the programs import or that are in java.lang. */
  private static final Set<String> TAKEN =
      Set.of(
          "Session",
          "Params",
          "Map",
          "List",
          "Instant",
          "Path",
          "Files",
          "String",
          "System",
          "IOException",
          "Object",
          "Record",
          "Module",
          "Package",
          "Process",
          "Thread",
          "Table");

  private final Call call;
  private final Source body = new Source(2);
  private final Set<String> imports = new TreeSet<>(Set.of("io.boto4j.Session"));
  private boolean throwsIo;

  private JavaProgram(Call call) {
    this.call = call;
  }

  static String of(Call call) {
    return new JavaProgram(call).write();
  }

  private String write() {
    String client = call.client();
    body.open("").open("");
    body.line(
        "var %s = Session.create().client(%s);"
            .formatted(client, JavaLiterals.quoted(call.service().name())));
    Reading.Each items = call.items();
    if (items != null) {
      writeItems(items);
    } else {
      Reading reading = call.reading();
      String before = reading instanceof Reading.Nothing ? "" : "var response = ";
      body.statement(before, arguments("call", ""), ";");
      writeReading(reading);
    }
    return complete();
  }

  private String complete() {
    String name = call.operation().name();
    name = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    Source source = new Source(2);
    if (throwsIo) {
      imports.add("java.io.IOException");
    }
    imports.forEach(each -> source.line("import " + each + ";"));
    source.line("");
    source.open("class " + (TAKEN.contains(name) ? "Call" + name : name) + " {");
    String thrown = throwsIo ? " throws IOException" : "";
    source.open("public static void main(String[] args)" + thrown + " {");
    String statements = body.toString().strip();
    return source + "\n    " + statements + "\n  }\n}";
  }

  /** Returns the method with the operation and its parameters. */
  private Layout arguments(String method, String more) {
    String start =
        call.client() + "." + method + "(" + JavaLiterals.quoted(call.operation().name());
    if (call.input().entries().isEmpty() && more.isEmpty()) {
      return new Layout.Atom(start + ")");
    }
    // Map.of on one line, Params.of on several, where the order of the names helps a reader.
    JavaLiterals literals = new JavaLiterals("Map");
    Layout input = literals.of(call.input());
    int columns = 4 + "var response = ".length() + start.length() + input.flat().length() + 4;
    if (columns > Layout.WIDTH || !JavaLiterals.fitMapOf(call.input())) {
      literals = new JavaLiterals("Params");
      input = literals.of(call.input());
    }
    imports.addAll(literals.imports());
    return new Layout.Labelled(start + ", ", closed(input, more + ")"));
  }

  private static Layout closed(Layout input, String after) {
    return input instanceof Layout.Group group
        ? new Layout.Group(group.open(), group.items(), group.close() + after, group.style())
        : input;
  }

  private void writeItems(Reading.Each each) {
    String more = each.fields().isEmpty() ? ", String.class" : "";
    Layout items = arguments("items", more);
    String start = "for (var " + each.element() + " : ";
    if (Source.fits(4, start, items, ") {")) {
      body.open(start + items.flat() + ") {");
    } else {
      body.statement("var items = ", items, ";");
      body.open(start + "items) {");
    }
    writeElement(each);
    body.close("}");
  }

  private void writeElement(Reading.Each each) {
    List<String> parts = new ArrayList<>();
    for (Reading.One field : each.fields()) {
      parts.add(each.element() + "." + Accessor.of(field, JavaLiterals::quoted));
    }
    String both = printed(String.join(" + \" \" + ", parts));
    if (parts.isEmpty()) {
      body.line(printed(each.element()));
    } else {
      body.line(both.length() + 6 > Layout.WIDTH ? printed(parts.get(0)) : both);
    }
  }

  private static String printed(String expression) {
    return "System.out.println(" + expression + ");";
  }

  private void writeReading(Reading reading) {
    if (reading instanceof Reading.Whole) {
      body.line(printed("response"));
    } else if (reading instanceof Reading.One one) {
      String length = one.shape().type() == ShapeType.BLOB ? ".length" : "";
      Layout text = new Layout.Atom("response." + Accessor.of(one, JavaLiterals::quoted) + length);
      body.statement("", JavaLiterals.group("System.out.println(", List.of(text), ")"), ";");
    } else if (reading instanceof Reading.Each each) {
      String list = each.fields().isEmpty() ? "texts" : "structures";
      String names = Accessor.arguments(each.path(), JavaLiterals::quoted);
      body.open("for (var %s : response.%s%s) {".formatted(each.element(), list, names));
      writeElement(each);
      body.close("}");
    } else if (reading instanceof Reading.Body stream && !stream.large()) {
      String name = JavaLiterals.quoted(stream.member());
      body.line(printed("response.body(" + name + ").text()"));
    } else if (reading instanceof Reading.Body stream) {
      throwsIo = true;
      imports.addAll(Set.of("java.nio.file.Files", "java.nio.file.Path"));
      String name = JavaLiterals.quoted(stream.member());
      body.open("try (var body = response.body(" + name + ")) {");
      body.line("Files.copy(body, Path.of(\"output.bin\"));").close("}");
    } else if (reading instanceof Reading.Events events) {
      writeEvents(events);
    }
  }

  private void writeEvents(Reading.Events events) {
    String name = JavaLiterals.quoted(events.member());
    body.open("try (var events = response.eventStream(" + name + ")) {");
    body.open("for (var event : events) {");
    if (events.path().isEmpty()) {
      body.line(printed("event"));
    } else {
      String names = Accessor.arguments(events.path(), JavaLiterals::quoted);
      body.open("if (event.containsKey(" + JavaLiterals.quoted(events.path().get(0)) + ")) {");
      String accessor = events.bytes() ? "bytes" : "text";
      String text = "event." + accessor + names;
      body.line(printed(events.bytes() ? text + ".length" : text)).close("}");
    }
    body.close("}").close("}");
  }
}
