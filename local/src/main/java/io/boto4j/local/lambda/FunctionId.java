package io.boto4j.local.lambda;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function as callers name it: by name, by ARN or by the end of an ARN, each with an optional
 * qualifier.
 *
 * @param name the name of the function
 * @param qualifier the version or alias; null if the caller named none
 */
record FunctionId(String name, @Nullable String qualifier) {
  static final String LATEST = "$LATEST";

  private static final Pattern FORM =
      Pattern.compile(
          "(?:arn:(?:aws[a-zA-Z-]*)?:lambda:)?(?:[a-z]{2,}(?:-[a-z]+)+-\\d:)?(?:\\d{12}:)?"
              + "(?:function:)?([a-zA-Z0-9-_.]+)(?::(\\$LATEST(?:\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?");

  /** Reads the name of a function. */
  static FunctionId of(@Nullable String given) {
    String text = String.valueOf(given);
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw LambdaErrors.constraint(
          text,
          "functionName",
          "Member must satisfy regular expression pattern: "
              + "(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?"
              + "(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?");
    }
    return new FunctionId(matcher.group(1), matcher.group(2));
  }

  /** Reads the name of a function, and a qualifier that is given beside it. */
  static FunctionId of(@Nullable String given, @Nullable String qualifier) {
    FunctionId id = of(given);
    if (qualifier == null) {
      return id;
    }
    if (id.qualifier != null && !id.qualifier.equals(qualifier)) {
      throw LambdaErrors.parameter(
          "The derived qualifier from the function name does not match the specified qualifier.");
    }
    return new FunctionId(id.name, qualifier);
  }

  /** Whether the qualifier is the number of a published version. */
  static boolean isNumber(String qualifier) {
    return qualifier.chars().allMatch(Character::isDigit);
  }
}
