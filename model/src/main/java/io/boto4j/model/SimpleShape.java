package io.boto4j.model;

/** A shape without members: string, number, boolean, timestamp, blob or document. */
public final class SimpleShape extends Shape {
  SimpleShape(String name, ShapeType type, Traits traits) {
    super(name, type, traits);
  }
}
