package io.boto4j.typed.check;

import io.boto4j.typed.contract.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * An annotation in the compiler.
 *
 * @param element the element that has it
 * @param mirror the annotation
 */
record MirrorAnnotation(Element element, AnnotationMirror mirror) {
  /** Returns the annotation of an element, or null. */
  static @Nullable MirrorAnnotation of(Element element, String className) {
    for (AnnotationMirror each : element.getAnnotationMirrors()) {
      if (isOf(each.getAnnotationType(), className)) {
        return new MirrorAnnotation(element, each);
      }
    }
    return null;
  }

  private static boolean isOf(DeclaredType type, String className) {
    return ((TypeElement) type.asElement()).getQualifiedName().contentEquals(className);
  }

  private @Nullable AnnotationValue find(String name) {
    Map<? extends ExecutableElement, ? extends AnnotationValue> values = mirror.getElementValues();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
        values.entrySet()) {
      if (each.getKey().getSimpleName().contentEquals(name)) {
        return each.getValue();
      }
    }
    return null;
  }

  /** Returns a text, or null if it is absent, which the compiler reports. */
  @Nullable String text(String name) {
    AnnotationValue value = find(name);
    return value != null && value.getValue() instanceof String text ? text : null;
  }

  /** Returns a text with its place, or null if it is absent. */
  @Nullable Named named(String name) {
    AnnotationValue value = find(name);
    return value != null && value.getValue() instanceof String text
        ? new Named(text, new MirrorSite(element, mirror, value))
        : null;
  }

  /** Returns the annotations in a list. */
  List<MirrorAnnotation> list(String name) {
    List<MirrorAnnotation> list = new ArrayList<>();
    AnnotationValue values = find(name);
    if (values != null && values.getValue() instanceof List<?> found) {
      for (Object each : found) {
        if (each instanceof AnnotationValue value
            && value.getValue() instanceof AnnotationMirror inner) {
          list.add(new MirrorAnnotation(element, inner));
        }
      }
    }
    return list;
  }
}
