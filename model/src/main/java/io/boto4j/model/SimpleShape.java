package io.boto4j.model;

/** A shape without parts: text, number, boolean, timestamp, blob, document. */
public final class SimpleShape extends Shape {
  SimpleShape(String name, ShapeType type, Traits traits) {
    super(name, type, traits);
  }
}
