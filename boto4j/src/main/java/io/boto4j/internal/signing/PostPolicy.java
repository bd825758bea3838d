package io.boto4j.internal.signing;

import io.boto4j.credentials.Credentials;
import io.boto4j.internal.text.Timestamps;
import io.boto4j.model.codec.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The policy of an upload from a browser form to S3, and the form fields that carry it.
 *
 * <p>Source: the S3 API reference, "Browser-Based Uploads Using POST (AWS Signature Version 4)";
 * the JSON has botocore's spacing and order, so that both sign the same bytes.
 */
public final class PostPolicy {
  private static final int DAY_LENGTH = 8;

  private PostPolicy() {}

  /**
   * Signs a policy.
   *
   * @param signer the signer
   * @param fields the form's fields so far
   * @param conditions the conditions on the form: maps of one name and value, or lists of operator,
   *     name and value
   * @param properties the credential scope, and the name of the session token
   * @param credentials the keys
   * @param at the time of signing
   * @param expiration the end of the policy's validity
   * @return the fields, and those of the signature, in botocore's order
   * @throws IllegalArgumentException if a condition contains a value that JSON cannot represent
   */
  public static Map<String, String> sign(
      SigV4Signer signer,
      Map<String, String> fields,
      List<?> conditions,
      SigningProperties properties,
      Credentials credentials,
      Instant at,
      Instant expiration) {
    String time = Timestamps.sigV4(at);
    String day = time.substring(0, DAY_LENGTH);
    Map<String, String> added = new LinkedHashMap<>();
    added.put("x-amz-algorithm", signer.algorithm());
    added.put("x-amz-credential", credentials.accessKeyId() + "/" + signer.scope(day, properties));
    added.put("x-amz-date", time);
    String token = credentials.sessionToken();
    if (token != null && !token.isEmpty()) {
      added.put(tokenField(properties), token);
    }
    List<Object> all = new ArrayList<>(conditions);
    for (Map.Entry<String, String> field : added.entrySet()) {
      all.add(Map.of(field.getKey(), field.getValue()));
    }
    byte[] policy =
        new JsonWriter()
            .spaced()
            .beginObject()
            .name("expiration")
            .value(Timestamps.iso8601(Instant.ofEpochSecond(expiration.getEpochSecond())))
            .name("conditions")
            .value((Object) all)
            .endObject()
            .toByteArray();
    String encoded = Base64.getEncoder().encodeToString(policy);
    Map<String, String> signed = new LinkedHashMap<>(fields);
    signed.putAll(added);
    signed.put("policy", encoded);
    signed.put("x-amz-signature", signer.signText(encoded, day, properties, credentials));
    return signed;
  }

  /** Follows botocore: the usual field is in lower case, that of S3 Express is not. */
  private static String tokenField(SigningProperties properties) {
    return properties.tokenName().equals("X-Amz-Security-Token")
        ? "x-amz-security-token"
        : properties.tokenName();
  }
}
