package io.boto4j.local.sns;

import java.util.List;
import java.util.Map;

/** Signs the documents that SNS sends, as the SNS developer guide describes it. */
final class Signatures {
  /** The members that are signed, in this order, where the document has them. */
  private static final List<String> SIGNED =
      List.of(
          "Message",
          "MessageId",
          "Subject",
          "SubscribeURL",
          "Timestamp",
          "Token",
          "TopicArn",
          "Type");

  private Signatures() {}

  /**
   * Adds a signature to a document.
   *
   * @param document the document
   * @param version the signature version of the topic, 1 or 2
   * @param endpoint the address under which the certificate is served
   */
  static void sign(Map<String, Object> document, String version, String endpoint) {
    StringBuilder text = new StringBuilder();
    for (String name : SIGNED) {
      Object value = document.get(name);
      if (value != null) {
        text.append(name).append('\n').append(value).append('\n');
      }
    }
    document.put("SignatureVersion", version);
    document.put("Signature", SnsCertificate.sign(text.toString(), version));
    document.put("SigningCertURL", endpoint + SnsCertificate.path());
  }
}
