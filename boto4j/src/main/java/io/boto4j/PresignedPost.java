package io.boto4j;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTML form that uploads one file to S3 without credentials, until it expires.
 *
 * <p>The file goes last, in a field named {@code file}, as {@code multipart/form-data}. Made by
 * {@link Client#presignPost(String, String)}.
 *
 * @param url what the form is posted to
 * @param fields its hidden fields, in order; they hold the signature and are a secret as long as it
 *     is good
 */
public record PresignedPost(URI url, Map<String, String> fields) {
  /**
   * Makes a form.
   *
   * @param url what the form is posted to
   * @param fields its hidden fields, copied
   */
  public PresignedPost {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Address and names of fields. */
  @Override
  public String toString() {
    return "PresignedPost[" + url + ", " + fields.keySet() + "]";
  }
}
