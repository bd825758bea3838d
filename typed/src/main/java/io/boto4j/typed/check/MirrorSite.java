package io.boto4j.typed.check;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The place of a problem in a source.
 *
 * @param element the interface, method or parameter
 * @param annotation the annotation on it that is wrong, or null
 * @param value the value in the annotation that is wrong, or null
 */
record MirrorSite(
    Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {}
