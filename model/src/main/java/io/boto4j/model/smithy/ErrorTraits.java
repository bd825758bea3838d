package io.boto4j.model.smithy;

import java.util.LinkedHashMap;
import java.util.Map;

/** The traits of errors. */
final class ErrorTraits {
  static final String ERROR = "smithy.api#error";
  private static final String HTTP_ERROR = "smithy.api#httpError";
  private static final String QUERY_ERROR = "aws.protocols#awsQueryError";
  private static final String RETRYABLE = "smithy.api#retryable";

  private ErrorTraits() {}

  /** Adds the traits of a shape, if it is an error. */
  static void put(Map<String, Object> tree, AstShape shape, Protocols protocols) {
    Node error = shape.trait(ERROR);
    if (error == null) {
      return;
    }
    boolean client = error.text().equals("client");
    Node query = protocols.has(Protocol.AWS_QUERY) ? shape.trait(QUERY_ERROR) : null;
    Node status = sendsStatus(protocols) ? shape.trait(HTTP_ERROR) : null;
    if (query != null) {
      tree.put("error", ofQuery(query, client));
    } else if (status != null) {
      tree.put("error", ofStatus(status.count(), client));
    }
    tree.put("exception", true);
    if (!client) {
      tree.put("fault", true);
    }
    Node retryable = shape.trait(RETRYABLE);
    if (retryable != null) {
      tree.put("retryable", Map.of("throttling", isThrottling(retryable)));
    }
  }

  /** Returns the code of an error on the wire, which is its name except in queries. */
  static String code(AstShape error, Protocols protocols) {
    Node query = error.trait(QUERY_ERROR);
    return query != null && protocols.has(Protocol.AWS_QUERY)
        ? query.require("code").text()
        : error.name();
  }

  /** Whether botocore's files have the status of errors for the protocol. */
  private static boolean sendsStatus(Protocols protocols) {
    return switch (protocols.preferred()) {
      case RPC_V2_CBOR, REST_JSON_1, REST_XML -> true;
      case AWS_JSON_1_0, AWS_JSON_1_1, AWS_QUERY, EC2_QUERY -> false;
    };
  }

  private static Map<String, Object> ofQuery(Node trait, boolean client) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("code", trait.require("code").text());
    details.putAll(ofStatus(trait.require("httpResponseCode").count(), client));
    return details;
  }

  private static Map<String, Object> ofStatus(int status, boolean client) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("httpStatusCode", status);
    if (client) {
      details.put("senderFault", true);
    }
    return details;
  }

  private static boolean isThrottling(Node retryable) {
    Node throttling = retryable.get("throttling");
    return throttling != null && throttling.flag();
  }
}
