package io.boto4j.internal.text;

/** Uses reflection. */
public final class UsesReflection {
  Class<?> find(String name) throws ClassNotFoundException {
    return Class.forName(name);
  }
}
