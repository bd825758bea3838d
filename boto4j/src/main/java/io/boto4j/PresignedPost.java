package io.boto4j;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTML form that uploads one file to S3 without credentials until it expires, created by {@link
 * Client#presignPost(String, String)}. Immutable.
 *
 * <p>The form is posted as {@code multipart/form-data}: first these fields, then the file in a
 * field named {@code file}, which must be the last.
 *
 * @param url the URL to which the form is posted
 * @param fields the hidden fields by name, in order; they contain the signature, which is a secret
 *     until it expires
 */
public record PresignedPost(URI url, Map<String, String> fields) {
  /**
   * Creates a form.
   *
   * @param url the URL to which the form is posted
   * @param fields the hidden fields by name, copied
   */
  public PresignedPost {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * Returns the URL and the names of the fields, without the values, which are secret.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return "PresignedPost[" + url + ", " + fields.keySet() + "]";
  }
}
