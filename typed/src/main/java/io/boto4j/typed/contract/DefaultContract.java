package io.boto4j.typed.contract;

/**
 * The description of a {@code @Default}.
 *
 * @param member the member of the input
 * @param value the text of its value
 */
public record DefaultContract(Named member, Named value) {}
