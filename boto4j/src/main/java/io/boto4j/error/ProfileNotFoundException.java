package io.boto4j.error;

/**
 * A profile was named, in code or in the environment, that no file has: boto3's {@code
 * ProfileNotFound}.
 *
 * <p>The message begins with botocore's text, then says who named the profile, which names are near
 * it, which profiles there are, and in which files they were looked for.
 */
public final class ProfileNotFoundException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The name that was not found, as shown. */
  private final String profile;

  /**
   * Makes the exception.
   *
   * @param profile the name that was not found, made fit to be shown
   * @param detail whole sentences that follow botocore's text
   */
  public ProfileNotFoundException(String profile, String detail) {
    super("The config profile (" + profile + ") could not be found. " + detail);
    this.profile = profile;
  }

  /**
   * The name that was not found.
   *
   * @return the name as the message shows it: control characters replaced, long names cut
   */
  public String profile() {
    return profile;
  }
}
