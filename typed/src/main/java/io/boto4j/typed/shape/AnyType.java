package io.boto4j.typed.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type {@code Object}, also of a wildcard without bounds and of an absent argument. */
public final class AnyType implements JavaType {
  /** The only instance. */
  public static final AnyType OBJECT = new AnyType();

  private AnyType() {}

  @Override
  public String name() {
    return "java.lang.Object";
  }

  @Override
  public String text() {
    return "Object";
  }

  @Override
  public List<JavaType> arguments() {
    return List.of();
  }

  @Override
  public boolean is(String className) {
    return name().equals(className);
  }

  @Override
  public boolean isFinal() {
    return false;
  }

  @Override
  public boolean isInterface() {
    return false;
  }

  @Override
  public @Nullable List<Component> components() {
    return null;
  }

  @Override
  public @Nullable List<String> constants() {
    return null;
  }
}
