package io.boto4j.error;

/**
 * Thrown when a profile named in code or in the environment does not exist: boto3's {@code
 * ProfileNotFound}.
 *
 * <p>The message begins with botocore's text, then lists where the profile was named, similar
 * names, the existing profiles, and the files that were read.
 */
public final class ProfileNotFoundException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The name that was not found, in printable form. */
  private final String profile;

  /**
   * Creates the exception.
   *
   * @param profile the name that was not found, in printable form
   * @param detail the sentences that follow botocore's text
   */
  public ProfileNotFoundException(String profile, String detail) {
    super("The config profile (" + profile + ") could not be found. " + detail);
    this.profile = profile;
  }

  /**
   * The name that was not found.
   *
   * @return the name as the message shows it: control characters replaced, long names truncated
   */
  public String profile() {
    return profile;
  }
}
