package io.boto4j.internal.text;

import java.util.regex.Pattern;

/** Uses regular expressions on the road, openly and through a string. */
public final class UsesRegularExpression {
  boolean matches(Pattern pattern, String text) {
    return pattern.matcher(text).find() || text.matches("a+");
  }
}
