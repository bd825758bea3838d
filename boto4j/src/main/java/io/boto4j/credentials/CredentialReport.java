package io.boto4j.credentials;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report on the credentials chain: the result of each provider, in order, and the command to run
 * next.
 *
 * <p>Its string form is for people. It never contains a secret, and shows only the first four
 * characters of an access key id. Immutable.
 *
 * <pre>{@code
 * System.out.println(session.credentialReport());
 * }</pre>
 */
public final class CredentialReport {
  /** The result of asking a provider. */
  public enum State {
    /** The provider has credentials. */
    FOUND,
    /** The provider has no credentials, so the next one is asked. */
    SKIPPED,
    /**
     * The provider is configured, but its credentials cannot be fetched or used: the chain ends
     * here.
     */
    FAILED,
    /** The provider was not asked, since the chain ended before it. */
    NOT_ASKED
  }

  /**
   * The result of one provider.
   *
   * @param method botocore's name for the provider, such as {@code env} or {@code sso}
   * @param state the state
   * @param detail the location of the credentials, or the reason why there are none; may be empty
   * @param expiration the time at which the credentials expire, or null if they do not expire or
   *     there are none
   * @param nextCommand the command that fixes the problem, or null if there is none
   */
  public record Entry(
      String method,
      State state,
      String detail,
      @Nullable Instant expiration,
      @Nullable String nextCommand) {
    /**
     * Creates an entry.
     *
     * @param method botocore's name for the provider
     * @param state the state
     * @param detail the location or the reason; may be empty
     * @param expiration the time at which the credentials expire, or null
     * @param nextCommand the command to run, or null
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
   * Creates a report.
   *
   * @param profile the name of the profile
   * @param entries one entry per provider, in order
   */
  public CredentialReport(String profile, List<Entry> entries) {
    this.profile = Objects.requireNonNull(profile, "profile");
    this.entries = List.copyOf(entries);
  }

  /**
   * The profile that the report is about.
   *
   * @return its name
   */
  public String profile() {
    return profile;
  }

  /**
   * The result of each provider.
   *
   * @return one entry per provider, in the order of the chain
   */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * The provider whose credentials are used.
   *
   * @return its entry, or null if no provider has credentials or one fails first
   */
  public @Nullable Entry used() {
    Entry end = end();
    return end != null && end.state() == State.FOUND ? end : null;
  }

  /**
   * The command to run to get credentials.
   *
   * @return the command, or null if there are credentials or no command helps
   */
  public @Nullable String nextCommand() {
    Entry end = end();
    return end == null ? "aws configure" : end.state() == State.FOUND ? null : end.nextCommand();
  }

  /** Returns the entry at which the chain ends, or null if every provider was skipped. */
  private @Nullable Entry end() {
    for (Entry entry : entries) {
      if (entry.state() == State.FOUND || entry.state() == State.FAILED) {
        return entry;
      }
    }
    return null;
  }

  /** Returns one line per provider, and the command to run next. */
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
