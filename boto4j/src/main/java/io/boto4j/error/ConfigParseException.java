package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * A configuration or credentials file that cannot be read or parsed: boto3's {@code
 * ConfigParseError}.
 *
 * <p>The message names the file, the line, what was found and what was expected. It never quotes a
 * value, nor a line that could not be parsed: either may hold a secret.
 */
public final class ConfigParseException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The file at fault. */
  private final String file;

  /** The line at fault, counted from 1, or 0 for the whole file. */
  private final int line;

  /**
   * Creates the exception for one line of a file.
   *
   * @param file the path of the file, in printable form
   * @param line the line at fault, counted from 1, or 0 for the whole file
   * @param problem what was found and what was expected, without any value from the file
   */
  public ConfigParseException(String file, int line, String problem) {
    this(file, line, problem, null);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param file the path of the file, in printable form
   * @param line the line at fault, counted from 1, or 0 for the whole file
   * @param problem what was found and what was expected, without any value from the file
   * @param cause the underlying failure, or null
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
   * @return the line, counted from 1, or 0 for the whole file
   */
  public int line() {
    return line;
  }
}
