package io.boto4j.local.sns;

import java.util.Map;

final class Signatures {
  private Signatures() {}

  static void sign(Map<String, Object> document) {
    document.put("SignatureVersion", "1");
    document.put("Signature", "");
    document.put("SigningCertURL", "");
  }
}
