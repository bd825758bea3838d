package io.boto4j.internal.client;

import io.boto4j.internal.attempt.UserAgentHeader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header User-Agent in the form that the AWS SDKs share (version 2.1). */
public final class UserAgent {
  /** The version of boto4j; a test compares it with the build file. */
  public static final String VERSION = "0.1.0";

  /** The operating systems that the format names; all others are {@code other}. */
  private static final String KNOWN_SYSTEMS = "|windows|linux|macos|android|ios|watchos|tvos|";

  private UserAgent() {}

  /**
   * The header of a client.
   *
   * @param whole the text to send instead of boto4j's own, or null
   * @param executionEnvironment the execution environment, such as {@code AWS_Lambda_java17}, or null
   * @param retryMode the retry mode
   * @param appId the application's name, or null
   * @param extra the text to append, or null
   * @param features the features that every call of the client uses
   */
  public static UserAgentHeader of(
      @Nullable String whole,
      @Nullable String executionEnvironment,
      String retryMode,
      @Nullable String appId,
      @Nullable String extra,
      long features) {
    StringBuilder before = new StringBuilder(128);
    StringBuilder after = new StringBuilder(32);
    if (whole == null) {
      before.append("boto4j/").append(VERSION).append(" ua/2.1");
      system(before, System.getProperty("os.name"), System.getProperty("os.version"));
      part(before.append(" md/arch#"), System.getProperty("os.arch"));
      part(before.append(" lang/java#"), System.getProperty("java.version"));
      if (executionEnvironment != null && !executionEnvironment.isEmpty()) {
        part(before.append(" exec-env/"), executionEnvironment);
      }
      part(after.append(" cfg/retry-mode#"), retryMode);
      if (appId != null && !appId.isEmpty()) {
        part(after.append(" app/"), appId);
      }
    } else {
      appendPrintable(before, whole);
    }
    if (extra != null) {
      appendPrintable(after.append(' '), extra);
    }
    return new UserAgentHeader(before.toString(), after.toString(), whole == null ? features : 0);
  }

  private static void system(
      StringBuilder text, @Nullable String property, @Nullable String version) {
    String name = property == null ? "unknown" : property;
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("mac os")) {
      lower = "macos";
    } else if (lower.startsWith("windows")) {
      lower = "windows";
    }
    boolean known = KNOWN_SYSTEMS.contains("|" + lower + "|");
    part(text.append(known ? " os/" : " os/other md/"), known ? lower : name);
    part(text.append('#'), version);
  }

  /** Characters that are not allowed in a component become a hyphen, as in the other SDKs. */
  private static void part(StringBuilder text, @Nullable String value) {
    String component = value == null ? "unknown" : value;
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      text.append(letter || "!$%&'*+-.^_`|~,".indexOf(c) >= 0 ? c : '-');
    }
  }

  private static void appendPrintable(StringBuilder text, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      text.append(c < ' ' || c > '~' ? '-' : c);
    }
  }
}
