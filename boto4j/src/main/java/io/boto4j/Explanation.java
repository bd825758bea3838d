package io.boto4j;

import io.boto4j.http.Headers;
import io.boto4j.model.ModelOrigin;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A description of what a call would send and why, created by {@link Client#explain(String, Map)}
 * without sending anything.
 *
 * <p>{@link #toString} is a report of several lines, fit for an issue tracker. Secret keys, session
 * tokens, bearer tokens and what the model marks as sensitive are {@code ***}, in the report and in
 * every accessor; hashes and signatures are those of the real values. Immutable.
 *
 * @param service the service's name, such as {@code s3}
 * @param operation the operation's name, such as {@code GetObject}
 * @param model the origin of the service's model: the artifact or file that it was read from
 * @param conditions the conditions that the service's endpoint rules evaluated, in order; empty if
 *     the service has no rules
 * @param rule the rule that applied, such as {@code 2.3.1}: the first rule in the third in the
 *     second; if the rules are a decision diagram, its result, such as {@code result 6}; null if
 *     the service has no rules or none applied
 * @param endpoint the endpoint of the call, or null if none was found
 * @param request the request, or null if it could not be built
 * @param signature the request's signature, or null if it could not be signed
 * @param failure the exception that the call would throw, or null if the request would be sent
 */
public record Explanation(
    String service,
    String operation,
    ModelOrigin model,
    List<Condition> conditions,
    @Nullable String rule,
    @Nullable URI endpoint,
    @Nullable Request request,
    @Nullable Signature signature,
    @Nullable RuntimeException failure) {

  /**
   * A condition of an endpoint rule. A rule applies if all its conditions hold; those after the
   * first that does not hold are not evaluated.
   *
   * @param rule the rule of the condition, such as {@code 2.3.1}; in a decision diagram the number
   *     of the condition
   * @param expression the function and its arguments, with the values of variables, such as {@code
   *     booleanEquals(UseFIPS: false, true)}
   * @param holds whether the condition is true
   */
  public record Condition(String rule, String expression, boolean holds) {}

  /**
   * The request of the first attempt.
   *
   * @param method the HTTP method
   * @param uri the URL as text, because a masked URL need not be a valid {@code URI}
   * @param headers the headers, including the signature unless the request could not be signed
   * @param contentLength the length of the body in bytes, or −1 if it is unknown
   */
  public record Request(String method, String uri, Headers headers, long contentLength) {}

  /**
   * The signature of the request.
   *
   * @param version the signature version as botocore names it, such as {@code s3v4}; {@code none}
   *     or {@code bearer} if nothing is hashed
   * @param reason the reason for this version
   * @param canonicalRequest the canonical request that is hashed, or null if nothing is
   * @param stringToSign the string that is signed, or null if nothing is
   */
  public record Signature(
      String version,
      String reason,
      @Nullable String canonicalRequest,
      @Nullable String stringToSign) {}

  /**
   * Creates an explanation.
   *
   * @param service the service's name
   * @param operation the operation's name
   * @param model the origin of the service's model
   * @param conditions the conditions of the endpoint rules, copied
   * @param rule the rule that applied, or null
   * @param endpoint the endpoint, or null
   * @param request the request, or null
   * @param signature the signature, or null
   * @param failure the exception, or null
   */
  public Explanation {
    conditions = List.copyOf(conditions);
  }

  /**
   * Returns the report.
   *
   * @return several lines of text
   */
  @Override
  public String toString() {
    StringBuilder page = new StringBuilder(2048);
    page.append(service).append(' ').append(operation).append('\n');
    page.append("\nModel: ").append(model).append('\n');
    page.append("\nEndpoint: ").append(endpoint == null ? "none" : endpoint).append('\n');
    if (!conditions.isEmpty() || rule != null) {
      page.append(rule != null && rule.startsWith("result") ? "  by " : "  by rule ");
      page.append(rule == null ? "(none applies)" : rule).append('\n');
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
