package io.boto4j.conformance;

import java.util.Locale;

/**
 * The head of a request to S3.
 *
 * @param method the method
 * @param target the path and query
 * @param head the whole head, with the empty line
 */
record TransferExchange(String method, String target, String head) {
  static TransferExchange of(String head) {
    String[] line = head.substring(0, head.indexOf('\r')).split(" ", -1);
    return new TransferExchange(line[0], line[1], head);
  }

  boolean isCreate() {
    return method.equals("POST") && query().startsWith("uploads");
  }

  boolean isComplete() {
    return method.equals("POST") && has("uploadId=");
  }

  boolean isAbort() {
    return method.equals("DELETE") && has("uploadId=");
  }

  boolean isPart() {
    return method.equals("PUT") && has("uploadId=");
  }

  boolean isPut() {
    return method.equals("PUT");
  }

  /** Whether the response contains bytes of an object. */
  boolean isGetObject() {
    return method.equals("GET") && !has("uploadId=") && !has("tagging") && !has("list-type=");
  }

  String header(String name) {
    for (String line : head.split("\r\n", -1)) {
      if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
        return line.substring(name.length() + 1).strip();
      }
    }
    return "";
  }

  /** Returns a parameter of the query; empty if there is none. */
  String parameter(String name) {
    for (String each : query().split("&", -1)) {
      if (each.startsWith(name + "=")) {
        return each.substring(name.length() + 1);
      }
    }
    return "";
  }

  private boolean has(String text) {
    return query().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }

  @Override
  public String toString() {
    return method + " " + target;
  }
}
