package io.boto4j.dashboard.cloud;

/**
 * The names of everything that the dashboard has in AWS.
 *
 * @param prefix the prefix of the tables, such as {@code dashboard}
 * @param instance the identifier of the database instance
 * @param function the name of the function that stops the instance at night
 */
public record Names(String prefix, String instance, String function) {
  /** The name of the database in the instance. */
  public static final String DATABASE = "dashboard";

  /** The index of the users' table that finds a user by e-mail. */
  public static final String EMAIL_INDEX = "email-index";

  /**
   * Returns the table of users.
   *
   * @return the name
   */
  public String users() {
    return prefix + "-users";
  }

  /**
   * Returns the table of failed attempts to log in.
   *
   * @return the name
   */
  public String attempts() {
    return prefix + "-attempts";
  }

  /**
   * Returns the table of sessions.
   *
   * @return the name
   */
  public String sessions() {
    return prefix + "-sessions";
  }

  /**
   * Returns the table of what was done, and by whom.
   *
   * @return the name
   */
  public String history() {
    return prefix + "-history";
  }

  /**
   * Returns the role of the function.
   *
   * @return the name
   */
  public String role() {
    return function + "-role";
  }

  /**
   * Returns the rule that calls the function at night.
   *
   * @return the name
   */
  public String rule() {
    return function + "-rule";
  }
}
