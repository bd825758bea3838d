package io.boto4j.typed.check;

import io.boto4j.typed.shape.AnyType;
import io.boto4j.typed.shape.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** A Java type in the compiler. */
final class MirrorType implements JavaType {
  private static final String OBJECT = "java.lang.Object";

  private final TypeMirror type;

  /** The class or interface, or null for any other type. */
  private final @Nullable TypeElement element;

  private MirrorType(TypeMirror type) {
    this.type = type;
    this.element =
        type.getKind() == TypeKind.DECLARED
            ? (TypeElement) ((DeclaredType) type).asElement()
            : null;
  }

  /**
   * Returns the description of a type.
   *
   * @param type the type
   * @return the description
   */
  static MirrorType of(TypeMirror type) {
    return new MirrorType(type);
  }

  @Override
  public String name() {
    if (element != null) {
      return element.getQualifiedName().toString();
    }
    if (type instanceof ArrayType array) {
      String name = of(array.getComponentType()).name();
      return name.isEmpty() ? "" : name + "[]";
    }
    return isPlain() ? type.getKind().name().toLowerCase(Locale.ROOT) : "";
  }

  private boolean isPlain() {
    return type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID;
  }

  @Override
  public String text() {
    if (type instanceof ArrayType array) {
      return of(array.getComponentType()).text() + "[]";
    }
    if (element == null) {
      return isPlain() ? name() : type.toString();
    }
    List<String> texts = new ArrayList<>();
    for (JavaType each : arguments()) {
      texts.add(each.text());
    }
    String name = element.getSimpleName().toString();
    return texts.isEmpty() ? name : name + "<" + String.join(", ", texts) + ">";
  }

  @Override
  public List<JavaType> arguments() {
    List<JavaType> arguments = new ArrayList<>();
    if (type instanceof ArrayType array) {
      arguments.add(of(array.getComponentType()));
    } else if (element != null) {
      for (TypeMirror each : ((DeclaredType) type).getTypeArguments()) {
        arguments.add(argument(each));
      }
    }
    return arguments;
  }

  private static JavaType argument(TypeMirror argument) {
    if (!(argument instanceof WildcardType wildcard)) {
      return of(argument);
    }
    TypeMirror bound =
        wildcard.getSuperBound() == null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
    return bound == null ? AnyType.OBJECT : of(bound);
  }

  @Override
  public boolean is(String className) {
    if (element != null) {
      return className.equals(OBJECT) || is(element, className);
    }
    return name().equals(className)
        || (type.getKind() == TypeKind.ARRAY && className.equals(OBJECT));
  }

  private static boolean is(TypeElement type, String className) {
    if (type.getQualifiedName().contentEquals(className)) {
      return true;
    }
    for (TypeMirror each : type.getInterfaces()) {
      if (isElement(each, className)) {
        return true;
      }
    }
    return isElement(type.getSuperclass(), className);
  }

  private static boolean isElement(TypeMirror type, String className) {
    return type instanceof DeclaredType declared
        && is((TypeElement) declared.asElement(), className);
  }

  @Override
  public boolean isFinal() {
    return element == null
        ? type.getKind().isPrimitive() || type.getKind() == TypeKind.ARRAY
        : element.getKind() == ElementKind.ENUM || element.getModifiers().contains(Modifier.FINAL);
  }

  @Override
  public boolean isInterface() {
    return element != null && element.getKind().isInterface();
  }

  @Override
  public @Nullable List<Component> components() {
    if (element == null || element.getKind() != ElementKind.RECORD) {
      return null;
    }
    List<Component> components = new ArrayList<>();
    for (RecordComponentElement each : element.getRecordComponents()) {
      MirrorAnnotation given = MirrorAnnotation.of(each, "io.boto4j.Name");
      components.add(
          new Component(
              each.getSimpleName().toString(),
              given == null ? null : given.text("value"),
              of(each.asType()),
              isNullable(each) || isNullable(each.asType())));
    }
    return components;
  }

  private static boolean isNullable(AnnotatedConstruct construct) {
    for (AnnotationMirror each : construct.getAnnotationMirrors()) {
      if (each.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable List<String> constants() {
    if (element == null || element.getKind() != ElementKind.ENUM) {
      return null;
    }
    List<String> names = new ArrayList<>();
    for (Element each : element.getEnclosedElements()) {
      if (each.getKind() == ElementKind.ENUM_CONSTANT) {
        names.add(each.getSimpleName().toString());
      }
    }
    return names;
  }

  @Override
  public String toString() {
    return text();
  }
}
