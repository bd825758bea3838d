package io.boto4j.typed.contract;

/**
 * A name or an expression in an annotation.
 *
 * @param text the value of the annotation
 * @param site the place of the value, for the position of a problem
 */
public record Named(String text, Object site) {}
