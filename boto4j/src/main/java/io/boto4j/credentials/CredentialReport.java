package io.boto4j.credentials;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What each provider of the credentials chain says, in the order in which they are asked: where
 * credentials come from, or why there are none, and what to type next.
 *
 * <p>Its text form is for people. Nowhere in it is a secret; of an access key's id the first four
 * characters are shown. Immutable.
 *
 * <pre>{@code
 * System.out.println(session.credentialReport());
 * }</pre>
 */
public final class CredentialReport {
  /** What came of asking a provider. */
  public enum State {
    /** It has credentials. */
    FOUND,
    /** It has none, so that the next one is asked. */
    SKIPPED,
    /** It should have some, and they cannot be used or fetched: the chain ends here. */
    FAILED,
    /** It was not asked, since the chain ended before it. */
    NOT_ASKED
  }

  /**
   * What one provider says.
   *
   * @param method botocore's name of the provider, as {@code env} or {@code sso}
   * @param state what came of asking it
   * @param detail where the credentials are, or why there are none; may be empty
   * @param expiration when the credentials expire, or null if they do not, or there are none
   * @param nextCommand what to type to set it right, or null if no command does
   */
  public record Entry(
      String method,
      State state,
      String detail,
      @Nullable Instant expiration,
      @Nullable String nextCommand) {
    /**
     * Makes an entry.
     *
     * @param method the provider
     * @param state what came of asking it
     * @param detail where or why
     * @param expiration when the credentials expire, or null
     * @param nextCommand what to type, or null
     */
    public Entry {
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(detail, "detail");
    }
  }

  private static final int METHOD_WIDTH = 31;

  private final String profile;
  private final List<Entry> entries;

  /**
   * Makes a report.
   *
   * @param profile the profile that was looked for
   * @param entries what each provider said, in order
   */
  public CredentialReport(String profile, List<Entry> entries) {
    this.profile = Objects.requireNonNull(profile, "profile");
    this.entries = List.copyOf(entries);
  }

  /**
   * The profile whose credentials were looked for.
   *
   * @return its name
   */
  public String profile() {
    return profile;
  }

  /**
   * What each provider said.
   *
   * @return in the order in which they are asked
   */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * The provider whose credentials are used.
   *
   * @return its entry; null if none has any, or one that failed ends the chain before it
   */
  public @Nullable Entry used() {
    Entry end = end();
    return end != null && end.state() == State.FOUND ? end : null;
  }

  /**
   * What to type to get credentials.
   *
   * @return a command, or null if there are credentials, or no command gives some
   */
  public @Nullable String nextCommand() {
    Entry end = end();
    return end == null ? "aws configure" : end.state() == State.FOUND ? null : end.nextCommand();
  }

  /** The entry at which the chain ends, or null if it has no end. */
  private @Nullable Entry end() {
    for (Entry entry : entries) {
      if (entry.state() == State.FOUND || entry.state() == State.FAILED) {
        return entry;
      }
    }
    return null;
  }

  /** A line for each provider, and what to type next. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Credentials of profile '").append(profile).append('\'');
    Entry used = used();
    text.append(used == null ? ": none" : ": " + used.method());
    for (Entry entry : entries) {
      text.append("\n  ").append(entry.method());
      for (int i = entry.method().length(); i < METHOD_WIDTH; i++) {
        text.append(' ');
      }
      text.append(word(entry.state()));
      if (!entry.detail().isEmpty()) {
        text.append("  ").append(entry.detail().replace("\n", "\n      "));
      }
      if (entry.expiration() != null) {
        text.append("; expires at ").append(entry.expiration());
      }
    }
    String next = nextCommand();
    return next == null ? text.toString() : text.append("\nNext: ").append(next).toString();
  }

  private static String word(State state) {
    return switch (state) {
      case FOUND -> "found";
      case SKIPPED -> "-";
      case FAILED -> "FAILED";
      case NOT_ASKED -> "not asked";
    };
  }
}
