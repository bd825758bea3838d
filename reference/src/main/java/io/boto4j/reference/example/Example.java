package io.boto4j.reference.example;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An example of a call, in each language that can make it.
 *
 * @param title a few words, as plain text
 * @param description what the example does, as plain text; null if the title is all there is
 * @param code the program by language, in the order of {@link Language}; the AWS CLI is missing
 *     where it does not have the operation
 * @param output a response as JSON; null if AWS publishes none
 */
public record Example(
    String title, @Nullable String description, Map<Language, Code> code, @Nullable Code output) {}
