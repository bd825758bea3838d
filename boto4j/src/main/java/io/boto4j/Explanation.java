package io.boto4j;

import io.boto4j.http.Headers;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call would send, and why: made by {@link Client#explain(String, Map)}, which sends
 * nothing.
 *
 * <p>Its text form is a page for people, good for a bug report: session tokens, bearer tokens and
 * what the model calls sensitive are {@code ***} in it, and in all accessors. What was hashed and
 * signed are the real values.
 *
 * @param service the service's name
 * @param operation the operation's
 * @param conditions what the service's endpoint rules asked, in order; empty where it has no rules
 * @param rule which rule won, as {@code 2.3.1}: the first rule within the third within the second;
 *     null where there are no rules, or none of them fits
 * @param endpoint where the call goes, or null if that could not be found out
 * @param request the request, or null if it could not be made
 * @param signature how it is signed, or null if it could not be signed
 * @param failure what the call would throw, or null if it would be sent
 */
public record Explanation(
    String service,
    String operation,
    List<Condition> conditions,
    @Nullable String rule,
    @Nullable URI endpoint,
    @Nullable Request request,
    @Nullable Signature signature,
    @Nullable RuntimeException failure) {

  /**
   * A condition of an endpoint rule. A rule applies if all of its conditions hold; those after the
   * first that does not are not asked.
   *
   * @param rule the rule it belongs to, as {@code 2.3.1}
   * @param expression function and arguments, with the values of variables: {@code
   *     booleanEquals(UseFIPS: false, true)}
   * @param holds whether it is so
   */
  public record Condition(String rule, String expression, boolean holds) {}

  /**
   * The request as it would be sent. Headers that number attempts are not in it.
   *
   * @param method the HTTP method
   * @param uri the address; not a {@code URI}, as what is masked need not be one
   * @param headers the headers, with the signature
   * @param contentLength the body's length in bytes, or −1 if it is not known
   */
  public record Request(String method, String uri, Headers headers, long contentLength) {}

  /**
   * How the request is signed.
   *
   * @param version botocore's name of the signature version, as {@code s3v4}; {@code none}, {@code
   *     bearer}
   * @param reason why this one
   * @param canonicalRequest what is hashed, or null where nothing is
   * @param stringToSign what is signed, or null where nothing is
   */
  public record Signature(
      String version,
      String reason,
      @Nullable String canonicalRequest,
      @Nullable String stringToSign) {}

  /**
   * Makes an explanation.
   *
   * @param service the service's name
   * @param operation the operation's
   * @param conditions what the endpoint rules asked, copied
   * @param rule which rule won
   * @param endpoint where the call goes
   * @param request the request
   * @param signature how it is signed
   * @param failure what the call would throw
   */
  public Explanation {
    conditions = List.copyOf(conditions);
  }

  /** A page for people. */
  @Override
  public String toString() {
    StringBuilder page = new StringBuilder(2048);
    page.append(service).append(' ').append(operation).append('\n');
    page.append("\nEndpoint: ").append(endpoint == null ? "none" : endpoint).append('\n');
    if (!conditions.isEmpty() || rule != null) {
      page.append("  by rule ").append(rule == null ? "(none fits)" : rule).append('\n');
    }
    for (Condition each : conditions) {
      page.append(each.holds ? "  yes  " : "  no   ").append(each.rule).append("  ");
      page.append(each.expression).append('\n');
    }
    if (request != null) {
      page.append("\nRequest: ").append(request.method).append(' ').append(request.uri);
      page.append('\n');
      for (Map.Entry<String, String> header : request.headers) {
        page.append("  ").append(header.getKey()).append(": ");
        page.append(header.getValue()).append('\n');
      }
      page.append("  body: ");
      page.append(request.contentLength < 0 ? "unknown number of" : request.contentLength + "");
      page.append(" bytes\n");
    }
    if (signature != null) {
      page.append("\nSignature: ").append(signature.version);
      page.append(", because ").append(signature.reason).append('\n');
      section(page, "Canonical request", signature.canonicalRequest);
      section(page, "String to sign", signature.stringToSign);
    }
    if (failure != null) {
      page.append("\nFailure: ").append(failure).append('\n');
    }
    return page.toString();
  }

  private static void section(StringBuilder page, String title, @Nullable String text) {
    if (text != null) {
      page.append('\n').append(title).append(":\n  ");
      page.append(text.replace("\n", "\n  ")).append('\n');
    }
  }
}
