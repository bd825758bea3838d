package io.boto4j.internal.signing;

import io.boto4j.credentials.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * A SigV4a signer: it signs with a key pair instead of a shared key, for a set of regions, as
 * multi-region services require.
 *
 * <p>Safe for any number of threads.
 */
public final class SigV4aSigner extends SigV4Signer {
  /** Immutable, and replaced as a whole: threads that race may each derive one. */
  private volatile @Nullable SigV4aKey lastKey;

  /** Creates a signer, which derives its key on first use. */
  public SigV4aSigner() {}

  @Override
  public void forget() {
    super.forget();
    lastKey = null;
  }

  @Override
  String algorithm() {
    return "AWS4-ECDSA-P256-SHA256";
  }

  @Override
  String scope(String day, SigningProperties properties) {
    return day + "/" + properties.signingName() + "/aws4_request";
  }

  @Override
  String regionSet(SigningProperties properties) {
    return properties.region();
  }

  @Override
  String signature(
      Utf8Buffer text,
      int from,
      String day,
      SigningProperties properties,
      Credentials credentials) {
    SigV4aKey key = lastKey;
    if (key == null || !key.fits(credentials)) {
      key = SigV4aKey.derive(sha256, credentials);
      lastKey = key;
    }
    return Sha256.hexOf(key.sign(text.array(), from, text.length() - from));
  }
}
