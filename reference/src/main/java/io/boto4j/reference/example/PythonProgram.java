package io.boto4j.reference.example;

import io.boto4j.model.resource.SnakeCase;
import io.boto4j.reference.text.Grammar;
import java.util.ArrayList;
import java.util.List;

/** A call as a Python program with boto3. */
final class PythonProgram {
  private final Call call;
  private final PythonLiterals literals = new PythonLiterals();
  private final Source body = new Source(4);

  private PythonProgram(Call call) {
    this.call = call;
  }

  static String of(Call call) {
    return new PythonProgram(call).write();
  }

  private String write() {
    body.line("client = boto3.client(" + PythonLiterals.quoted(call.service().name()) + ")");
    Reading.Each items = call.items();
    String method = Boto3Names.of(call.operation().name());
    if (items != null) {
      String quoted = PythonLiterals.quoted(method);
      body.line("paginator = client.get_paginator(" + quoted + ")");
      Layout pages = arguments("paginator.paginate");
      if (Source.fits(0, "for page in ", pages, ":")) {
        body.open("for page in " + pages.flat() + ":");
      } else {
        body.statement("pages = ", pages, "");
        body.open("for page in pages:");
      }
      writeLoop("page", items);
      body.close("");
    } else {
      Reading reading = call.reading();
      String before = reading instanceof Reading.Nothing ? "" : "response = ";
      body.statement(before, arguments("client." + method), "");
      writeReading(reading);
    }
    Source source = new Source(4);
    literals.imports().forEach(source::line);
    if (!literals.imports().isEmpty()) {
      source.line("");
    }
    return source.line("import boto3") + "\n\n" + body;
  }

  private Layout arguments(String method) {
    List<Layout> items = new ArrayList<>();
    for (var entry : call.input().entries().entrySet()) {
      if (Grammar.PYTHON.isKeyword(entry.getKey())) {
        Layout map = literals.of(call.input());
        return new Layout.Group(
            method + "(", List.of(new Layout.Labelled("**", map)), ")", PythonLiterals.STYLE);
      }
      items.add(new Layout.Labelled(entry.getKey() + "=", literals.of(entry.getValue())));
    }
    return new Layout.Group(method + "(", items, ")", PythonLiterals.STYLE);
  }

  private void writeLoop(String of, Reading.Each each) {
    String element = SnakeCase.of(each.element());
    body.open("for " + element + " in " + of + path(each.path()) + ":");
    List<String> parts = new ArrayList<>();
    for (Reading.One field : each.fields()) {
      String name = PythonLiterals.quoted(field.path().get(0));
      parts.add(element + ".get(" + name + ")");
    }
    String printed = parts.isEmpty() ? element : String.join(", ", parts);
    boolean isLong = printed.length() + "        print()".length() > Layout.WIDTH;
    body.line("print(" + (isLong ? parts.get(0) : printed) + ")").close("");
  }

  private static String path(List<String> names) {
    StringBuilder path = new StringBuilder();
    for (String name : names) {
      path.append('[').append(PythonLiterals.quoted(name)).append(']');
    }
    return path.toString();
  }

  private void writeReading(Reading reading) {
    if (reading instanceof Reading.Whole) {
      body.line("print(response)");
    } else if (reading instanceof Reading.One one) {
      body.line("print(response" + path(one.path()) + ")");
    } else if (reading instanceof Reading.Each each) {
      writeLoop("response", each);
    } else if (reading instanceof Reading.Body stream && !stream.large()) {
      body.line("print(response" + path(List.of(stream.member())) + ".read().decode())");
    } else if (reading instanceof Reading.Body stream) {
      body.open("with open(\"output.bin\", \"wb\") as file:");
      body.line("file.write(response" + path(List.of(stream.member())) + ".read())").close("");
    } else if (reading instanceof Reading.Events events) {
      body.open("for event in response" + path(List.of(events.member())) + ":");
      if (events.path().isEmpty()) {
        body.line("print(event)");
      } else {
        body.open("if " + PythonLiterals.quoted(events.path().get(0)) + " in event:");
        body.line("print(event" + path(events.path()) + ")").close("");
      }
      body.close("");
    }
  }
}
