package io.boto4j.dashboard.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the form in which addresses are compared: lower case, without spaces around
 * it.
 *
 * @param text the address
 */
public record Email(String text) {
  /** Only the outline is checked: whether an address exists is known when a mail arrives. */
  private static final Pattern OUTLINE = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");

  /** The limit of RFC 5321. */
  private static final int LONGEST = 254;

  /**
   * Reads an address that a person typed.
   *
   * @param typed the text
   * @return the address; empty if the text is not one
   */
  public static Optional<Email> of(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    return text.length() <= LONGEST && OUTLINE.matcher(text).matches()
        ? Optional.of(new Email(text))
        : Optional.empty();
  }
}
