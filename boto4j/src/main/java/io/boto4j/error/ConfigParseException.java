package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * A configuration or credentials file that cannot be understood or read: boto3's {@code
 * ConfigParseError}.
 *
 * <p>The message names the file, the line, what was found and what was expected. It never repeats a
 * value, nor a line that was not understood: either may hold a secret.
 */
public final class ConfigParseException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The file at fault. */
  private final String file;

  /** The line at fault, from 1; 0 for the file as a whole. */
  private final int line;

  /**
   * Makes the exception for one line of a file.
   *
   * @param file the file at fault, as it is shown to the user
   * @param line the line at fault, counted from 1, or 0 for the file as a whole
   * @param problem what was found and what was expected, without any value from the file
   */
  public ConfigParseException(String file, int line, String problem) {
    this(file, line, problem, null);
  }

  /**
   * Makes the exception with the failure beneath it.
   *
   * @param file the file at fault, as it is shown to the user
   * @param line the line at fault, counted from 1, or 0 for the file as a whole
   * @param problem what was found and what was expected, without any value from the file
   * @param cause the failure beneath, or null
   */
  public ConfigParseException(String file, int line, String problem, @Nullable Throwable cause) {
    super(
        "Unable to parse config file: "
            + file
            + (line > 0 ? ", line " + line + ": " : ": ")
            + problem,
        cause);
    this.file = file;
    this.line = line;
  }

  /**
   * The file at fault.
   *
   * @return its path, as text
   */
  public String file() {
    return file;
  }

  /**
   * The line at fault.
   *
   * @return the line, counted from 1, or 0 for the file as a whole
   */
  public int line() {
    return line;
  }
}
