package io.boto4j.internal.client;

import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.internal.attempt.AttemptHeaders;
import io.boto4j.internal.attempt.Features;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.rules.EndpointRules;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header User-Agent in the form that the AWS SDKs share (version 2.1). */
public final class UserAgent {
  /** The version of boto4j; a test compares it with the build file. */
  public static final String VERSION = "0.1.0";

  /** The operating systems that the format names; all others are {@code other}. */
  private static final String KNOWN_SYSTEMS = "|windows|linux|macos|android|ios|watchos|tvos|";

  private UserAgent() {}

  /** Returns the headers of a client's attempts, with the features that each call uses. */
  static AttemptHeaders of(
      ClientOptions options,
      ServiceModel model,
      EndpointOptions endpoints,
      String retryMode,
      boolean requestChecksums,
      boolean responseChecksums,
      CredentialsProvider credentials) {
    String whole = options.text(Options.USER_AGENT_WHOLE);
    String appId = options.text(Options.USER_AGENT_APP_ID);
    String extra = options.text(Options.USER_AGENT_EXTRA);
    String executionEnvironment = options.settings().value("AWS_EXECUTION_ENV", null);
    StringBuilder before = new StringBuilder(128);
    StringBuilder after = new StringBuilder(32);
    if (whole == null) {
      before.append("boto4j/").append(VERSION).append(" ua/2.1");
      system(before, System.getProperty("os.name"), System.getProperty("os.version"));
      part(before.append(" md/arch#"), System.getProperty("os.arch"));
      part(before.append(" lang/java#"), System.getProperty("java.version"));
      if (executionEnvironment != null) {
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
    return new AttemptHeaders(
        before.toString(),
        after.toString(),
        whole == null
            ? features(model, endpoints, retryMode, requestChecksums, responseChecksums)
            : 0,
        credentials);
  }

  private static long features(
      ServiceModel model,
      EndpointOptions options,
      String retryMode,
      boolean requestChecksums,
      boolean responseChecksums) {
    long features =
        switch (retryMode) {
          case "legacy" -> Features.RETRY_LEGACY;
          case "adaptive" -> Features.RETRY_ADAPTIVE;
          default -> Features.RETRY_STANDARD;
        };
    features |= options.endpointUrl() == null ? 0 : Features.ENDPOINT_OVERRIDE;
    features |= requestChecksums ? Features.REQUEST_CHECKSUMS : Features.REQUEST_CHECKSUMS_REQUIRED;
    features |=
        responseChecksums ? Features.RESPONSE_CHECKSUMS : Features.RESPONSE_CHECKSUMS_REQUIRED;
    EndpointRules rules = model.endpointRules();
    for (int i = 0; rules != null && i < rules.parameterCount(); i++) {
      if (rules.parameterName(i).equals("AccountIdEndpointMode")) {
        features |=
            switch (options.accountIdEndpointMode()) {
              case "disabled" -> Features.ACCOUNT_ID_DISABLED;
              case "required" -> Features.ACCOUNT_ID_REQUIRED;
              default -> Features.ACCOUNT_ID_PREFERRED;
            };
      }
    }
    return features;
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
