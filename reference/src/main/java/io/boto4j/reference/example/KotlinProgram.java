package io.boto4j.reference.example;

import io.boto4j.model.ShapeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A call as a complete Kotlin program. */
final class KotlinProgram {
  private final Call call;
  private final KotlinLiterals literals = new KotlinLiterals();
  private final Source body = new Source(2);
  private final Set<String> imports = new TreeSet<>(Set.of("io.boto4j.Session"));

  private KotlinProgram(Call call) {
    this.call = call;
  }

  static String of(Call call) {
    return new KotlinProgram(call).write();
  }

  private String write() {
    body.open("fun main() {");
    body.line(
        "val %s = Session.create().client(%s)"
            .formatted(call.client(), KotlinLiterals.quoted(call.service().name())));
    Reading.Each items = call.items();
    if (items != null) {
      String more = items.fields().isEmpty() ? ", String::class.java" : "";
      Layout call = arguments("items", more);
      String start = "for (" + items.element() + " in ";
      if (Source.fits(2, start, call, ") {")) {
        body.open(start + call.flat() + ") {");
      } else {
        body.statement("val items = ", call, "");
        body.open(start + "items) {");
      }
      writeElement(items);
      body.close("}");
    } else {
      Reading reading = call.reading();
      String before = reading instanceof Reading.Nothing ? "" : "val response = ";
      body.statement(before, arguments("call", ""), "");
      writeReading(reading);
    }
    body.close("}");
    imports.addAll(literals.imports());
    Source source = new Source(2);
    imports.forEach(each -> source.line("import " + each));
    return source + "\n\n" + body;
  }

  private Layout arguments(String method, String more) {
    String start =
        call.client() + "." + method + "(" + KotlinLiterals.quoted(call.operation().name());
    if (call.input().entries().isEmpty() && more.isEmpty()) {
      return new Layout.Atom(start + ")");
    }
    Layout.Group input = (Layout.Group) literals.of(call.input());
    String close = input.close() + more + ")";
    return new Layout.Labelled(
        start + ", ", new Layout.Group(input.open(), input.items(), close, input.style()));
  }

  private void writeElement(Reading.Each each) {
    List<String> parts = new ArrayList<>();
    for (Reading.One field : each.fields()) {
      parts.add(each.element() + "." + Accessor.of(field, KotlinLiterals::quoted));
    }
    String both = "println(\"${" + String.join("} ${", parts) + "}\")";
    if (parts.size() < 2 || both.length() + 4 > Layout.WIDTH) {
      body.line("println(" + (parts.isEmpty() ? each.element() : parts.get(0)) + ")");
    } else {
      body.line(both);
    }
  }

  private void writeReading(Reading reading) {
    if (reading instanceof Reading.Whole) {
      body.line("println(response)");
    } else if (reading instanceof Reading.One one) {
      String length = one.shape().type() == ShapeType.BLOB ? "?.size" : "";
      body.line("println(response." + Accessor.of(one, KotlinLiterals::quoted) + length + ")");
    } else if (reading instanceof Reading.Each each) {
      String list = each.fields().isEmpty() ? "texts" : "structures";
      String names = Accessor.arguments(each.path(), KotlinLiterals::quoted);
      body.open("for (%s in response.%s%s) {".formatted(each.element(), list, names));
      writeElement(each);
      body.close("}");
    } else if (reading instanceof Reading.Body stream && !stream.large()) {
      String name = KotlinLiterals.quoted(stream.member());
      body.line("println(response.body(" + name + ")?.text())");
    } else if (reading instanceof Reading.Body stream) {
      imports.addAll(Set.of("java.nio.file.Files", "java.nio.file.Path"));
      String name = KotlinLiterals.quoted(stream.member());
      body.line("Files.copy(response.body(" + name + "), Path.of(\"output.bin\"))");
    } else if (reading instanceof Reading.Events events) {
      writeEvents(events);
    }
  }

  private void writeEvents(Reading.Events events) {
    String name = KotlinLiterals.quoted(events.member());
    // No use and no let: they infer types with annotations of JSpecify, whose jar is not needed.
    body.open("for (event in response.eventStream(" + name + ")!!) {");
    if (events.path().isEmpty()) {
      body.line("println(event)");
    } else {
      String names = Accessor.arguments(events.path(), KotlinLiterals::quoted);
      String text = "event." + (events.bytes() ? "bytes" : "text") + names;
      body.open("if (event.containsKey(" + KotlinLiterals.quoted(events.path().get(0)) + ")) {");
      body.line("println(" + text + (events.bytes() ? "?.size" : "") + ")").close("}");
    }
    body.close("}");
  }
}
